namespace NetGen.Training.Threads;

/// <summary>A contiguous part of something that is split evenly: sizes differ by at most one unit, and larger parts come first.</summary>
/// <param name="Start">Its first element.</param>
/// <param name="Length">Its elements.</param>
internal readonly record struct Share(int Start, int Length)
{
    /// <summary>One of the parts.</summary>
    /// <param name="length">What is split: its elements.</param>
    /// <param name="index">Which part, counted from 0.</param>
    /// <param name="count">How many parts.</param>
    public static Share Of(int length, int index, int count)
    {
        var (quotient, rest) = Math.DivRem(length, count);
        return new Share((index * quotient) + Math.Min(index, rest), quotient + (index < rest ? 1 : 0));
    }

    /// <summary>One of the parts of a split at multiples of a unit; the last unit may be incomplete.</summary>
    /// <param name="length">What is split: its elements.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="index">Which part, counted from 0.</param>
    /// <param name="count">How many parts.</param>
    public static Share OfUnits(int length, int unit, int index, int count)
    {
        var units = Of((length / unit) + (length % unit > 0 ? 1 : 0), index, count);
        var start = (int)Math.Min((long)units.Start * unit, length);
        var end = (int)Math.Min(((long)units.Start + units.Length) * unit, length);
        return new Share(start, end - start);
    }
}
