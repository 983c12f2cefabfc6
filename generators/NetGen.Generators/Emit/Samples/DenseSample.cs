using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>A dense layer of one sample: forward z = b + sum_i x_i W[i, :], backward dx_i = W[i, :] dz and dW[i, :] = x_i dz, a lane a unit.</summary>
internal sealed class DenseSample : ISampleEmitter
{
    /// <inheritdoc/>
    public bool Supports(LayerPlan layer) => SampleActivation.Supports(layer.Spec.Activation);

    /// <inheritdoc/>
    public void Forward(LayerPlan layer, SamplePass pass)
    {
        var dense = (DensePlan)layer;
        var inlined = pass.Inlines(pass.Vectors(layer.Output).Count * SampleActivation.Variables(layer.Spec.Activation));
        DenseSampleForward.Emit(dense, pass, inlined);
        if (!inlined)
        {
            SampleActivation.ForwardInMemory(pass, layer);
        }
    }

    /// <inheritdoc/>
    public void Backward(LayerPlan layer, SamplePass pass)
    {
        var (dense, n) = ((DensePlan)layer, Literal.Of(layer.Number));
        var x = layer.Number == 1 ? "x" : "a" + Literal.Of(layer.Number - 1);
        var symbol = "da" + n;
        if (layer.Spec.Activation.Kind != ActivationKind.Identity)
        {
            pass.Writer.Line($"// dz{n} = da{n} {layer.Spec.Activation.Symbol}'(z{n})");
            var saved = layer.KeepsPreActivation ? SampleLayout.PreActivation(layer.Number) : SampleLayout.Output(layer.Number);
            SampleActivation.Backward(pass, layer, saved, symbol, "dz" + n);
            symbol = "dz" + n;
        }

        if (layer.Number > 1)
        {
            // First, since everything further down waits for it.
            pass.Writer.Line($"// da{Literal.Of(layer.Number - 1)} = {symbol} W{n}^T");
            new DenseSampleInputGradient(dense, pass, symbol).Emit();
        }

        pass.Writer.Line($"// dW{n} = {x}^T {symbol}{(dense.Bias is null ? "" : $", db{n} = {symbol}")}");
        DenseSampleParameterGradient.Emit(dense, pass, symbol);
    }
}
