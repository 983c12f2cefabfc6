using System.Globalization;
using System.Text;
using NetGen.Training;

namespace NetGen;

/// <summary>What one epoch of training came to. Printed, it is one line.</summary>
public sealed record EpochReport
{
    /// <summary>The epoch, counted from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>How many epochs there will be.</summary>
    public required int Epochs { get; init; }

    /// <summary>The mean loss of the epoch's samples, each measured before the step that learned from it.</summary>
    public required double Loss { get; init; }

    /// <summary>The share of the training samples classified rightly after the epoch, 0 to 1; null for regression, or if it was not to be measured.</summary>
    public double? Accuracy { get; init; }

    /// <summary>The mean of |output - target| over the training data after the epoch; null for classification, or if it was not to be measured.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary>The network on the validation data after the epoch; null where there are none.</summary>
    public Evaluation? Validation { get; init; }

    /// <summary>The learning rate of the epoch's last step.</summary>
    public required float LearningRate { get; init; }

    /// <summary>Steps taken since training began.</summary>
    public required long Steps { get; init; }

    /// <summary>The epoch's wall-clock time, measuring included.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary><c>epoch  3/30  loss 0.1234  accuracy 97.12%  validation: loss 0.2101  accuracy 95.20%  learning rate 0.001  0.42 s</c>.</summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        var line = new StringBuilder();
        var width = Epochs.ToString(culture).Length;
        line.Append(culture, $"epoch {Epoch.ToString(culture).PadLeft(width)}/{Epochs}  loss {MetricText.Number(Loss)}");
        MetricText.AppendMetrics(line, Accuracy, MeanAbsoluteError);
        if (Validation is not null)
        {
            line.Append(culture, $"  validation: {Validation}");
        }

        return line.Append(culture, $"  learning rate {LearningRate}  {Duration.TotalSeconds:0.00} s").ToString();
    }
}
