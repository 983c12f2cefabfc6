using System.Buffers.Binary;
using System.Text.Json;
using NetGen.Numerics;
using NetGen.Tests.Training;
using Xunit;
using static NetGen.Tests.Serialization.SafetensorsBytes;

namespace NetGen.Tests.Serialization;

public sealed class RoundTripTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void EveryBitComesBack()
    {
        var network = SoftmaxRegression.Create(5);
        float[] special = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, float.Epsilon, float.MinValue];
        special.CopyTo(network.Parameters);
        var path = Path.Combine(folder, "weights.safetensors");
        WeightsFile.Save<SoftmaxRegression, int>(network, path);
        var loaded = new SoftmaxRegression();
        WeightsFile.Load<SoftmaxRegression, int>(loaded, path);
        for (var i = 0; i < 15; i++)
        {
            Assert.Equal(BitConverter.SingleToInt32Bits(network.Parameters[i]), BitConverter.SingleToInt32Bits(loaded.Parameters[i]));
        }
    }

    [Fact]
    public void AStreamWithoutLengthLoadsToo()
    {
        var network = SoftmaxRegression.Create(5);
        var loaded = new SoftmaxRegression();
        WeightsFile.Load<SoftmaxRegression, int>(loaded, new ForwardOnlyStream(Save(network)));
        Assert.Equal(network.Parameters, loaded.Parameters);
    }

    [Fact]
    public void TheFileIsSafetensors()
    {
        var network = SoftmaxRegression.Create(5);
        var file = Save(network);
        var headerLength = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, headerLength % 8);
        Assert.Equal(8 + headerLength + 60, file.Length);
        using var header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        var root = header.RootElement;
        Assert.Equal(["__metadata__", "Dense1.weight", "Dense1.bias"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("SoftmaxRegression", root.GetProperty("__metadata__").GetProperty("netgen.network").GetString());
        Assert.Equal("5a17", root.GetProperty("__metadata__").GetProperty("netgen.fingerprint").GetString());
        Assert.Equal("4 -> Dense(3)", root.GetProperty("__metadata__").GetProperty("netgen.architecture").GetString());
        Assert.Equal("""{"dtype":"F32","shape":[3,4],"data_offsets":[0,48]}""", root.GetProperty("Dense1.weight").GetRawText());
        Assert.Equal("""{"dtype":"F32","shape":[3],"data_offsets":[48,60]}""", root.GetProperty("Dense1.bias").GetRawText());

        // Row 2, column 1 of [units, inputs] is stored at [1][2].
        Assert.Equal(network.Parameters[1 * 3 + 2], BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + headerLength + (2 * 4 + 1) * 4)));
    }

    [Fact]
    public void TensorsAreReadAndWrittenInTheirVisibleLayout()
    {
        var network = SoftmaxRegression.Create(5);
        float[] weight = [.. Enumerable.Range(0, 12).Select(i => (float)i)];
        var bias = network.Parameters[12..].ToArray();
        TensorAccess.Set(SoftmaxRegression.Tensors, "Dense1.weight", network.Parameters, weight);
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], network.Parameters[..12].ToArray());
        Assert.Equal(bias, network.Parameters[12..].ToArray());
        var read = new float[12];
        TensorAccess.Get(SoftmaxRegression.Tensors, "Dense1.weight", network.Parameters, read);
        Assert.Equal(weight, read);
    }

    [Fact]
    public void WrongNamesAndLengthsAreRefused()
    {
        var network = SoftmaxRegression.Create(5);
        var unknown = Assert.Throws<ArgumentException>(() => TensorAccess.Get(SoftmaxRegression.Tensors, "dense1.weight", network.Parameters, new float[12]));
        Assert.Contains("'dense1.weight'. The network's tensors are Dense1.weight, Dense1.bias", unknown.Message, StringComparison.Ordinal);
        var length = Assert.Throws<ShapeMismatchException>(() => TensorAccess.Set(SoftmaxRegression.Tensors, "Dense1.weight", network.Parameters, new float[11]));
        Assert.Contains("has 11 elements; the tensor has the shape [3, 4], 12 elements", length.Message, StringComparison.Ordinal);
        var buffer = Assert.Throws<ShapeMismatchException>(() => TensorAccess.Get(SoftmaxRegression.Tensors, "Dense1.bias", new float[14], new float[3]));
        Assert.Contains("14 elements; one with the network's parameters or gradients has 15", buffer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfAnotherNetworkIsRefusedByItsPath()
    {
        var path = Path.Combine(folder, "linear.safetensors");
        WeightsFile.Save<LinearRegression, float>(new LinearRegression(), path);
        var exception = Assert.Throws<WeightsFormatException>(() => WeightsFile.Load<SoftmaxRegression, int>(new SoftmaxRegression(), path));
        Assert.Equal(WeightsFormatError.ForeignNetwork, exception.Error);
        Assert.StartsWith($"'{path}' was not loaded. ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsTheSystemsError() =>
        Assert.Throws<FileNotFoundException>(() => WeightsFile.Load<SoftmaxRegression, int>(new SoftmaxRegression(), Path.Combine(folder, "none")));
}
