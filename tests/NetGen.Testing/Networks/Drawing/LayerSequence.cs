using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Layers that follow one another: those of a network, of a block's class, or between the brackets of a residual block.</summary>
internal sealed class LayerSequence
{
    private readonly ImmutableArray<LayerSpec>.Builder _layers = ImmutableArray.CreateBuilder<LayerSpec>();

    /// <summary>Nothing yet.</summary>
    /// <param name="scope">Gives names.</param>
    /// <param name="input">What the first layer receives.</param>
    /// <param name="signalIsKnown">Whether the compiler knows exactly what it receives.</param>
    public LayerSequence(DrawScope scope, Shape input, bool signalIsKnown)
    {
        Scope = scope;
        Input = input;
        Shape = input;
        SignalIsKnown = signalIsKnown;
    }

    /// <summary>Gives names.</summary>
    public DrawScope Scope { get; }

    /// <summary>What the first layer receives.</summary>
    public Shape Input { get; }

    /// <summary>What the next layer receives.</summary>
    public Shape Shape { get; private set; }

    /// <summary>Whether the compiler knows exactly what the next layer receives.</summary>
    public bool SignalIsKnown { get; private set; }

    /// <summary>The function at the end of the layer before the next one; identity for the first.</summary>
    public ActivationSpec Received => _layers.Count == 0 ? ActivationSpec.Identity : _layers[^1].Activation;

    /// <summary>The layers so far.</summary>
    public ImmutableArray<LayerSpec> Layers => _layers.ToImmutable();

    /// <summary>Adds a layer.</summary>
    public void Add(LayerSpec layer)
    {
        _layers.Add(layer);
        Shape = layer.Output;
    }

    /// <summary>Adds what was drawn.</summary>
    public LayerSequence Add(LayerDraw draw, int units = 0, int leastUnits = 1)
    {
        draw.AddTo(this, units, leastUnits);
        SignalIsKnown &= draw.KeepsSignalKnown;
        return this;
    }

    /// <summary>Adds what was drawn, in order.</summary>
    public LayerSequence Add(IEnumerable<LayerDraw> draws)
    {
        foreach (var draw in draws)
        {
            Add(draw);
        }

        return this;
    }

    /// <summary>Layers inside of the next one, named as if they stood beside it.</summary>
    public LayerSequence Inside() => new(Scope, Shape, signalIsKnown: false);
}
