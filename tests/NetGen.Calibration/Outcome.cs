namespace NetGen.Calibration;

/// <summary>What came of training under the budget.</summary>
internal enum Outcome
{
    /// <summary>At least <see cref="Outcomes.WellShare"/> of the best network's progress.</summary>
    TrainsWell,

    /// <summary>The same, where a network without hidden layers gets as far: whether the signal lives in hidden layers does not show.</summary>
    NeedsNoHidden,

    /// <summary>Between the two.</summary>
    TrainsBadly,

    /// <summary>Below <see cref="Outcomes.NotShare"/> of it.</summary>
    DoesNotTrain,
}
