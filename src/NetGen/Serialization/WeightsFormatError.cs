namespace NetGen;

/// <summary>What is wrong with a weights file.</summary>
public enum WeightsFormatError
{
    /// <summary>The file is shorter than the 8 bytes that hold the header's length.</summary>
    TooShort = 0,

    /// <summary>The header would have more than 100,000,000 bytes.</summary>
    HeaderTooLarge = 1,

    /// <summary>The header would reach past the end of the file.</summary>
    HeaderPastEnd = 2,

    /// <summary>The header is not UTF-8.</summary>
    InvalidUtf8 = 3,

    /// <summary>The header is not JSON.</summary>
    InvalidJson = 4,

    /// <summary>The header is JSON, but no object.</summary>
    NotAnObject = 5,

    /// <summary>The header's objects and arrays are nested more deeply than a tensor's entry.</summary>
    TooDeep = 6,

    /// <summary>A tensor, or the metadata, comes twice.</summary>
    DuplicateName = 7,

    /// <summary>A tensor's entry has a key twice.</summary>
    DuplicateKey = 8,

    /// <summary>A tensor's entry has a key other than dtype, shape and data_offsets.</summary>
    UnknownKey = 9,

    /// <summary>A tensor's entry lacks its dtype, shape or data_offsets.</summary>
    MissingKey = 10,

    /// <summary>A value in the header is of another kind than it has to be.</summary>
    InvalidValue = 11,

    /// <summary>The metadata are not an object of strings.</summary>
    InvalidMetadata = 12,

    /// <summary>The element type is none that safetensors has.</summary>
    UnknownType = 13,

    /// <summary>The element type is one of safetensors', but not F32.</summary>
    UnsupportedType = 14,

    /// <summary>An extent of a shape is negative.</summary>
    NegativeExtent = 15,

    /// <summary>A shape has more bytes than a 64-bit number counts.</summary>
    ShapeOverflow = 16,

    /// <summary>An offset is negative.</summary>
    NegativeOffset = 17,

    /// <summary>A tensor ends before it starts.</summary>
    ReversedOffsets = 18,

    /// <summary>A tensor's shape and its offsets give different numbers of bytes.</summary>
    SizeMismatch = 19,

    /// <summary>There are bytes that belong to no tensor, between two or before the first.</summary>
    Hole = 20,

    /// <summary>Two tensors share bytes.</summary>
    Overlap = 21,

    /// <summary>The file ends before its last tensor does.</summary>
    MissingBytes = 22,

    /// <summary>The file goes on after its last tensor.</summary>
    LeftOverBytes = 23,

    /// <summary>The file's fingerprint is that of a network of another architecture.</summary>
    ForeignNetwork = 24,

    /// <summary>The network has a tensor that the file lacks.</summary>
    MissingTensor = 25,

    /// <summary>The file has a tensor that the network lacks.</summary>
    ForeignTensor = 26,

    /// <summary>A tensor has another shape in the file than in the network.</summary>
    ShapeMismatch = 27,
}
