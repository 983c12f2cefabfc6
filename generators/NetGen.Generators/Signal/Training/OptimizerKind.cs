namespace NetGen.Generators.Signal.Training;

/// <summary>The optimizers of the library, by what their first step does.</summary>
internal enum OptimizerKind
{
    Sgd,
    Adagrad,
    RmsProp,
    Adam,
    AdamW,
    Nadam,
    Adamax,
    RAdam,
}
