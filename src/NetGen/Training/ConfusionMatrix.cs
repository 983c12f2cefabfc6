using System.Globalization;
using System.Text;
using NetGen.Training;

namespace NetGen;

/// <summary>How often which class was taken for which.</summary>
public sealed class ConfusionMatrix
{
    private const int ChunkSamples = 256;

    private readonly long[] counts;

    /// <summary>An empty matrix.</summary>
    /// <param name="classes">The number of classes, at least 2.</param>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Classes = classes;
        counts = new long[checked(classes * classes)];
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of samples counted.</summary>
    public long Total => counts.Sum();

    /// <summary>The share of samples on the diagonal, 0 to 1; NaN where nothing was counted.</summary>
    public double Accuracy => Enumerable.Range(0, Classes).Sum(c => this[c, c]) / (double)Total;

    /// <summary>How many samples of a class were taken for another, or for itself.</summary>
    /// <param name="actual">The class they are of.</param>
    /// <param name="predicted">The class they were taken for.</param>
    public long this[int actual, int predicted] => counts[Index(actual, predicted)];

    /// <summary>Classifies a data set and counts.</summary>
    /// <typeparam name="TNetwork">A network that classifies: by classes, or by one yes or no a sample, whose classes are 0 (no) and 1 (yes).</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="NotSupportedException">The network does not classify, or says more than one yes or no a sample.</exception>
    /// <exception cref="ShapeMismatchException">The data do not fit the network.</exception>
    /// <exception cref="InvalidLabelException">A label is no class of the network.</exception>
    /// <exception cref="ArithmeticException">An output of the network is NaN.</exception>
    public static ConfusionMatrix Measure<TNetwork, TTarget>(TNetwork network, DataSet<TTarget> data)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        FitChecks.Data<TNetwork, TTarget>(data, "evaluation");
        var matrix = new ConfusionMatrix(ClassesOf<TNetwork, TTarget>());
        var width = TNetwork.OutputSize;
        var outputs = new float[checked(ChunkSamples * width)];
        for (var start = 0; start < data.Count; start += ChunkSamples)
        {
            var samples = Math.Min(ChunkSamples, data.Count - start);
            network.Predict(data.Inputs.Slice(start * TNetwork.InputSize, samples * TNetwork.InputSize), outputs.AsSpan(0, samples * width));
            for (var i = 0; i < samples; i++)
            {
                var (logits, sample) = (outputs.AsMemory(i * width, width), start + i);
                matrix.Add(Actual(data, sample), Predicted(logits.Span, sample, TNetwork.Name));
            }
        }

        return matrix;
    }

    /// <summary>Counts one sample.</summary>
    /// <param name="actual">The class it is of.</param>
    /// <param name="predicted">The class it was taken for.</param>
    public void Add(int actual, int predicted) => counts[Index(actual, predicted)]++;

    /// <summary>The share of a class's samples that were taken for it, 0 to 1; NaN where there are none.</summary>
    /// <param name="label">The class.</param>
    public double Recall(int label) => this[label, label] / (double)Enumerable.Range(0, Classes).Sum(other => this[label, other]);

    /// <summary>The share of the samples taken for a class that are of it, 0 to 1; NaN where there are none.</summary>
    /// <param name="label">The class.</param>
    public double Precision(int label) => this[label, label] / (double)Enumerable.Range(0, Classes).Sum(other => this[other, label]);

    /// <summary>A table: a row a class the samples are of, a column a class they were taken for.</summary>
    public override string ToString() => ToString([.. Enumerable.Range(0, Classes).Select(c => c.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>A table: a row a class the samples are of, a column a class they were taken for.</summary>
    /// <param name="names">The classes' names, one each.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public string ToString(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != Classes)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {names.Count} names for {Classes} classes; pass one a class."), nameof(names));
        }

        const string Corner = "actual \\ predicted";
        const string LastColumn = "recall";
        var first = Math.Max(Corner.Length, names.Max(name => name.Length));
        var width = Math.Max(names.Max(name => name.Length), counts.Max().ToString(CultureInfo.InvariantCulture).Length);
        var table = new StringBuilder(Corner.PadRight(first));
        foreach (var name in names)
        {
            table.Append("  ").Append(name.PadLeft(width));
        }

        table.Append("   ").Append(LastColumn);
        for (var actual = 0; actual < Classes; actual++)
        {
            table.Append('\n').Append(names[actual].PadRight(first));
            for (var predicted = 0; predicted < Classes; predicted++)
            {
                // Zeros off the diagonal are dots, so that the mistakes stand out.
                var count = this[actual, predicted];
                var text = count == 0 && actual != predicted ? "." : count.ToString(CultureInfo.InvariantCulture);
                table.Append("  ").Append(text.PadLeft(width));
            }

            var recall = Recall(actual);
            table.Append("  ").Append(double.IsNaN(recall) ? "-".PadLeft(7) : MetricText.Percentage(recall).PadLeft(7));
        }

        return table.ToString();
    }

    private static int ClassesOf<TNetwork, TTarget>()
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged => (TNetwork.Loss.Task, TNetwork.OutputSize) switch
        {
            (NetworkTask.Classification, var classes) => classes,
            (NetworkTask.BinaryClassification, 1) => 2,
            (var task, var outputs) => throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{TNetwork.Name} is trained for {task} with {outputs} outputs; a confusion matrix needs a softmax cross-entropy, or a binary cross-entropy with 1 output.")),
        };

    private static int Actual<TTarget>(DataSet<TTarget> data, int sample)
        where TTarget : unmanaged => data switch
        {
            DataSet<int> labelled => labelled.Targets[sample],
            DataSet<float> numbers => numbers.Targets[sample] > .5f ? 1 : 0,
            _ => throw new NotSupportedException($"Targets of type {typeof(TTarget)} are no classes."),
        };

    private static int Predicted(ReadOnlySpan<float> logits, int sample, string network)
    {
        var best = Metrics.MostProbable(logits);
        if (best < 0)
        {
            throw new ArithmeticException(string.Create(
                CultureInfo.InvariantCulture,
                $"{network} gives NaN for sample {sample}, which is no class. Its parameters are not finite, or so large that its outputs overflow: initialize and train it anew."));
        }

        return logits.Length == 1 ? (logits[0] > 0 ? 1 : 0) : best;
    }

    private int Index(int actual, int predicted)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)actual, (uint)Classes, nameof(actual));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted, (uint)Classes, nameof(predicted));
        return (actual * Classes) + predicted;
    }
}
