using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using NetGen.Serialization;
using NetGen.Tests.Training;
using Xunit;

namespace NetGen.Tests.Serialization;

/// <summary>What the reader allocates, against the size of the file.</summary>
public sealed class ReaderMemoryTests
{
    /// <summary>For the reader itself, exceptions and their messages.</summary>
    private const long Constant = 40_000;

    [Fact]
    public void AValidFileTakesItsSizeOnce()
    {
        const int Rows = 700;
        const int Columns = 500;
        ImmutableArray<TensorInfo> tensors = [new("w", [Rows, Columns], 0, IsTransposed: true), new("v", [Rows, Columns], Rows * Columns, IsTransposed: false)];
        var identity = new NetworkIdentity("Large", "large", "1");
        var parameters = Enumerable.Range(0, 2 * Rows * Columns).Select(i => (float)i).ToArray();
        var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, identity, tensors, parameters);
        float[] read = [];
        var allocated = Allocated(() =>
        {
            stream.Position = 0;
            read = new SafetensorsReader(stream, identity, tensors).Read(parameters.Length).Parameters.ToArray();
        });
        Assert.Equal(parameters, read);

        // Once by the reader, and once by the copy this test takes.
        Assert.InRange(allocated, 2 * stream.Length - 10_000, 2 * stream.Length + Constant);
    }

    [Fact]
    public void AHeaderOfAMillionEntriesTakesNoMoreThanTheFile()
    {
        var header = new StringBuilder("{");
        for (var i = 0; i < 100_000; i++)
        {
            header.Append("\"t").Append(i).Append("\":{},");
        }

        Refused(header.Append("\"t\":{}}").ToString());
    }

    [Fact]
    public void LongMetadataAndStringsTakeNoMoreThanTheFile()
    {
        Refused("{\"" + new string('x', 1_000_000) + "\":1}");
        Refused("{\"" + string.Concat(Enumerable.Repeat("\\u0041", 200_000)) + "\":1}");
        Refused("{\"__metadata__\":{\"netgen.fingerprint\":\"" + string.Concat(Enumerable.Repeat("\\u0041", 200_000)) + "\"}}");
        Refused("{\"Dense1.bias\":{\"shape\":[" + string.Concat(Enumerable.Repeat("1,", 300_000)) + "1]}}");
        Refused("{\"Dense1.bias\":{\"dtype\":\"" + new string('F', 1_000_000) + "\"}}");
        Refused("{\"Dense1.bias\":{\"data_offsets\":[" + string.Concat(Enumerable.Repeat("1,", 300_000)) + "1]}}");
    }

    [Theory]
    [InlineData(100_000_000)]
    [InlineData(long.MaxValue)]
    public void ALengthThatIsNotThereTakesNothing(long length)
    {
        var file = new byte[1000];
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        foreach (var open in new Func<Stream>[] { () => new MemoryStream(file), () => new ForwardOnlyStream(file) })
        {
            var allocated = Allocated(() => Assert.Throws<WeightsFormatException>(
                () => WeightsFile.Load<SoftmaxRegression, int>(new SoftmaxRegression(), open())));
            Assert.InRange(allocated, 0, Constant);
        }
    }

    private static void Refused(string header)
    {
        var file = SafetensorsBytes.File(header);
        var allocated = Allocated(() => Assert.Throws<WeightsFormatException>(() => SafetensorsBytes.Load(file)));
        Assert.InRange(allocated, 0, file.Length + Constant);
    }

    private static long Allocated(Action action)
    {
        // The first run compiles and fills caches that are no part of reading.
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
