namespace NetGen.Calibration;

/// <summary>What came of training under the budget.</summary>
internal enum Outcome
{
    /// <summary>At least <see cref="Outcomes.WellShare"/> of the best network's progress.</summary>
    TrainsWell,

    /// <summary>Between the two.</summary>
    TrainsBadly,

    /// <summary>Below <see cref="Outcomes.NotShare"/> of it.</summary>
    DoesNotTrain,
}
