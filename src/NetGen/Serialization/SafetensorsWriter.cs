using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetGen.Serialization;

/// <summary>
/// Writes safetensors: the header's length in 8 bytes, little-endian; a JSON object that gives each tensor's type, shape and place; the elements,
/// little-endian, one tensor after the other.
/// </summary>
internal static class SafetensorsWriter
{
    private const int ChunkLength = 16384;

    /// <summary>Writes a network.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="identity">What the metadata say.</param>
    /// <param name="tensors">The tensors, in the order in which they are written.</param>
    /// <param name="parameters">The flat buffer of parameters.</param>
    /// <param name="state">The flat buffer of state.</param>
    public static void Write(
        Stream stream, NetworkIdentity identity, ImmutableArray<TensorInfo> tensors, ReadOnlySpan<float> parameters, ReadOnlySpan<float> state = default)
    {
        var header = Header(identity, tensors);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);

        var chunk = new float[Math.Min(ChunkLength, Math.Max(parameters.Length, state.Length))];
        foreach (var tensor in tensors)
        {
            var buffer = tensor.Role == TensorRole.Parameter ? parameters : state;
            for (var start = 0; start < tensor.Length; start += chunk.Length)
            {
                var values = chunk.AsSpan(0, Math.Min(chunk.Length, tensor.Length - start));
                TensorLayout.Read(tensor, buffer, start, values);
                LittleEndian.Convert(values);
                stream.Write(MemoryMarshal.AsBytes(values));
            }
        }
    }

    private static ReadOnlySpan<byte> Header(NetworkIdentity identity, ImmutableArray<TensorInfo> tensors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(NetworkIdentity.MetadataKey);
            json.WriteString(NetworkIdentity.NameKey, identity.Name);
            json.WriteString(NetworkIdentity.ArchitectureKey, identity.Architecture);
            json.WriteString(NetworkIdentity.FingerprintKey, identity.Fingerprint);
            json.WriteEndObject();
            var offset = 0L;
            foreach (var tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (var extent in tensor.Shape)
                {
                    json.WriteNumberValue(extent);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += (long)tensor.Length * sizeof(float));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Spaces up to a multiple of 8, so that who maps the file into memory finds the elements aligned.
        var padding = -buffer.WrittenCount & 7;
        buffer.GetSpan(padding + 1)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan;
    }
}
