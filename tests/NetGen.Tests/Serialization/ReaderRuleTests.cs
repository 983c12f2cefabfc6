using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NetGen.Tests.Training;
using Xunit;
using static NetGen.Tests.Serialization.SafetensorsBytes;

namespace NetGen.Tests.Serialization;

/// <summary>One test a rule of the reader: the error, and the numbers in its message.</summary>
public sealed class ReaderRuleTests
{
    [Fact]
    public void AFileWrittenByHandLoads()
    {
        var network = new SoftmaxRegression();
        Load(Of(), network);
        var weight = new float[12];
        NetGen.Numerics.TensorAccess.Get(SoftmaxRegression.Tensors, "Dense1.weight", network.Parameters, weight);
        var data = File("{}")[10..];
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(BinaryPrimitives.ReadSingleLittleEndian(data.AsSpan(i * 4)), weight[i]);
        }
    }

    [Fact]
    public void OrderKeysEscapesAndSpacesAreFree() => Load(Of(
        weight: """  "\u0044ense1.bias" : { "shape":[ 3 ],"data_offsets":[0,12],"dtype":"F\u0033\u0032"}""",
        bias: """ "Dense1.weight":{"data_offsets":[12,60],"dtype":"F32","shape":[3,4]}, "__metadata__":{"a":"b","format":"pt"}   """));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void TooShort(int length) => Refused(WeightsFormatError.TooShort, new byte[length], $"has {length} bytes");

    [Theory]
    [InlineData(100_000_001UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    public void HeaderTooLarge(ulong length) => Refused(WeightsFormatError.HeaderTooLarge, WithLength(length), $"{length} bytes; at most 100000000");

    [Theory]
    [InlineData(100_000_000UL)]
    [InlineData(65_537UL)]
    public void HeaderPastEnd(ulong length) => Refused(WeightsFormatError.HeaderPastEnd, WithLength(length), $"{length} bytes and only");

    [Fact]
    public void InvalidUtf8()
    {
        var header = Encoding.UTF8.GetBytes("{\"__metadata__\":{\"a\":\"?\"}," + Weight + "," + Bias + "}");
        header[Array.IndexOf(header, (byte)'?')] = 0xC3;
        Refused(WeightsFormatError.InvalidUtf8, File(header), "UTF-8");
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{/* */}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"Dense1.weight\\ud800\":1}")]
    public void InvalidJson(string header) => Refused(WeightsFormatError.InvalidJson, File(header), "The header");

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("[1]", "0x5B")]
    [InlineData("  {}", "0x20")]
    [InlineData("null", "0x6E")]
    [InlineData("\uFEFF{}", "0xEF")]
    public void NotAnObject(string header, string message) => Refused(WeightsFormatError.NotAnObject, File(header), message);

    [Fact]
    public void TooDeep() => Refused(WeightsFormatError.TooDeep, Of(weight: """ "Dense1.weight":{"dtype":"F32","shape":[[3],4],"data_offsets":[0,48]} """), "more than 3 deep");

    [Fact]
    public void FarTooDeep() => Refused(WeightsFormatError.TooDeep, File("{\"a\":" + new string('[', 100_000)), "more than 3 deep");

    [Fact]
    public void ANameTwice()
    {
        Refused(WeightsFormatError.DuplicateName, Of(before: Weight + ","), "Dense1.weight comes twice");
        Refused(WeightsFormatError.DuplicateName, Of(before: Weight.Replace("D", "\\u0044", StringComparison.Ordinal) + ","), "Dense1.weight comes twice");
        Refused(WeightsFormatError.DuplicateName, Of(before: """ "__metadata__":{}, "__metadata__":{}, """), "__metadata__ comes twice");
    }

    [Theory]
    [InlineData("dtype", "\"F32\"")]
    [InlineData("shape", "[3]")]
    [InlineData("data_offsets", "[48,60]")]
    public void AKeyTwice(string key, string value) => Refused(
        WeightsFormatError.DuplicateKey, Of(bias: Bias.Replace("{", $"{{\"{key}\":{value},", StringComparison.Ordinal)), $"Dense1.bias has {key} twice");

    [Fact]
    public void AKeyTooMany() => Refused(
        WeightsFormatError.UnknownKey, Of(bias: Bias.Replace("{", "{\"scale\":2,", StringComparison.Ordinal)), "a key 'scale'");

    [Theory]
    [InlineData("\"dtype\":\"F32\",", "dtype")]
    [InlineData("\"shape\":[3],", "shape")]
    [InlineData(",\"data_offsets\":[48,60]", "data_offsets")]
    public void AKeyTooFew(string part, string key) => Refused(
        WeightsFormatError.MissingKey, Of(bias: Bias.Replace(part, "", StringComparison.Ordinal)), $"Dense1.bias lacks {key}");

    [Theory]
    [InlineData("\"F32\"", "32", "no string")]
    [InlineData("[3]", "3", "no array")]
    [InlineData("[3]", "[3.0]", "holds 3.0")]
    [InlineData("[3]", "[3e0]", "holds 3e0")]
    [InlineData("[3]", "[\"3\"]", "holds 3;")]
    [InlineData("[3]", "[null]", "holds null")]
    [InlineData("[48,60]", "\"48\"", "no array")]
    [InlineData("[48,60]", "[48]", "are 1 numbers")]
    [InlineData("[48,60]", "[48,60,72]", "are 3 numbers")]
    [InlineData("[48,60]", "[48,18446744073709551616]", "18446744073709551616, more than")]
    public void AValueOfAnotherKind(string value, string other, string message) =>
        Refused(WeightsFormatError.InvalidValue, Of(bias: Bias.Replace(value, other, StringComparison.Ordinal)), message);

    [Fact]
    public void AnEntryThatIsNoObject() => Refused(WeightsFormatError.InvalidValue, Of(bias: "\"Dense1.bias\":[1]"), "Dense1.bias is no object");

    [Theory]
    [InlineData("\"x\"", "the string 'x'")]
    [InlineData("[\"x\"]", "an array")]
    [InlineData("{\"k\":1}", "'k' in __metadata__ is 1")]
    [InlineData("{\"k\":null}", "'k' in __metadata__ is null")]
    [InlineData("{\"k\":{\"x\":\"y\"}}", "'k' in __metadata__ is an object")]
    public void MetadataThatAreNotStrings(string metadata, string message) =>
        Refused(WeightsFormatError.InvalidMetadata, Of(before: $"\"__metadata__\":{metadata},"), message);

    [Theory]
    [InlineData("F33")]
    [InlineData("f32")]
    [InlineData("")]
    [InlineData("float")]
    public void UnknownType(string type) =>
        Refused(WeightsFormatError.UnknownType, Of(bias: Bias.Replace("F32", type, StringComparison.Ordinal)), $"type '{type}', which safetensors does not know");

    [Theory]
    [InlineData("F64")]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("I32")]
    [InlineData("BOOL")]
    [InlineData("F8_E4M3")]
    [InlineData("F4")]
    public void AnotherKnownType(string type) =>
        Refused(WeightsFormatError.UnsupportedType, Of(bias: Bias.Replace("F32", type, StringComparison.Ordinal)), $"type {type}; parameters are F32");

    [Fact]
    public void NegativeExtent() => Refused(WeightsFormatError.NegativeExtent, Of(bias: Bias.Replace("[3]", "[-3]", StringComparison.Ordinal)), "holds -3");

    [Theory]
    [InlineData("[4294967296,4294967296]")]
    [InlineData("[4611686018427387904]")]
    [InlineData("[9223372036854775807,3]")]
    [InlineData("[99999999999999999999]")]
    public void ShapeOverflow(string shape) =>
        Refused(WeightsFormatError.ShapeOverflow, Of(bias: Bias.Replace("[3]", shape, StringComparison.Ordinal)), "64-bit number");

    [Theory]
    [InlineData("[-12,0]")]
    [InlineData("[48,-60]")]
    public void NegativeOffset(string offsets) =>
        Refused(WeightsFormatError.NegativeOffset, Of(bias: Bias.Replace("[48,60]", offsets, StringComparison.Ordinal)), "negative");

    [Fact]
    public void ReversedOffsets() =>
        Refused(WeightsFormatError.ReversedOffsets, Of(bias: Bias.Replace("[48,60]", "[60,48]", StringComparison.Ordinal)), "ends at byte 48 of the data, before it starts at 60");

    [Theory]
    [InlineData("[48,56]", "12 bytes, but its offsets 48 and 56 leave 8")]
    [InlineData("[48,64]", "12 bytes, but its offsets 48 and 64 leave 16")]
    [InlineData("[0,9223372036854775807]", "leave 9223372036854775807")]
    public void SizeMismatch(string offsets, string message) =>
        Refused(WeightsFormatError.SizeMismatch, Of(bias: Bias.Replace("[48,60]", offsets, StringComparison.Ordinal)), message);

    [Fact]
    public void AHole()
    {
        Refused(WeightsFormatError.Hole, Of(bias: Bias.Replace("[48,60]", "[52,64]", StringComparison.Ordinal), dataBytes: 64), "bytes 48 to 52 of the data belong to no tensor");
        Refused(
            WeightsFormatError.Hole,
            Of(Weight.Replace("[0,48]", "[4,52]", StringComparison.Ordinal), Bias.Replace("[48,60]", "[52,64]", StringComparison.Ordinal), dataBytes: 64),
            "bytes 0 to 4 of the data belong to no tensor");
    }

    [Theory]
    [InlineData("[36,48]")]
    [InlineData("[47,59]")]
    [InlineData("[0,12]")]
    public void AnOverlap(string offsets) =>
        Refused(WeightsFormatError.Overlap, Of(bias: Bias.Replace("[48,60]", offsets, StringComparison.Ordinal)), "overlap");

    [Theory]
    [InlineData(59)]
    [InlineData(48)]
    [InlineData(0)]
    public void MissingBytes(int bytes) => Refused(WeightsFormatError.MissingBytes, Of(dataBytes: bytes), $"need 60 bytes of data and the file has {bytes}");

    [Theory]
    [InlineData(61)]
    [InlineData(120)]
    public void LeftOverBytes(int bytes) => Refused(WeightsFormatError.LeftOverBytes, Of(dataBytes: bytes), "last tensor", "left over");

    [Fact]
    public void AMissingTensor() => Refused(WeightsFormatError.MissingTensor, File("{" + Weight + "}", 48), "lacks the tensor Dense1.bias [3]");

    [Fact]
    public void AForeignTensor() => Refused(
        WeightsFormatError.ForeignTensor,
        Of(before: """ "Dense2.bias":{"dtype":"F32","shape":[3],"data_offsets":[60,72]}, """, dataBytes: 72),
        "'Dense2.bias', which SoftmaxRegression lacks; its tensors are Dense1.weight, Dense1.bias");

    [Theory]
    [InlineData("[4,3]")]
    [InlineData("[12]")]
    [InlineData("[3,4,1]")]
    [InlineData("[1,1,1,1,1,1,1,1,1,12]")]
    public void AnotherShape(string shape) => Refused(
        WeightsFormatError.ShapeMismatch, Of(weight: Weight.Replace("[3,4]", shape, StringComparison.Ordinal)), "[3, 4] in the network");

    [Fact]
    public void BothShapesArePrinted() => Refused(
        WeightsFormatError.ShapeMismatch, Of(weight: Weight.Replace("[3,4]", "[4,3]", StringComparison.Ordinal)), "the shape [4, 3] in the file and [3, 4] in the network");

    [Fact]
    public void AnotherNetworksFingerprint() => Refused(
        WeightsFormatError.ForeignNetwork, Of(before: """ "__metadata__":{"netgen.fingerprint":"beef"}, """), "fingerprint 'beef'; SoftmaxRegression has '5a17'");

    [Fact]
    public void AFileWithoutFingerprintLoadsByNamesAndShapes() => Load(Of(before: """ "__metadata__":{"format":"pt"}, """));

    [Fact]
    public void MessagesDoNotDependOnTheCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NegativeSign = "−" } };
            Refused(WeightsFormatError.HeaderTooLarge, WithLength(ulong.MaxValue), "18446744073709551615 bytes; at most 100000000");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static byte[] WithLength(ulong length)
    {
        var file = Of();
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        return file;
    }

    /// <summary>The file is refused, from a stream that knows its length and from one that does not, and the network is as it was.</summary>
    private static void Refused(WeightsFormatError error, byte[] file, params string[] anyOf)
    {
        foreach (Stream stream in new Stream[] { new MemoryStream(file), new ForwardOnlyStream(file) })
        {
            var network = SoftmaxRegression.Create(1);
            var before = network.Parameters.ToArray();
            var exception = Assert.Throws<WeightsFormatException>(() => WeightsFile.Load<SoftmaxRegression, int>(network, stream));
            Assert.Equal(error, exception.Error);
            Assert.True(anyOf.Any(text => exception.Message.Contains(text, StringComparison.Ordinal)), exception.Message);
            Assert.Equal(before, network.Parameters);
        }
    }
}
