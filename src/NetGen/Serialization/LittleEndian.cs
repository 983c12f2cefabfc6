using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NetGen.Serialization;

/// <summary>The byte order of files.</summary>
internal static class LittleEndian
{
    /// <summary>Turns floats between the machine's byte order and the file's; nothing to do on most machines.</summary>
    /// <param name="values">Converted in place.</param>
    public static void Convert(Span<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            var bits = MemoryMarshal.Cast<float, int>(values);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }
}
