namespace NetGen;

/// <summary>
/// The shape of one sample, and what is known of its values. Comes first. The statistics describe the values as they are passed in; the network computes
/// with <c>value * Scale + Shift</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>A sample is a row of features.</summary>
    /// <param name="features">Values a sample, at least 1.</param>
    public InputAttribute(int features) => Shape = [features];

    /// <summary>A sample is a sequence of rows.</summary>
    /// <param name="steps">Rows a sample, at least 1.</param>
    /// <param name="features">Values a row, at least 1.</param>
    public InputAttribute(int steps, int features) => Shape = [steps, features];

    /// <summary>A sample is an image, channels last.</summary>
    /// <param name="height">Rows of pixels, at least 1.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="channels">Values a pixel, at least 1.</param>
    public InputAttribute(int height, int width, int channels) => Shape = [height, width, channels];

    /// <summary>The extents, outermost first.</summary>
    public int[] Shape { get; }

    /// <summary>The smallest value passed in, for the analysis of the signal.</summary>
    public double Min { get; set; }

    /// <summary>The largest value passed in, for the analysis of the signal.</summary>
    public double Max { get; set; }

    /// <summary>The mean of the values passed in, for the analysis of the signal.</summary>
    public double Mean { get; set; }

    /// <summary>The standard deviation of the values passed in, for the analysis of the signal; 1 unless declared.</summary>
    public double StandardDeviation { get; set; } = 1;

    /// <summary>What the network multiplies each value by; 1 unless declared.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>What the network adds to each scaled value; 0 unless declared.</summary>
    public double Shift { get; set; }
}
