using System.Buffers.Binary;
using System.Text;
using NetGen.Tests.Training;

namespace NetGen.Tests.Serialization;

/// <summary>Files made by hand, independently of the writer.</summary>
internal static class SafetensorsBytes
{
    /// <summary>The entries of <see cref="SoftmaxRegression"/>, as they should be.</summary>
    public const string Weight = """ "Dense1.weight":{"dtype":"F32","shape":[3,4],"data_offsets":[0,48]} """;

    public const string Bias = """ "Dense1.bias":{"dtype":"F32","shape":[3],"data_offsets":[48,60]} """;

    /// <summary>A header's length, the header, and data bytes that count up.</summary>
    public static byte[] File(string header, int dataBytes = 60) => File(Encoding.UTF8.GetBytes(header), dataBytes);

    public static byte[] File(byte[] header, int dataBytes = 60)
    {
        var file = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(file, header.Length);
        header.CopyTo(file, 8);
        for (var i = 0; i < dataBytes; i++)
        {
            file[8 + header.Length + i] = (byte)(i % 4 == 3 ? 63 : i);
        }

        return file;
    }

    /// <summary>A file of the two entries and what stands before them.</summary>
    public static byte[] Of(string weight = Weight, string bias = Bias, string before = "", int dataBytes = 60) =>
        File("{" + before + weight + "," + bias + "}", dataBytes);

    public static void Load(byte[] file, SoftmaxRegression? network = null) =>
        WeightsFile.Load<SoftmaxRegression, int>(network ?? new SoftmaxRegression(), new MemoryStream(file));

    public static byte[] Save(SoftmaxRegression network)
    {
        var stream = new MemoryStream();
        WeightsFile.Save<SoftmaxRegression, int>(network, stream);
        return stream.ToArray();
    }
}
