using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace NetGen.Serialization;

/// <summary>
/// Reads a network's tensors from safetensors and refuses whatever is not exactly that. Memory is taken for bytes that are there, never on the word of a
/// length in the file.
/// </summary>
/// <param name="stream">The file, from its first byte.</param>
/// <param name="identity">The network.</param>
/// <param name="tensors">Its tensors.</param>
internal sealed class SafetensorsReader(Stream stream, NetworkIdentity identity, ImmutableArray<TensorInfo> tensors)
{
    private const long LongestHeader = 100_000_000;
    private const int LengthBytes = sizeof(ulong);

    /// <summary>Reads all tensors.</summary>
    /// <param name="parameterCount">The length of the network's flat buffer of parameters.</param>
    /// <param name="stateCount">The length of its flat buffer of state.</param>
    /// <returns>Both buffers as they should become.</returns>
    public (float[] Parameters, float[] State) Read(int parameterCount, int stateCount = 0)
    {
        long? total = stream.CanSeek ? stream.Length - stream.Position : null;
        var header = ReadHeader(total);
        if (!Utf8.IsValid(header))
        {
            throw WeightsFormatException.Of(WeightsFormatError.InvalidUtf8, $"The header is not valid UTF-8 text. The file is damaged or no safetensors file.");
        }

        var places = new SafetensorsHeader(identity, tensors).Parse(header);
        var order = Order(places);
        if (total is { } known)
        {
            CheckDataLength(places[order[^1]].End, known - LengthBytes - header.Length);
        }

        return ReadData(places, order, parameterCount, stateCount);
    }

    private byte[] ReadHeader(long? total)
    {
        Span<byte> lengthBytes = stackalloc byte[LengthBytes];
        var read = stream.ReadAtLeast(lengthBytes, LengthBytes, throwOnEndOfStream: false);
        if (read < LengthBytes)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.TooShort,
                $"The file has {read} bytes; a safetensors file starts with 8 bytes that hold the length of its header. It was cut off or is no safetensors file.");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > LongestHeader)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.HeaderTooLarge,
                $"The header would have {length} bytes; at most {LongestHeader} are allowed. The file is damaged or no safetensors file.");
        }

        if (total is { } known && (long)length > known - LengthBytes)
        {
            throw HeaderPastEnd(length, known - LengthBytes);
        }

        // Of a stream whose length is unknown, room is made for what has come, doubling, so that 8 bytes cannot ask for 100 MB.
        var header = new byte[total is null ? Math.Min((int)length, 4096) : (int)length];
        var filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(header.AsSpan(filled), header.Length - filled, throwOnEndOfStream: false);
            if (filled < header.Length)
            {
                throw HeaderPastEnd(length, filled);
            }

            if (filled == (int)length)
            {
                return header;
            }

            Array.Resize(ref header, (int)Math.Min(2L * filled, (long)length));
        }
    }

    /// <summary>The tensors in the order of their bytes, after checking that each starts where the last one ended.</summary>
    private int[] Order(TensorPlace[] places)
    {
        int[] order = [.. Enumerable.Range(0, places.Length)];
        Array.Sort(order, (a, b) => (places[a].Begin, places[a].End).CompareTo((places[b].Begin, places[b].End)));
        var end = 0L;
        var last = "";
        foreach (var index in order)
        {
            var (begin, name) = (places[index].Begin, tensors[index].Name);
            if (begin > end)
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.Hole,
                    $"The bytes {end} to {begin} of the data belong to no tensor: {name} starts at {begin}. Each tensor must start where the last one ended.");
            }

            if (begin < end)
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.Overlap,
                    $"The tensors {last} and {name} overlap: {name} starts at byte {begin} of the data, {last} ends at {end}. Each tensor must start where the last one ended.");
            }

            (end, last) = (places[index].End, name);
        }

        return order;
    }

    private (float[] Parameters, float[] State) ReadData(TensorPlace[] places, int[] order, int parameterCount, int stateCount)
    {
        // Every place has its tensor's size by now, so that this is as large as the data the header speaks of; where the stream's length is unknown the
        // data may still be cut short, but the network itself is no smaller.
        var (parameters, state) = (new float[parameterCount], new float[stateCount]);
        Span<float> chunk = stackalloc float[2048];
        var position = 0L;
        foreach (var index in order)
        {
            var tensor = tensors[index];
            var buffer = tensor.Role == TensorRole.Parameter ? parameters : state;
            if (!tensor.IsTransposed)
            {
                var stored = buffer.AsSpan(tensor.Offset, tensor.Length);
                Fill(stored, ref position, places[order[^1]].End);
                continue;
            }

            for (var start = 0; start < tensor.Length; start += chunk.Length)
            {
                var values = chunk[..Math.Min(chunk.Length, tensor.Length - start)];
                Fill(values, ref position, places[order[^1]].End);
                TensorLayout.Write(tensor, buffer, start, values);
            }
        }

        if (stream.ReadByte() >= 0)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.LeftOverBytes,
                $"The file goes on after its last tensor, which ends at byte {position} of the data. It is damaged, or two files were joined.");
        }

        return (parameters, state);
    }

    private void Fill(Span<float> values, ref long position, long end)
    {
        var bytes = MemoryMarshal.AsBytes(values);
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        position += read;
        if (read < bytes.Length)
        {
            CheckDataLength(end, position);
        }

        LittleEndian.Convert(values);
    }

    private static void CheckDataLength(long expected, long actual)
    {
        if (actual < expected)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.MissingBytes,
                $"The tensors need {expected} bytes of data and the file has {actual}. It was cut off: copy it again, or load an older one.");
        }

        if (actual > expected)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.LeftOverBytes,
                $"The tensors need {expected} bytes of data and the file has {actual}: {actual - expected} are left over. It is damaged, or two files were joined.");
        }
    }

    private static WeightsFormatException HeaderPastEnd(ulong length, long available) => WeightsFormatException.Of(
        WeightsFormatError.HeaderPastEnd,
        $"The header would have {length} bytes and only {available} follow its length. The file was cut off or is no safetensors file.");
}
