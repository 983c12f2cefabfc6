namespace NetGen.Serialization;

/// <summary>Where a tensor's bytes stand in a file.</summary>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte after the last.</param>
internal readonly record struct TensorPlace(long Begin, long End);
