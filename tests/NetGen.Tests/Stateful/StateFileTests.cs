using System.Text;
using NetGen.Numerics;
using Xunit;
using static NetGen.Tests.Serialization.SafetensorsBytes;

namespace NetGen.Tests.Stateful;

/// <summary>State in weights files and by name.</summary>
public sealed class StateFileTests
{
    private const string Weight = "\"Dense1.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}";
    private const string Bias = "\"Dense1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}";
    private const string Mean = "\"BatchNormalization1.running_mean\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[12,20]}";
    private const string Variance = "\"BatchNormalization1.running_var\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[20,28]}";

    [Fact]
    public void EveryBitComesBack()
    {
        var network = Filled();
        var loaded = NormalizedRegression.Create(1);
        Load(loaded, Save(network));
        Assert.Equal(Bits(network.Parameters), Bits(loaded.Parameters));
        Assert.Equal(Bits(network.State), Bits(loaded.State));
    }

    [Fact]
    public void StateIsWrittenUnderPyTorchsNames()
    {
        var file = Save(Filled());
        var header = Encoding.UTF8.GetString(file, 8, file.Length - 8 - 28);
        Assert.Contains(Mean, header, StringComparison.Ordinal);
        Assert.Contains(Variance, header, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyOrderLoads() => Load(NormalizedRegression.Create(1), File("{" + string.Join(",", Variance, Bias, Mean, Weight) + "}", 28));

    [Fact]
    public void AMissingState_IsNamedWithItsRole() => Refused(
        WeightsFormatError.MissingTensor,
        File("{" + string.Join(",", Weight, Bias, Mean) + "}", 20),
        "The file lacks the tensor BatchNormalization1.running_var [2], state of NormalizedRegression.");

    [Fact]
    public void AMissingParameter_IsNamedWithItsRole() => Refused(
        WeightsFormatError.MissingTensor,
        File("{" + Weight + "," + Mean.Replace("[12,20]", "[8,16]", StringComparison.Ordinal) + "," + Variance.Replace("[20,28]", "[16,24]", StringComparison.Ordinal) + "}", 24),
        "Dense1.bias [1], a parameter of NormalizedRegression.");

    [Fact]
    public void AnotherShape_IsPrintedWithTheRole() => Refused(
        WeightsFormatError.ShapeMismatch,
        File("{" + string.Join(",", Weight, Bias, Mean.Replace("[2]", "[2,1]", StringComparison.Ordinal), Variance) + "}", 28),
        "The state BatchNormalization1.running_mean has the shape [2, 1] in the file and [2] in the network.");

    [Fact]
    public void AStateThatTheNetworkLacks_IsForeign() => Refused(
        WeightsFormatError.ForeignTensor,
        File("{" + string.Join(",", Weight, Bias, Mean, Variance, Variance.Replace("1.running", "2.running", StringComparison.Ordinal).Replace("[20,28]", "[28,36]", StringComparison.Ordinal)) + "}", 36),
        "'BatchNormalization2.running_var', which NormalizedRegression lacks");

    [Fact]
    public void NothingIsLoaded_WhereTheDataAreCutOff()
    {
        var file = Save(Filled());
        for (var cut = 1; cut <= 28; cut++)
        {
            Refused(WeightsFormatError.MissingBytes, file[..^cut], "It was cut off");
        }
    }

    [Fact]
    public void StateIsReadAndSetByName()
    {
        var network = NormalizedRegression.Create(1);
        TensorAccess.Set(NormalizedRegression.Tensors, "BatchNormalization1.running_var", network.Parameters, network.State, [5, 6]);
        Assert.Equal([0, 0, 5, 6], network.State.ToArray());
        var read = new float[2];
        ((INetwork<NormalizedRegression, float>)network).GetTensor("BatchNormalization1.running_var", read);
        Assert.Equal([5, 6], read);
        ((INetwork<NormalizedRegression, float>)network).SetTensor("Dense1.weight", [7, 8]);
        TensorAccess.Get(NormalizedRegression.Tensors, "Dense1.weight", network.Parameters, network.State, read);
        Assert.Equal([7, 8], read);
    }

    [Fact]
    public void ABufferOfGradients_HoldsNoState()
    {
        var exception = Assert.Throws<ArgumentException>(() => TensorAccess.Get(NormalizedRegression.Tensors, "BatchNormalization1.running_mean", new float[3], new float[2]));
        Assert.Contains("'BatchNormalization1.running_mean' is state, and a buffer with the layout of the parameters does not hold it", exception.Message, StringComparison.Ordinal);
        var buffer = Assert.Throws<ShapeMismatchException>(() => TensorAccess.Get(NormalizedRegression.Tensors, "Dense1.bias", new float[7], new float[1]));
        Assert.Contains("7 elements; one with the network's parameters or gradients has 3", buffer.Message, StringComparison.Ordinal);
    }

    private static NormalizedRegression Filled()
    {
        var network = NormalizedRegression.Create(1);
        float[] special = [float.NaN, -0f, float.Epsilon];
        special.CopyTo(network.Parameters);
        float[] state = [1, float.NegativeInfinity, 3, 4];
        state.CopyTo(network.State);
        return network;
    }

    private static void Refused(WeightsFormatError error, byte[] file, string message)
    {
        var network = NormalizedRegression.Create(1);
        var (parameters, state) = (network.Parameters.ToArray(), network.State.ToArray());
        var exception = Assert.Throws<WeightsFormatException>(() => Load(network, file));
        Assert.Equal(error, exception.Error);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(parameters, network.Parameters);
        Assert.Equal(state, network.State);
    }

    private static byte[] Save(NormalizedRegression network)
    {
        var stream = new MemoryStream();
        WeightsFile.Save<NormalizedRegression, float>(network, stream);
        return stream.ToArray();
    }

    private static void Load(NormalizedRegression network, byte[] file) => WeightsFile.Load<NormalizedRegression, float>(network, new MemoryStream(file));

    private static int[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new int[values.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.SingleToInt32Bits(values[i]);
        }

        return bits;
    }
}
