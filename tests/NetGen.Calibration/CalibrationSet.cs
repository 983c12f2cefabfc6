namespace NetGen.Calibration;

/// <summary>Which half of the evidence a network belongs to.</summary>
internal enum CalibrationSet
{
    /// <summary>Thresholds and severities were set on these.</summary>
    Tuning,

    /// <summary>Other networks from other seeds, declared before any threshold was changed and looked at after.</summary>
    HoldOut,

    /// <summary>A network without hidden layers for each task: what it learns needs none.</summary>
    Control,
}
