using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>A dense layer.</summary>
/// <param name="IsNamed">Whether it has a name that is not the default one.</param>
/// <param name="Units">The number of units.</param>
/// <param name="IsSquare">Whether it has as many as it has inputs instead: where a transposed weight would fit.</param>
/// <param name="Activation">phi.</param>
/// <param name="Weights">How the weights start.</param>
/// <param name="BiasForm">3 for none, 4 for the drawn ones, otherwise what comes with the weights.</param>
/// <param name="Bias">How the biases start, if they are drawn.</param>
internal sealed record DenseDraw(bool IsNamed, int Units, bool IsSquare, ActivationSpec Activation, InitializerSpec Weights, int BiasForm, InitializerSpec Bias) : LayerDraw(IsNamed)
{
    // Values per sample behind a layer: several positions with many units each would take minutes to interpret.
    private const int LargestSize = 520;
    private const int LargestSquare = 130;

    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } = Gen.Select(
        Gen.Select(ValueDraws.IsNamed, ValueDraws.Width, Gen.Int[0, 4].Select(static form => form == 0)),
        Gen.Select(ValueDraws.Activation, ValueDraws.Weights, Gen.Int[0, 4], ValueDraws.Bias),
        static (form, parts) => (LayerDraw)new DenseDraw(form.Item1, form.Item2, form.Item3, parts.Item1, parts.Item2, parts.Item3, parts.Item4));

    /// <inheritdoc/>
    public override bool KeepsSignalKnown => true;

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits)
    {
        var most = Math.Max(1, LargestSize / (int)layers.Shape.Positions);
        var free = Math.Max(leastUnits, Math.Min(most, IsSquare && layers.Shape.Last <= LargestSquare ? layers.Shape.Last : Units));
        var weights = !layers.SignalIsKnown && Weights.Gain == InitializerSpec.ExactGain ? Weights with { Gain = 1 } : Weights;
        if (layers.Received.Kind == ActivationKind.Sigmoid && BiasForm == 1)
        {
            weights = new InitializerSpec(InitializerKind.CentredLogistic);
        }

        // What biases have where nothing is declared follows from the weights' initializer.
        var unset = new InitializerSpec(weights.Kind is InitializerKind.TorchDefault or InitializerKind.CentredLogistic ? weights.Kind : InitializerKind.Zeros, IsDefault: true);
        var bias = BiasForm switch
        {
            3 => null,
            4 => Bias,
            _ => unset,
        };
        layers.Add(new DenseSpec(layers.Scope.Next("Dense", IsNamed), layers.Shape, units > 0 ? units : free, Activation, weights, bias));
    }
}
