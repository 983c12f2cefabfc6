using NetGen.Generators.Graph;
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

    private readonly WeightedLayer[] _weighted;

    /// <summary>Analyzes a declaration for the rules.</summary>
    public RuleContext(NetworkSpec network, TrainingSpec? training, SignalThresholds thresholds)
    {
        Network = network;
        Training = training;
        Thresholds = thresholds;
        Forward = ForwardPass.Run(network);
        Report = SignalAnalysis.Analyze(network, Forward, training);
        Parameters = new([.. Forward.Parameters]);
        Paths = new(Forward.Graph);
        _weighted =
        [
            .. Forward.Weighted.Select(weighted => new WeightedLayer(
                Steps[weighted.LayerIndex].Name,
                weighted.Product.Weights.Tensor!.Initializer,
                weighted.Product.Bias?.Tensor!.Initializer,
                weighted.FanIn,
                weighted.FanOut,
                weighted.Result.Columns)),
        ];
    }

    /// <summary>As declared.</summary>
    public NetworkSpec Network { get; }

    /// <summary>Its layers that compute something, in order: findings name places in this list.</summary>
    public IReadOnlyList<LayerSpec> Steps => Forward.Steps;

    /// <summary>The optimizer, null where none is declared.</summary>
    public TrainingSpec? Training { get; }

    /// <summary>The lines.</summary>
    public SignalThresholds Thresholds { get; }

    /// <summary>The signal of every value of the graph.</summary>
    public ForwardPass Forward { get; }

    /// <summary>What is predicted.</summary>
    public SignalReport Report { get; }

    /// <summary>Who writes and who reads each value.</summary>
    public GraphPaths Paths { get; }

    /// <summary>The initializers, one entry a sum over weights.</summary>
    public EquatableArray<ResolvedParameters> Parameters { get; }

    /// <summary>Sums over weights.</summary>
    public int Depth => Parameters.Count;

    /// <summary>The steps that drop values, in order, but for those whose rate is 0.</summary>
    public IEnumerable<MaskedStep> Masks => Forward.Graph.Operations
        .Where(static operation => operation.Effect is SignalEffect.Dropping { Rate: > 0 })
        .Select(static operation => new MaskedStep(operation.Layer - 1, (SignalEffect.Dropping)operation.Effect, operation.Result));

    /// <summary>What is declared of an entry of <see cref="Parameters"/>.</summary>
    public WeightedLayer Weighted(int entry) => _weighted[entry];

    /// <summary>What is predicted of the layer of an entry of <see cref="Parameters"/>.</summary>
    public LayerSignal Signal(int entry) => Report.Layers[Parameters[entry].LayerIndex];

    /// <summary>The layer whose activation is the first one that an entry's pre-activations meet, the entry's own where they meet none.</summary>
    public int ActivationLayer(int entry) => Meets(entry, pastNormalizations: true) ?? Parameters[entry].LayerIndex;

    /// <summary>The first activation that an entry's pre-activations meet.</summary>
    public ActivationSpec Activation(int entry) => Steps[ActivationLayer(entry)].Activation;

    /// <summary>The activation that an entry's pre-activations meet in the size that they have: with no normalization before it.</summary>
    public ActivationSpec DirectActivation(int entry) => Steps[Meets(entry, pastNormalizations: false) ?? Parameters[entry].LayerIndex].Activation;

    /// <summary>
    /// The first layer's weight gradient over the last one's. The gradient of weights in front of a normalization is the larger the smaller they are, and their
    /// size is of no consequence: theirs is taken at the size that gives pre-activations of 1.
    /// </summary>
    public double? FirstToLastGradient => Depth > 1 ? Report.FirstToLastGradient * Size(0) / Size(Depth - 1) : null;

    /// <summary>
    /// Whether a normalization follows before other weights or a sum of branches do: then the size of an entry's pre-activations is not that of what follows.
    /// </summary>
    public bool IsNormalized(int entry) => Following(entry) is SignalEffect.Normalization;

    /// <summary>Whether what an entry gives is added to another branch before other weights or a normalization follow.</summary>
    public bool IsBranch(int entry) => Following(entry) is SignalEffect.Sum;

    /// <summary>Whether branches have been added before an entry.</summary>
    public bool IsBehindBlock(int entry) => Forward.Graph.Operations
        .TakeWhile(operation => !ReferenceEquals(operation.Result, Forward.Weighted[entry].Result))
        .Any(static operation => operation.Effect is SignalEffect.Sum);

    /// <summary>The entry whose weights alone receive what an entry gives, with no sum of branches between; -1 where there is none.</summary>
    public int Next(int entry)
    {
        foreach (var operation in Paths.After(Forward.Weighted[entry].Result))
        {
            switch (operation.Effect)
            {
                case SignalEffect.Product:
                    return Forward.EntryOf(operation.Result);
                case SignalEffect.Sum:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>Whether an entry follows another with nothing between but activations and changes of shape: no mask, noise, normalization or sum of branches.</summary>
    public bool Follows(int entry, int before)
    {
        var origin = Forward.Weighted[entry].Incoming.Origin;
        return ReferenceEquals(origin, Forward.Weighted[before].Result);
    }

    /// <summary>Whether two entries are declared alike, so that what is wrong with both is one mistake.</summary>
    public bool AreAlike(int entry, int other) =>
        Weighted(entry).Weights == Weighted(other).Weights && Weighted(entry).Bias == Weighted(other).Bias && Activation(entry) == Activation(other);

    /// <summary>Whether a step applies an activation and does nothing else.</summary>
    public bool IsOnlyActivation(int step) => Paths.Of(step).All(static operation => operation.Effect is SignalEffect.Map);

    /// <summary>The share of an entry's units that starts saturated, where its activation can saturate.</summary>
    public double? Saturated(int entry) => Report.Layers[Meets(entry, pastNormalizations: false) ?? Parameters[entry].LayerIndex].SaturatedShare;

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

    private double? Size(int entry) =>
        !IsNormalized(entry) || DirectActivation(entry).Kind != ActivationKind.Identity ? 1
        : Forward.Weighted[entry].Outgoing.Source?.StandardDeviation is > 0 and var deviation ? deviation
        : null;

    /// <summary>The layer of the first activation behind an entry's sums; null where weights, a sum of branches or several readers come first.</summary>
    private int? Meets(int entry, bool pastNormalizations)
    {
        foreach (var operation in Paths.After(Forward.Weighted[entry].Result))
        {
            switch (operation.Effect)
            {
                case SignalEffect.Map { Function.Kind: not ActivationKind.Identity }:
                    return operation.Layer - 1;
                case SignalEffect.Product or SignalEffect.Sum:
                case SignalEffect.Normalization when !pastNormalizations:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What comes first behind an entry's sums: other weights, a sum of branches or a normalization; null where several operations read a value before.</summary>
    private SignalEffect? Following(int entry)
    {
        foreach (var operation in Paths.After(Forward.Weighted[entry].Result))
        {
            if (operation.Effect is SignalEffect.Product or SignalEffect.Sum or SignalEffect.Normalization)
            {
                return operation.Effect;
            }
        }

        return null;
    }
}
