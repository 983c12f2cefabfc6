namespace NetGen.Calibration;

/// <summary>An optimizer as an engineer would take it without a search.</summary>
/// <param name="Name">How tables call it.</param>
/// <param name="Create">A fresh one for each run, since optimizers remember.</param>
internal sealed record Setting(string Name, Func<Optimizer> Create);
