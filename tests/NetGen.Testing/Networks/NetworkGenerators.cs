using System.Collections.Immutable;
using CsCheck;
using NetGen.Testing.Networks.Drawing;

namespace NetGen.Testing.Networks;

/// <summary>
/// Random networks of every kind of layer: 1 to 12 of them, residual and repeated blocks among them with more inside, widths 1 to 130 with exact multiples of
/// the vector lengths and their neighbours among them, square layers, every activation, initializer and loss, inputs of rank 1 to 3, batches of 1 to 70 and, one
/// in twenty, of 257 to 530.
/// </summary>
internal static class NetworkGenerators
{
    /// <summary>The namespace of the networks' classes.</summary>
    public const string Namespace = "RandomNetworks";

    /// <summary>The same networks at every call: as many as asked for, each under a name of its own.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed gives other networks.</param>
    public static ImmutableArray<NetworkCase> Draw(int count, uint seed)
    {
        var generator = new PCG(seed, 1);
        return [.. Enumerable.Range(0, count).Select(index => NetworkDraw.Draw.Generate(generator, null, out _).Assemble(Namespace, FormattableString.Invariant($"Network{index}")))];
    }
}
