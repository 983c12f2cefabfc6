using CsCheck;
using NetGen.Initialization;
using Xunit;

namespace NetGen.Tests.Initialization;

public sealed class RandomStreamTests
{
    private static readonly Gen<(ulong Seed, int Layer, int Tensor)> s_streams = Gen.Select(Gen.ULong, Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]);

    /// <summary>The documented numbering: key from the seed; counter from index / 4, tensor and layer; word index % 4.</summary>
    [Fact]
    public void Number_IsPhiloxOfSeedLayerTensorAndIndex() => Gen.Select(s_streams, Gen.ULong).Sample(static (names, index) =>
    {
        var random = new RandomStream(names.Seed, names.Layer, names.Tensor);
        random.Seek(index);
        var block = index / 4;
        var words = Philox.Next(
            (uint)block, (uint)(block >> 32), (uint)names.Tensor, (uint)names.Layer, (uint)names.Seed, (uint)(names.Seed >> 32));
        uint[] expected = [words.Word0, words.Word1, words.Word2, words.Word3];
        return random.Position == index && random.NextUInt32() == expected[(int)(index % 4)];
    });

    [Fact]
    public void Seek_GivesWhatDrawingInOrderGives() => Gen.Select(s_streams, Gen.Int[0, 60].Array[1, 40]).Sample(static (names, places) =>
    {
        var inOrder = new RandomStream(names.Seed, names.Layer, names.Tensor);
        var numbers = new uint[places.Max() + 2];
        foreach (ref var number in numbers.AsSpan())
        {
            number = inOrder.NextUInt32();
        }

        var random = new RandomStream(names.Seed, names.Layer, names.Tensor);
        foreach (var place in places)
        {
            random.Seek((ulong)place);
            Assert.Equal(numbers[place], random.NextUInt32());
            Assert.Equal(numbers[place + 1], random.NextUInt32());
        }
    });

    [Fact]
    public void EveryKindOfNumber_TakesOne()
    {
        var random = new RandomStream(3, 2, 1);
        random.NextNormal();
        random.NextTruncatedNormal();
        random.NextUniform();
        random.NextSymmetric();
        random.NextUInt32();
        Assert.Equal(5UL, random.Position);
        var other = new RandomStream(3, 2, 1);
        other.Seek(5);
        Assert.Equal(other.NextUInt32(), random.NextUInt32());
    }

    [Fact]
    public void Copy_GoesOnByItself()
    {
        var random = new RandomStream(3, 2, 1);
        random.NextUInt32();
        var copy = random;
        Assert.Equal(copy.NextUInt32(), random.NextUInt32());
        Assert.Equal(copy.Position, random.Position);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void NegativeNumbers_AreRefused(int layer, int tensor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, layer, tensor));
}
