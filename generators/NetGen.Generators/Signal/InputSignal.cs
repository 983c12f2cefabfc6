using NetGen.Generators.Model;

namespace NetGen.Generators.Signal;

/// <summary>What the first layer receives.</summary>
/// <param name="Distribution">Of one value, after the network's own scale and shift.</param>
/// <param name="IsAssumed">Whether nothing was declared, so that the values are taken to be standardized as they are passed in.</param>
internal sealed record InputSignal(SignalDistribution Distribution, bool IsAssumed)
{
    /// <summary>
    /// A declared mean and standard deviation count first, then a declared range (uniform between its ends), then the assumption that the values are
    /// standardized. A mean without a deviation, or the reverse, is completed from the range, else by 0 and 1.
    /// </summary>
    public static InputSignal Of(InputSpec input)
    {
        var hasRange = input.Min is not null && input.Max is not null;
        var hasMoments = input.Mean is not null || input.StandardDeviation is not null;
        var (mean, deviation) = (0.0, 1.0);
        if (hasRange)
        {
            mean = (0.5 * input.Min!.Value) + (0.5 * input.Max!.Value);
            deviation = Math.Abs((input.Max.Value / Math.Sqrt(12)) - (input.Min.Value / Math.Sqrt(12)));
        }

        mean = input.Mean ?? mean;
        deviation = Math.Abs(input.StandardDeviation ?? deviation) * Math.Abs(input.Scale);
        mean = (mean * input.Scale) + input.Shift;
        return new(new(mean, deviation * deviation, hasRange && !hasMoments), !hasRange && !hasMoments);
    }
}
