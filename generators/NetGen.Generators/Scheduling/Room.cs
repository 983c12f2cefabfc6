namespace NetGen.Generators.Scheduling;

/// <summary>The place of a value in a workspace.</summary>
/// <param name="IsFixed">Whether the value exists once: the offset counts floats then, otherwise it is multiplied by the number of samples or lanes.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How much it takes.</param>
internal readonly record struct Room(bool IsFixed, long Offset, long Length);
