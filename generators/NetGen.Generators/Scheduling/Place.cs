namespace NetGen.Generators.Scheduling;

/// <summary>A place or a length in a workspace, in floats.</summary>
/// <param name="Floats">What is known beforehand.</param>
/// <param name="Scaled">What is multiplied by a unit known at run time: the lanes of a vector, or the samples of the batch.</param>
internal readonly record struct Place(long Floats, long Scaled)
{
    /// <summary>The sum of two.</summary>
    public static Place operator +(Place left, Place right) => new(left.Floats + right.Floats, left.Scaled + right.Scaled);
}
