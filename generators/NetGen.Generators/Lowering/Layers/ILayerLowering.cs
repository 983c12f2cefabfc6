using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Layers;

/// <summary>Turns the declaration of one kind of layer into its steps.</summary>
internal interface ILayerLowering
{
    /// <summary>Whether the layer can read samples that follow each other without padding, as they stand in memory of the user's.</summary>
    bool ReadsUnpaddedRows { get; }

    /// <summary>The layer's steps.</summary>
    /// <param name="number">The layer's place, from 1.</param>
    /// <param name="layer">The declaration, of the kind this lowering is registered for.</param>
    /// <param name="input">What the layer reads.</param>
    /// <param name="parameterOffset">Where its parameters start in the flat buffer.</param>
    LayerPlan Lower(int number, LayerSpec layer, ValuePlan input, int parameterOffset);
}
