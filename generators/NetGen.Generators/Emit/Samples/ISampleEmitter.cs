using NetGen.Generators.Lowering.Layers;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Writes the code of one kind of layer for one sample alone, where a lane is a unit.</summary>
internal interface ISampleEmitter
{
    /// <summary>Whether the layer can be written so, whatever its size.</summary>
    bool Supports(LayerPlan layer);

    /// <summary>The statements of the forward pass.</summary>
    void Forward(LayerPlan layer, SamplePass pass);

    /// <summary>
    /// The statements of the backward pass, from the variables <c>da2</c> of a layer 2 to its parameters' gradients and, unless it is the first one, to the
    /// variables <c>da1</c>.
    /// </summary>
    void Backward(LayerPlan layer, SamplePass pass);
}
