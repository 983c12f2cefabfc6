using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;
using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Signal.Rules;

/// <summary>What a rule reads: a declaration, what is predicted of it, and the lines to hold it against.</summary>
internal sealed class RuleContext
{
    /// <summary>Up to this share of its mean square the mean of a unit counts as zero: biases that were drawn shift it a little.</summary>
    private const double CentredShare = 0.1;

    /// <summary>Analyzes a declaration for the rules.</summary>
    public RuleContext(NetworkSpec network, TrainingSpec? training, SignalThresholds thresholds)
    {
        Network = network;
        Training = training;
        Thresholds = thresholds;
        var forward = ForwardPass.Run(network);
        Report = SignalAnalysis.Analyze(network, forward, training);
        Parameters = new([.. forward.Parameters]);
    }

    /// <summary>As declared.</summary>
    public NetworkSpec Network { get; }

    /// <summary>The optimizer, null where none is declared.</summary>
    public TrainingSpec? Training { get; }

    /// <summary>The lines.</summary>
    public SignalThresholds Thresholds { get; }

    /// <summary>What is predicted.</summary>
    public SignalReport Report { get; }

    /// <summary>The initializers, one entry a layer with weights.</summary>
    public EquatableArray<ResolvedParameters> Parameters { get; }

    /// <summary>Layers with weights.</summary>
    public int Depth => Parameters.Count;

    /// <summary>The layer of an entry of <see cref="Parameters"/>.</summary>
    public DenseSpec Dense(int entry) => (DenseSpec)Network.Layers[Parameters[entry].LayerIndex];

    /// <summary>What is predicted of the layer of an entry of <see cref="Parameters"/>.</summary>
    public LayerSignal Signal(int entry) => Report.Layers[Parameters[entry].LayerIndex];

    /// <summary>The layer whose activation is the first one that an entry's pre-activations meet, the entry's own where they meet none.</summary>
    public int ActivationLayer(int entry)
    {
        var start = Parameters[entry].LayerIndex;
        var end = entry + 1 < Depth ? Parameters[entry + 1].LayerIndex : Network.Layers.Count;
        for (var layer = start; layer < end; layer++)
        {
            if (Network.Layers[layer].Activation.Kind != ActivationKind.Identity)
            {
                return layer;
            }
        }

        return start;
    }

    /// <summary>The first activation that an entry's pre-activations meet.</summary>
    public ActivationSpec Activation(int entry) => Network.Layers[ActivationLayer(entry)].Activation;

    /// <summary>Whether two entries are declared alike, so that what is wrong with both is one mistake.</summary>
    public bool AreAlike(int entry, int other) =>
        Dense(entry).Weights == Dense(other).Weights && Dense(entry).Bias == Dense(other).Bias && Activation(entry) == Activation(other);

    /// <summary>The share of an entry's units that starts saturated, where its activation can saturate.</summary>
    public double? Saturated(int entry) => Report.Layers[ActivationLayer(entry)].SaturatedShare;

    /// <summary>The share of saturated units above which an entry is warned about, by whether what its units give has a mean.</summary>
    public double SaturatedLimit(int entry)
    {
        var signal = Report.Layers[ActivationLayer(entry)];
        return signal is { OutputMean: { } mean, OutputSecondMoment: { } second } && mean * mean < CentredShare * second
            ? Thresholds.SaturatedShareCentred
            : Thresholds.SaturatedShare;
    }

    /// <summary>
    /// The entries whose measure lies above a limit, those declared alike as one: the worst of them, and how many others there are.
    /// </summary>
    /// <param name="measure">What is wrong with an entry, the more the worse; null where nothing can be.</param>
    /// <param name="limit">Up to here nothing is wrong.</param>
    /// <param name="alike">Which entries are one mistake; <see cref="AreAlike"/> unless given.</param>
    public IEnumerable<(int Worst, int Others)> Groups(Func<int, double?> measure, double limit, Func<int, int, bool>? alike = null)
    {
        alike ??= AreAlike;
        var groups = new List<List<int>>();
        for (var entry = 0; entry < Depth; entry++)
        {
            if (measure(entry) > limit)
            {
                var group = groups.Find(known => alike(known[0], entry));
                if (group is null)
                {
                    groups.Add([entry]);
                }
                else
                {
                    group.Add(entry);
                }
            }
        }

        return groups.Select(group => (group.OrderByDescending(entry => measure(entry)).First(), group.Count - 1));
    }
}
