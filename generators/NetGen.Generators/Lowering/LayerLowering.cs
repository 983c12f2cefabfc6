using NetGen.Generators.Graph;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering;

/// <summary>Turns the declaration of one kind of layer into operations of the forward pass; everything else follows from those. Stateless.</summary>
internal abstract class LayerLowering
{
    /// <summary>What the declaration calls the kind: <see cref="LayerSpec.Kind"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>Appends the layer's operations; what it gives.</summary>
    /// <param name="layer">The declaration, of this kind.</param>
    /// <param name="number">The layer's number, from 1.</param>
    /// <param name="x">What the layer receives.</param>
    /// <param name="inside">What the layers inside it give; <paramref name="x"/> where there are none.</param>
    /// <param name="graph">Takes the operations.</param>
    public abstract Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph);
}
