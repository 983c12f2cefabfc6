using System.Runtime.InteropServices;
using NetGen.Initialization;
using Xunit;

namespace NetGen.Tests.Initialization;

/// <summary>
/// Seed 42, layer 3, tensor 0, 37 units, 29 inputs: the first four visible elements as bits, and a hash of all. They were measured once and hold on every
/// machine; a change here changes every user's weights.
/// </summary>
public sealed class PinnedBitsTests
{
    private const int Units = 37;
    private const int Inputs = 29;

    [Fact]
    public void Normal() => Check(
        static (stored, ref random) => TensorInitializer.Normal(stored, Units, Inputs, 0.25f, ref random),
        [0x3DBDDBA2, 0x3C337D2E, 0xBE000AFC, 0x3EC25A26],
        0xBC590DC569AC0EB8);

    [Fact]
    public void TruncatedNormal() => Check(
        static (stored, ref random) => TensorInitializer.TruncatedNormal(stored, Units, Inputs, 0.25f, ref random),
        [0x3DB4D762, 0x3C2B513B, 0xBDF37D04, 0x3EB03D1C],
        0xFA618ED64E57C4A6);

    [Fact]
    public void Uniform() => Check(
        static (stored, ref random) => TensorInitializer.Uniform(stored, Units, Inputs, 0.3f, ref random),
        [0x3DB1B343, 0x3C2BCC87, 0xBDEB5775, 0x3E85CC46],
        0x5EAA70B5C37E68AF);

    [Fact]
    public void Orthogonal() => Check(
        static (stored, ref random) => TensorInitializer.Orthogonal(stored, Units, Inputs, 1.4142135f, ref random),
        [0x3DADC84F, 0x3BF5ABD5, 0xBE01D001, 0x3EB60A22],
        0xC07C564D1B9EF09D);

    private delegate void Initializer(Span<float> stored, ref RandomStream random);

    private static void Check(Initializer initializer, uint[] first, ulong hash)
    {
        var stored = new float[Units * Inputs];
        var random = new RandomStream(42, 3, 0);
        initializer(stored, ref random);
        Assert.Equal(
            Array.ConvertAll(first, static bits => bits.ToString("X8", null)),
            Enumerable.Range(0, first.Length).Select(input => BitConverter.SingleToUInt32Bits(stored[input * Units]).ToString("X8", null)));
        Assert.Equal(hash.ToString("X16", null), Fnv(MemoryMarshal.Cast<float, uint>(stored)).ToString("X16", null));
    }

    /// <summary>FNV-1a over whole words.</summary>
    private static ulong Fnv(ReadOnlySpan<uint> words)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var word in words)
        {
            hash = (hash ^ word) * 0x100000001B3;
        }

        return hash;
    }
}
