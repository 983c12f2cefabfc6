namespace NetGen.Generators.Model.Layers;

/// <summary>A layer whose units sum what they receive over weights.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives per sample.</param>
/// <param name="Output">What it gives per sample.</param>
internal abstract record WeightedLayerSpec(string Name, Shape Input, Shape Output) : LayerSpec(Name, Input, Output)
{
    /// <summary>How the weights start.</summary>
    public abstract InitializerSpec Weights { get; init; }

    /// <summary>How the biases start; null for a layer without biases.</summary>
    public abstract InitializerSpec? Bias { get; init; }

    /// <summary>n_in, the inputs of a unit.</summary>
    public abstract long FanIn { get; }

    /// <summary>n_out, the units an input feeds.</summary>
    public abstract long FanOut { get; }

    /// <summary>The same layer on another input and with another number of units, everything else kept.</summary>
    /// <param name="input">What it receives per sample.</param>
    /// <param name="units">The extent of the last axis of what it gives.</param>
    public abstract WeightedLayerSpec Resized(Shape input, int units);
}
