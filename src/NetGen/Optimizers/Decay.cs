namespace NetGen.Optimizers;

/// <summary>A running mean's scalars: mean = kept mean + rest value.</summary>
internal readonly struct Decay
{
    private Decay(double kept, float floor)
    {
        Kept = (float)kept;
        Rest = (float)(1 - kept);
        Floor = floor;
    }

    /// <summary>The factor on the mean so far.</summary>
    public float Kept { get; }

    /// <summary>The factor on what is new.</summary>
    public float Rest { get; }

    /// <summary>The magnitude below which what is new counts as 0.</summary>
    public float Floor { get; }

    /// <summary>Of a mean of values.</summary>
    /// <param name="kept">The factor on the mean so far, at least 0 and below 1.</param>
    public static Decay OfMean(double kept) => new(kept, Subnormals.Floor(1 - kept));

    /// <summary>Of a mean of squares.</summary>
    /// <param name="kept">The factor on the mean so far, at least 0 and below 1.</param>
    public static Decay OfSquare(double kept) => new(kept, Subnormals.SquareFloor(1 - kept));
}
