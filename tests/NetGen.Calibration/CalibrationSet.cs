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

    /// <summary>Networks of more than dense layers, on which the thresholds of their rules were set, and plain ones to hold them against.</summary>
    LayerTuning,

    /// <summary>Others from other seeds, declared before any of those thresholds was changed and looked at after.</summary>
    LayerHoldOut,

    /// <summary>A network without hidden layers for each of their tasks.</summary>
    LayerControl,
}
