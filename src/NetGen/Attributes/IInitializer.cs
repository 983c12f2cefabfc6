using NetGen.Initialization;

namespace NetGen;

/// <summary>
/// An initializer of one's own, used by type: <c>[Dense(50, InitializerType = typeof(MyInitializer))]</c>.
/// </summary>
public interface IInitializer
{
    /// <summary>Fills a tensor in its visible layout ([units, inputs] for the weights of a dense layer).</summary>
    /// <param name="values">The elements to write, all of them.</param>
    /// <param name="fanIn">Inputs of a unit.</param>
    /// <param name="fanOut">Units an input feeds.</param>
    /// <param name="random">Numbers that depend on the seed, the layer and the tensor alone.</param>
    static abstract void Fill(Span<float> values, int fanIn, int fanOut, ref RandomStream random);
}
