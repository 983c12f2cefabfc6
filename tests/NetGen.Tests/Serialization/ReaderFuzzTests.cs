using CsCheck;
using NetGen.Tests.Training;
using Xunit;
using static NetGen.Tests.Serialization.SafetensorsBytes;

namespace NetGen.Tests.Serialization;

/// <summary>Damaged files are refused with WeightsFormatException or read validly, never anything else.</summary>
public sealed class ReaderFuzzTests
{
    [Fact]
    public void EveryPrefixIsRefused()
    {
        var file = Save(SoftmaxRegression.Create(3));
        for (var length = 0; length < file.Length; length++)
        {
            var prefix = file[..length];
            Assert.False(LoadsOrIsRefused(prefix), $"The first {length} of {file.Length} bytes were loaded.");
        }
    }

    [Fact]
    public void EveryBitOfTheHeaderMayFlip()
    {
        var file = Save(SoftmaxRegression.Create(3));
        var headerEnd = file.Length - 60;
        var loaded = 0;
        for (var bit = 0; bit < headerEnd * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            loaded += LoadsOrIsRefused(file) ? 1 : 0;
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        // What may change unnoticed is text that no rule reads: the names and values of the metadata but for the fingerprint's value.
        Assert.InRange(loaded, 1, 8 * "netgen.networkSoftmaxRegressionnetgen.architecture4 -> Dense(3)netgen.fingerprint".Length);
        Assert.True(LoadsOrIsRefused(file));
    }

    [Fact]
    public void AnyBytesMayBeOverwritten()
    {
        var original = Save(SoftmaxRegression.Create(3));
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                var file = original.ToArray();
                foreach (var (at, value) in changes)
                {
                    file[at] = value;
                }

                LoadsOrIsRefused(file);
            },
            iter: 3000,
            threads: 1);
    }

    [Fact]
    public void TokensInAnyOrderAreRefused()
    {
        string[] tokens = ["{", "}", "[", "]", ",", ":", "\"Dense1.weight\"", "\"dtype\"", "\"F32\"", "\"shape\"", "[3,4]", "\"data_offsets\"", "[0,48]", "-1", "null", "\"__metadata__\"", "\"\\ud800\"", "1e9"];
        Gen.Int[0, tokens.Length - 1].Array[0, 30].Sample(
            chosen => Assert.False(LoadsOrIsRefused(File("{" + string.Concat(chosen.Select(i => tokens[i])) + "}"))),
            iter: 3000,
            threads: 1);
    }

    /// <summary>Whether the file loads. Any exception but the one of the format goes through and fails the test, and so does a network half loaded.</summary>
    private static bool LoadsOrIsRefused(byte[] file)
    {
        var network = SoftmaxRegression.Create(1);
        var before = network.Parameters.ToArray();
        try
        {
            Load(file, network);
            Assert.NotEqual(before, network.Parameters.ToArray());
            return true;
        }
        catch (WeightsFormatException)
        {
            Assert.Equal(before, network.Parameters);
            return false;
        }
    }
}
