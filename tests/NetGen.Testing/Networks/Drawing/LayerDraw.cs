namespace NetGen.Testing.Networks.Drawing;

/// <summary>
/// What was drawn for one attribute, before it is known what the layer receives. A new kind is a class of its own and one row in <see cref="LayerDraws"/>.
/// </summary>
/// <param name="IsNamed">Whether its name is another than the default one.</param>
internal abstract record LayerDraw(bool IsNamed)
{
    /// <summary>Whether what the layer gives is known exactly while compiling, as it is of dense layers and activations: an exact gain can follow.</summary>
    public virtual bool KeepsSignalKnown => false;

    /// <summary>Adds the layer.</summary>
    /// <param name="layers">What comes before it.</param>
    /// <param name="units">The number of units where a dense layer has to have that, 0 where it is free to choose.</param>
    /// <param name="leastUnits">The smallest number of units otherwise.</param>
    public abstract void AddTo(LayerSequence layers, int units, int leastUnits);
}
