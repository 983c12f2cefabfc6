using System.Globalization;

namespace NetGen.Data;

/// <summary>What a data set is checked for, with the messages.</summary>
internal static class DataSetChecks
{
    public static void Lengths(int inputs, int targets, int inputSize, int targetSize)
    {
        if (inputs == 0)
        {
            throw new ShapeMismatchException(Invariant(
                $"The data set is empty: there are 0 input values and {targets} targets. It must have at least one sample, of {inputSize} values and {targetSize} targets."));
        }

        if (inputs % inputSize != 0)
        {
            throw new ShapeMismatchException(Invariant(
                $"There are {inputs} input values, which is no multiple of the {inputSize} values of a sample: {inputs / inputSize} samples and {inputs % inputSize} values over. Check inputSize and how the rows were read."));
        }

        var samples = inputs / inputSize;
        if (targets != (long)samples * targetSize)
        {
            throw new ShapeMismatchException(Invariant(
                $"There are {targets} targets for {samples} samples ({inputs} input values, {inputSize} a sample); there must be {(long)samples * targetSize}, {targetSize} a sample. Check targetSize and that no row was lost."));
        }
    }

    public static void TargetType(Type type, int targetSize)
    {
        if (type != typeof(int) && type != typeof(float))
        {
            throw new NotSupportedException(
                $"Targets of type {type} were given; they are int (class indices, for a softmax cross-entropy) or float (numbers, for every other loss). Convert them first.");
        }

        if (type == typeof(int) && targetSize != 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(targetSize),
                Invariant($"targetSize is {targetSize} with targets of type int; a class index is 1 target a sample. Targets that are numbers are float."));
        }
    }

    public static void Finite(ReadOnlySpan<float> values, int width, string what)
    {
        var index = FiniteScan.IndexOfNonFinite(values);
        if (index >= 0)
        {
            var (sample, column, value) = (index / width, index % width, values[index]);
            throw new NonFiniteValueException(
                Invariant($"The {what} of sample {sample}, column {column} is {value}; every {what} must be a finite number. Drop the sample, or put the column's mean in the place of what is missing."),
                sample,
                column,
                value);
        }
    }

    public static void BatchLength(int length, int samples, int width, string what)
    {
        if (length != (long)samples * width)
        {
            throw new ShapeMismatchException(Invariant(
                $"The batch's {what} have room for {length} values; {samples} samples with {width} each need {(long)samples * width}."));
        }
    }

    /// <summary>The samples of the first part of a split.</summary>
    public static int FirstPart(int count, double fraction)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction), Invariant($"The share of the first part is {fraction}; it must be above 0 and below 1, such as 0.8."));
        }

        return count >= 2
            ? Math.Clamp((int)Math.Round(count * fraction), 1, count - 1)
            : throw new ArgumentOutOfRangeException(
                nameof(fraction), Invariant($"The data set has {count} sample; it takes at least 2 to split it, since neither part may be empty."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
