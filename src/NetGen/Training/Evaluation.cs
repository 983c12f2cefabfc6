using System.Text;
using NetGen.Training;

namespace NetGen;

/// <summary>How well a network does on a data set.</summary>
public sealed record Evaluation
{
    /// <summary>The number of samples.</summary>
    public required int Count { get; init; }

    /// <summary>The mean loss.</summary>
    public required double Loss { get; init; }

    /// <summary>
    /// The share of samples whose most probable class is the right one; of outputs, for a yes or no each, whose logit is on the target's side (above 0 for a
    /// target above 0.5). Between 0 and 1; null for regression. An output that is NaN is wrong.
    /// </summary>
    public double? Accuracy { get; init; }

    /// <summary>The mean of |output - target|; null for classification.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary><c>loss 0.2101  accuracy 95.20%</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("loss ").Append(MetricText.Number(Loss));
        MetricText.AppendMetrics(text, Accuracy, MeanAbsoluteError);
        return text.ToString();
    }
}
