using System.Text.Json;

namespace NetGen.Serialization;

/// <summary>One tensor's entry in the header: its dtype, shape and data_offsets, each once and nothing else.</summary>
/// <param name="tensor">The network's tensor of that name.</param>
internal sealed class TensorEntry(TensorInfo tensor)
{
    private const string TypeKey = "dtype";
    private const string ShapeKey = "shape";
    private const string OffsetsKey = "data_offsets";

    /// <summary>Extents kept for messages; more are only counted.</summary>
    private const int LongestShape = 8;

    /// <summary>The other element types of the format.</summary>
    private static readonly string[] OtherTypes =
    [
        "BOOL", "F4", "F6_E2M3", "F6_E3M2", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "I16", "U16", "F16", "BF16",
        "I32", "U32", "C64", "F64", "I64", "U64",
    ];

    private readonly List<long> shape = new(LongestShape);
    private int rank;
    private long bytes;

    /// <summary>Reads and checks the entry whose name the reader stands on.</summary>
    /// <returns>Where its bytes are.</returns>
    public TensorPlace Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Invalid($"The entry of {tensor.Name} is no object; it must be one with {TypeKey}, {ShapeKey} and {OffsetsKey}.");
        }

        var (hasType, hasShape, place) = (false, false, (TensorPlace?)null);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (JsonText.Equals(ref reader, TypeKey))
            {
                CheckNew(hasType, TypeKey);
                CheckType(ref reader);
                hasType = true;
            }
            else if (JsonText.Equals(ref reader, ShapeKey))
            {
                CheckNew(hasShape, ShapeKey);
                ReadShape(ref reader);
                hasShape = true;
            }
            else if (JsonText.Equals(ref reader, OffsetsKey))
            {
                CheckNew(place is not null, OffsetsKey);
                place = ReadOffsets(ref reader);
            }
            else
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.UnknownKey,
                    $"The entry of {tensor.Name} has a key '{JsonText.Excerpt(ref reader)}'; it may have {TypeKey}, {ShapeKey} and {OffsetsKey} only.");
            }
        }

        CheckPresent(hasType, TypeKey);
        CheckPresent(hasShape, ShapeKey);
        CheckPresent(place is not null, OffsetsKey);
        CheckSize(place!.Value);
        return place.Value;
    }

    private void CheckType(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Invalid($"The {TypeKey} of {tensor.Name} is no string; it must be \"F32\".");
        }

        if (JsonText.Equals(ref reader, "F32"))
        {
            return;
        }

        foreach (var type in OtherTypes)
        {
            if (JsonText.Equals(ref reader, type))
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.UnsupportedType, $"{tensor.Name} has elements of type {type}; parameters are F32 and so is state. Convert the file to F32 first.");
            }
        }

        throw WeightsFormatException.Of(
            WeightsFormatError.UnknownType,
            $"{tensor.Name} has elements of type '{JsonText.Excerpt(ref reader)}', which safetensors does not know; it must be F32. The file is damaged.");
    }

    private void ReadShape(ref Utf8JsonReader reader)
    {
        OpenArray(ref reader, ShapeKey);
        bytes = sizeof(float);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var extent = ReadWhole(ref reader, ShapeKey, WeightsFormatError.NegativeExtent, WeightsFormatError.ShapeOverflow);
            rank++;
            if (rank <= LongestShape)
            {
                shape.Add(extent);
            }

            if (extent != 0 && bytes > long.MaxValue / extent)
            {
                throw WeightsFormatException.Of(
                    WeightsFormatError.ShapeOverflow,
                    $"The shape of {tensor.Name}, {Shape()} so far, has more bytes than a 64-bit number counts. The file is damaged.");
            }

            bytes *= extent;
        }
    }

    private TensorPlace ReadOffsets(ref Utf8JsonReader reader)
    {
        OpenArray(ref reader, OffsetsKey);
        Span<long> offsets = stackalloc long[2];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var offset = ReadWhole(ref reader, OffsetsKey, WeightsFormatError.NegativeOffset, WeightsFormatError.InvalidValue);
            if (count < offsets.Length)
            {
                offsets[count] = offset;
            }

            count++;
        }

        if (count != offsets.Length)
        {
            throw Invalid($"The {OffsetsKey} of {tensor.Name} are {count} numbers; they must be 2, where its bytes start and where they end.");
        }

        return offsets[0] <= offsets[1]
            ? new TensorPlace(offsets[0], offsets[1])
            : throw WeightsFormatException.Of(
                WeightsFormatError.ReversedOffsets, $"{tensor.Name} ends at byte {offsets[1]} of the data, before it starts at {offsets[0]}. The file is damaged.");
    }

    private void CheckSize(TensorPlace place)
    {
        if (place.End - place.Begin != bytes)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.SizeMismatch,
                $"{tensor.Name} has the shape {Shape()} and so {bytes} bytes, but its offsets {place.Begin} and {place.End} leave {place.End - place.Begin}. The file is damaged.");
        }

        if (rank != tensor.Shape.Length || !tensor.Shape.Select(extent => (long)extent).SequenceEqual(shape))
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.ShapeMismatch,
                $"The {RoleText.Named(tensor)} has the shape {Shape()} in the file and {ShapeText.Of(tensor.Shape)} in the network. Load a file that was saved from this network.");
        }
    }

    private long ReadWhole(ref Utf8JsonReader reader, string key, WeightsFormatError negative, WeightsFormatError large)
    {
        if (reader.TokenType != JsonTokenType.Number || !JsonText.IsWhole(ref reader))
        {
            throw Invalid($"The {key} of {tensor.Name} holds {JsonText.Excerpt(ref reader)}; it must hold whole numbers.");
        }

        if (reader.ValueSpan[0] == (byte)'-')
        {
            throw WeightsFormatException.Of(negative, $"The {key} of {tensor.Name} holds {JsonText.Excerpt(ref reader)}, which is negative. The file is damaged.");
        }

        return reader.TryGetInt64(out var value)
            ? value
            : throw WeightsFormatException.Of(
                large, $"The {key} of {tensor.Name} holds {JsonText.Excerpt(ref reader)}, more than a 64-bit number counts. The file is damaged.");
    }

    private void OpenArray(ref Utf8JsonReader reader, string key)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Invalid($"The {key} of {tensor.Name} is no array; it must be one of whole numbers.");
        }
    }

    private void CheckNew(bool seen, string key)
    {
        if (seen)
        {
            throw WeightsFormatException.Of(WeightsFormatError.DuplicateKey, $"The entry of {tensor.Name} has {key} twice. The file is damaged.");
        }
    }

    private void CheckPresent(bool seen, string key)
    {
        if (!seen)
        {
            throw WeightsFormatException.Of(WeightsFormatError.MissingKey, $"The entry of {tensor.Name} lacks {key}. The file is damaged.");
        }
    }

    private string Shape() => ShapeText.Of(shape) + (rank > LongestShape ? FormattableString.Invariant($" with {rank - LongestShape} more extents") : "");

    private static WeightsFormatException Invalid(FormattableString message) => WeightsFormatException.Of(WeightsFormatError.InvalidValue, message);
}
