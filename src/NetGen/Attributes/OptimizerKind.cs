namespace NetGen;

/// <summary>The optimizers of the library, by name, for <see cref="TrainingAttribute"/>.</summary>
public enum OptimizerKind
{
    /// <summary><see cref="NetGen.Sgd"/>.</summary>
    Sgd = 0,

    /// <summary><see cref="NetGen.Adagrad"/>.</summary>
    Adagrad = 1,

    /// <summary><see cref="NetGen.RmsProp"/>.</summary>
    RmsProp = 2,

    /// <summary><see cref="NetGen.Adam"/>.</summary>
    Adam = 3,

    /// <summary><see cref="NetGen.AdamW"/>.</summary>
    AdamW = 4,

    /// <summary><see cref="NetGen.Nadam"/>.</summary>
    Nadam = 5,

    /// <summary><see cref="NetGen.Adamax"/>.</summary>
    Adamax = 6,

    /// <summary><see cref="NetGen.RAdam"/>.</summary>
    RAdam = 7,
}
