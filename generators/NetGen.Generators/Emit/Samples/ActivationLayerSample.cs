using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Stand-alone activations of one sample.</summary>
internal sealed class ActivationLayerSample : ISampleEmitter
{
    /// <inheritdoc/>
    public bool Supports(LayerPlan layer) => SampleActivation.Supports(layer.Spec.Activation);

    /// <inheritdoc/>
    public void Forward(LayerPlan layer, SamplePass pass)
    {
        var (vectors, activation) = (pass.Vectors(layer.Output), layer.Spec.Activation);
        using (pass.Writer.Open())
        {
            var names = Enumerable.Range(0, vectors.Count).Select(index => vectors.Name("z", index)).ToList();
            for (var index = 0; index < vectors.Count; index++)
            {
                pass.Writer.Line($"var {names[index]} = {vectors.Type}.LoadUnsafe(ref {pass.Input(layer, Literal.Of(index * vectors.Lanes))});");
            }

            var inlined = pass.Inlines(vectors.Count * SampleActivation.Variables(activation));
            SampleActivation.Forward(pass, layer, names, inlined);
            if (!inlined)
            {
                SampleActivation.ForwardInMemory(pass, layer);
            }
        }
    }

    /// <inheritdoc/>
    public void Backward(LayerPlan layer, SamplePass pass)
    {
        if (layer.Number == 1)
        {
            return;
        }

        var (below, activation, vectors) = (layer.Number - 1, layer.Spec.Activation, pass.Vectors(layer.Output));
        var (da, dx) = ($"da{Literal.Of(layer.Number)}", $"da{Literal.Of(below)}");
        if (activation.Kind == ActivationKind.Identity)
        {
            for (var index = 0; index < vectors.Count; index++)
            {
                pass.Writer.Line($"var {vectors.Name(dx, index)} = {vectors.Name(da, index)};");
            }

            return;
        }

        SampleActivation.Backward(pass, layer, SampleLayout.Output(ActivationTraits.DerivativeNeedsPreActivation(activation) ? below : layer.Number), da, dx);
    }
}
