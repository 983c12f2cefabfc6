using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen.Serialization;

/// <summary>
/// Reads the JSON of a safetensors file against the tensors a network has. It goes through the text twice: first the structure and the metadata, so that a
/// file of another network is called that and not a file with foreign tensors; then the tensors. Only the network's own tensors are remembered, so that a
/// header with millions of entries takes no memory.
/// </summary>
/// <param name="identity">The network.</param>
/// <param name="tensors">Its tensors.</param>
internal sealed class SafetensorsHeader(NetworkIdentity identity, ImmutableArray<TensorInfo> tensors)
{
    /// <summary>The nesting of a shape: the header, a tensor's entry, the array.</summary>
    private const int DeepestOpening = 3;

    /// <summary>Where each of the network's tensors stands in the data.</summary>
    /// <param name="header">The text, valid UTF-8.</param>
    public TensorPlace[] Parse(ReadOnlySpan<byte> header)
    {
        if (header.IsEmpty || header[0] != (byte)'{')
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.NotAnObject,
                $"The header {(header.IsEmpty ? "is empty" : $"starts with the byte 0x{header[0]:X2}")}; it must be a JSON object, which starts with '{{'. The file is damaged or no safetensors file.");
        }

        try
        {
            CheckStructure(header);
            return ReadTensors(header);
        }
        catch (JsonException exception)
        {
            throw new WeightsFormatException(
                WeightsFormatError.InvalidJson,
                FormattableString.Invariant(
                    $"The header is not valid JSON: reading stopped at byte {exception.BytePositionInLine} of line {exception.LineNumber + 1}. The file is damaged or no safetensors file."),
                exception);
        }
    }

    private void CheckStructure(ReadOnlySpan<byte> header)
    {
        var reader = new Utf8JsonReader(header);
        var hasMetadata = false;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= DeepestOpening)
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.TooDeep,
                    $"At byte {reader.TokenStartIndex} the header is nested more than {DeepestOpening} deep; a tensor's entry is an object whose shape and data_offsets are arrays of numbers.");
            }

            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !JsonText.Equals(ref reader, NetworkIdentity.MetadataKey))
            {
                continue;
            }

            if (hasMetadata)
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.DuplicateName, $"{NetworkIdentity.MetadataKey} comes twice in the header. The file is damaged.");
            }

            hasMetadata = true;
            CheckMetadata(ref reader);
        }
    }

    private void CheckMetadata(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.InvalidMetadata,
                $"{NetworkIdentity.MetadataKey} is {Describe(ref reader)}; it must be an object whose values are strings.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isFingerprint = JsonText.Equals(ref reader, NetworkIdentity.FingerprintKey);
            var key = reader;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.InvalidMetadata,
                    $"'{JsonText.Excerpt(ref key)}' in {NetworkIdentity.MetadataKey} is {Describe(ref reader)}; every value there must be a string.");
            }

            if (isFingerprint && !JsonText.Equals(ref reader, identity.Fingerprint))
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.ForeignNetwork,
                    $"The file holds the weights of a network with the fingerprint '{JsonText.Excerpt(ref reader)}'; {identity.Name} has '{identity.Fingerprint}' ({identity.Architecture}). Load it into the network it was saved from, or train this one anew.");
            }
        }
    }

    private TensorPlace[] ReadTensors(ReadOnlySpan<byte> header)
    {
        var places = new TensorPlace[tensors.Length];
        var seen = new bool[tensors.Length];
        var reader = new Utf8JsonReader(header);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonText.Equals(ref reader, NetworkIdentity.MetadataKey))
            {
                reader.Skip();
                continue;
            }

            var index = IndexOf(ref reader);
            if (seen[index])
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.DuplicateName, $"The tensor {tensors[index].Name} comes twice in the header. The file is damaged.");
            }

            seen[index] = true;
            places[index] = new TensorEntry(tensors[index]).Read(ref reader);
        }

        var missing = Array.IndexOf(seen, false);
        return missing < 0
            ? places
            : throw WeightsFormatException.Of(
                WeightsFormatError.MissingTensor,
                $"The file lacks the tensor {tensors[missing].Name} {ShapeText.Of(tensors[missing].Shape)}, {RoleText.Of(tensors[missing])} of {identity.Name}. Load a file that was saved from this network.");
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var index = 0; index < tensors.Length; index++)
        {
            if (JsonText.Equals(ref reader, tensors[index].Name))
            {
                return index;
            }
        }

        throw WeightsFormatException.Of(
            WeightsFormatError.ForeignTensor,
            $"The file has a tensor '{JsonText.Excerpt(ref reader)}', which {identity.Name} lacks; its tensors are {string.Join(", ", tensors.Select(tensor => tensor.Name))}.");
    }

    private static string Describe(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the string '{JsonText.Excerpt(ref reader)}'",
        _ => JsonText.Excerpt(ref reader),
    };
}
