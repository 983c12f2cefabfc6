using NetGen.Generators.Graph;
using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Functions;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Signal;

/// <summary>
/// The forward recursion over the operations of the graph; on its way it resolves the initializers, since an exact gain depends on what the layers before it
/// give.
/// </summary>
internal sealed class ForwardPass
{
    private readonly Dictionary<Value, ValueSignal> _values = [];
    private readonly List<ForwardLayer> _layers = [];
    private readonly List<WeightedSignal> _weighted = [];
    private readonly List<double?> _logStretches = [];
    private bool _overflows;

    private ForwardPass(NetworkSpec network)
    {
        Graph = NetworkLowering.Lower(network);
        Steps = network.Steps;
        Input = InputSignal.Of(network.Input);
        _values[Graph.Input] = Start(Graph.Input, InputSignal.Of(network.Input with { Scale = 1, Shift = 0 }).Distribution, "the input", new() { Origin = Graph.Input, SharedSource = Nothing });
    }

    /// <summary>The network as values and operations.</summary>
    public NetworkGraph Graph { get; }

    /// <summary>The network's layers that compute something, in order.</summary>
    public IReadOnlyList<LayerSpec> Steps { get; }

    /// <summary>What the first layer receives.</summary>
    public InputSignal Input { get; }

    /// <summary>One entry a step.</summary>
    public IReadOnlyList<ForwardLayer> Layers => _layers;

    /// <summary>One entry a sum over weights, in order.</summary>
    public IReadOnlyList<WeightedSignal> Weighted => _weighted;

    /// <summary>How the parameters of each entry of <see cref="Weighted"/> start.</summary>
    public IEnumerable<ResolvedParameters> Parameters => _weighted.Select(static weighted => new ResolvedParameters(weighted.LayerIndex, weighted.Weights, weighted.Bias));

    /// <summary>The signal of what the network gives.</summary>
    public ValueSignal Output => _values[Graph.Output];

    private static Lazy<double> Nothing { get; } = new(0.0);

    /// <summary>The entry of <see cref="Weighted"/> that gives a value; -1 where none does.</summary>
    public int EntryOf(Value value) => _weighted.FindIndex(weighted => ReferenceEquals(weighted.Result, value));

    /// <summary>What is known of a value of the forward pass.</summary>
    public ValueSignal Of(Value value) => _values[value];

    /// <summary>Follows the signal from the input to the last layer.</summary>
    public static ForwardPass Run(NetworkSpec network)
    {
        var pass = new ForwardPass(network);
        var operations = pass.Graph.Operations;
        for (var index = 0; index < operations.Length;)
        {
            var layer = operations[index].Layer;
            var start = index;
            for (; index < operations.Length && operations[index].Layer == layer; index++)
            {
                pass._values[operations[index].Result] = pass.Apply(operations[index].Effect, operations[index].Result, layer);
            }

            if (layer > 0)
            {
                pass._layers.Add(pass.Summarize(layer - 1, operations.AsSpan(start, index - start)));
                pass._overflows = false;
            }
        }

        return pass;
    }

    /// <summary>What a step received, did and gave.</summary>
    private ForwardLayer Summarize(int index, ReadOnlySpan<Operation> operations)
    {
        var result = _values[operations[operations.Length - 1].Result];
        var (incoming, receivesSource, function) = operations[0].Effect switch
        {
            SignalEffect.Product product => (_values[product.X].Moments, true, result.Function),
            SignalEffect.Map map => (_values[map.X].Moments, _values[map.X].IsSource, result.Function),
            SignalEffect.Normalization normalization => (_values[normalization.X].Moments, false, null),
            SignalEffect.Dropping mask => (_values[mask.X].Moments, false, null),
            SignalEffect.Noise noise => (_values[noise.X].Moments, false, null),
            SignalEffect.Affine affine => (_values[affine.X].Moments, false, null),
            // Of a sum it is the sum itself that is of interest.
            _ => (result.Moments, false, (ActivationFunction?)null),
        };
        return new(index, result.Source, receivesSource, incoming, function, result.Moments, _overflows, result.Unknown);
    }

    private ValueSignal Apply(SignalEffect effect, Value result, int layer) => effect switch
    {
        SignalEffect.Product product => Sum(product, result, layer),
        SignalEffect.Map map => Compose(map, _values[map.X], layer),
        SignalEffect.Sum sum => Add(_values[sum.A], _values[sum.B], result, Name(layer)),
        SignalEffect.Normalization normalization => Normalize(normalization, _values[normalization.X], result, Name(layer)),
        SignalEffect.Dropping mask => Pass(
            _values[mask.X], result, Name(layer), x => ValueTransfer.After(mask, x), (x, shared) => ValueTransfer.Shared(mask, x, shared), ValueTransfer.Slope(mask), mask.Rate / (1 - mask.Rate)) with
        {
            Own = _values[mask.X].Own * ValueTransfer.Own(mask, _values[mask.X].Moments),
        },
        SignalEffect.Noise noise => Pass(_values[noise.X], result, Name(layer), x => ValueTransfer.After(noise, x), static (_, shared) => shared, 1) with
        {
            Own = _values[noise.X].Own * ValueTransfer.Own(noise, _values[noise.X].Moments),
        },
        SignalEffect.Affine { Scale: 1, Shift: 0 } affine => _values[affine.X],
        SignalEffect.Affine affine => Scale(affine, _values[affine.X], result, layer),
        _ => throw new InvalidOperationException($"The analysis of the signal does not know the effect {effect.GetType().Name}: add what it does to a distribution and to a gradient."),
    };

    private string Name(int layer) => layer == 0 ? "the input" : Steps[layer - 1].Name;

    private ValueSignal Sum(SignalEffect.Product product, Value result, int layer)
    {
        var incoming = _values[product.X];
        var name = Name(layer);
        var (weights, bias) = ProductSignal.Resolve(product, name, incoming);
        var (distribution, unknown) = ProductSignal.Sum(product, name, incoming, weights, bias);
        var entry = _weighted.Count;
        var blank = new ValueSignal
        {
            Origin = result,
            SharedSource = distribution is null ? Nothing : new(() => ProductSignal.Shared(product, incoming, weights, bias, distribution.Mean)),
            Reference = entry,
            Overflows = incoming.Overflows,
            Own = incoming.Own,
            SizeVariance = incoming.Reference < 0 ? incoming.SizeVariance : incoming.SizeVariance + (Finite(incoming.Moments?.Kappa) / product.Weights.Tensor!.FanIn),
            Spread = incoming.Reference < 0 ? 0 : incoming.TotalSpread + ProductSignal.Spread(product),
        };
        var signal = distribution is null ? Lost(blank, unknown) : Start(result, distribution, name, blank);
        var weighted = new WeightedSignal(layer - 1, product, result, incoming, signal, weights, bias);
        _weighted.Add(weighted);
        var growth = weighted.FanIn * weighted.Square * incoming.TotalStretch;
        _logStretches.Add(LogStretch(incoming.Reference) + (growth > 0 ? Math.Log(growth.Value) : (double?)null));
        return signal;
    }

    private double? LogStretch(int entry) => entry < 0 ? 0 : _logStretches[entry];

    private ValueSignal Compose(SignalEffect.Map map, ValueSignal x, int layer)
    {
        if (x.Function is null || x.Source is null)
        {
            return x with { Function = null, Moments = null, Activation = map.Function.Kind };
        }

        if (map.Function.Kind == ActivationKind.Identity)
        {
            return x with { Activation = ActivationKind.Identity };
        }

        var name = Name(layer);
        if (ActivationFunctions.Find(map.Function) is not { } function)
        {
            return x with
            {
                Function = null,
                Moments = null,
                Activation = map.Function.Kind,
                Unknown = map.Function.Kind == ActivationKind.Softmax
                    ? name + "'s softmax mixes the values of its layer"
                    : name + "'s activation " + map.Function.Name + " has no [ActivationFormula] that can be read",
            };
        }

        var composed = ActivationFunctions.Compose(x.Function, function);
        return Measured(x with { Function = composed, Moments = ActivationMoments.Of(composed, x.Source), Activation = map.Function.Kind }, name + "'s activation gives");
    }

    /// <summary>Both branches of a residual block: independent, since the weights inside have mean 0, unless there are none inside.</summary>
    private ValueSignal Add(ValueSignal a, ValueSignal b, Value result, string name)
    {
        if (a.Function is null || b.Function is null || a.Source is null || b.Source is null)
        {
            return Lost(Blank(result, a), a.Function is null || a.Source is null ? a.Unknown : b.Unknown);
        }

        if (ReferenceEquals(a.Origin, b.Origin))
        {
            var function = new SummedActivation(a.Function, b.Function);
            return Measured(
                a with { Function = function, Moments = ActivationMoments.Of(function, a.Source), Activation = ActivationKind.Identity }, name + "'s sum gives");
        }

        var moments = ValueTransfer.Sum(a.Moments!, b.Moments!);
        var reference = a.Reference < 0 ? b.Reference : a.Reference;
        var (inside, around) = (a.TotalStretch * Against(a.Reference, reference), b.TotalStretch * Against(b.Reference, reference));
        var size = moments.SecondMoment > 0 ? a.Moments!.SecondMoment / moments.SecondMoment : 0;
        return Restart(result, moments, name, Blank(result, a) with
        {
            SharedSource = new(() => a.Shared() + b.Shared() + (2 * a.Moments!.Mean * b.Moments!.Mean)),
            Reference = reference,
            Stretch = inside + around,
            Own = (size * a.Own) + ((1 - size) * b.Own),
            SizeVariance = ValueTransfer.Vary(a.SizeVariance, b.SizeVariance, size, 4.0 / result.Columns),
            Spread = ValueTransfer.Vary(a.TotalSpread, b.TotalSpread, inside + around > 0 ? inside / (inside + around) : 0, 2),
        });
    }

    /// <summary>A perturbation's mean square at one layer with weights over that at another.</summary>
    private double? Against(int entry, int reference) =>
        entry == reference ? 1 : LogStretch(entry) - LogStretch(reference) is { } log && SignalMath.IsFinite(Math.Exp(log)) ? Math.Exp(log) : null;

    private ValueSignal Normalize(SignalEffect.Normalization normalization, ValueSignal x, Value result, string name)
    {
        var gamma = ValueTransfer.GammaSquare(normalization);
        var beta = ValueTransfer.Beta(normalization);
        var blank = Blank(result, x) with { SizeVariance = 0, Spread = x.TotalSpread ?? 0, Stretch = null };
        if (x.Moments is null || x.Source is null)
        {
            // What is not known before a normalization does not matter after it, but a value without end stays one.
            return x.Overflows ? Lost(blank, x.Unknown) : Start(result, new(beta, gamma), name, blank);
        }

        var (spread, slope) = ValueTransfer.Normalized(normalization, x);
        if (!SignalMath.IsFinite(spread) || !SignalMath.IsFinite(slope))
        {
            return Lost(blank, name + " divides by 0: all it receives is equal, and its epsilon is 0");
        }

        var scale = normalization.IsCentred ? 0 : Math.Sqrt(gamma * spread / x.Moments.SecondMoment);
        var mean = scale > 0 ? scale * x.Moments.Mean : 0;
        var left = gamma * ValueTransfer.Left(normalization);
        return Start(result, new(mean + beta, Math.Max((gamma * spread) - (mean * mean), 0), x is { IsSource: true, Source.IsUniform: true }), name, blank with
        {
            SharedSource = new(() => Shared(normalization, x, gamma * spread) + (beta * beta)),
            Stretch = x.Stretch * slope * left,
            Slope = slope * left,
        });
    }

    /// <summary>What two samples have in common after a normalization to a mean square: nothing where a unit's mean over the batch is gone.</summary>
    private static double Shared(SignalEffect.Normalization normalization, ValueSignal x, double square) => normalization switch
    {
        { IsOverBatch: true } => 0,
        { IsCentred: true } => x.Moments!.Variance > 0 ? square * Math.Max(x.Shared() - (x.Moments.Mean * x.Moments.Mean), 0) / x.Moments.Variance : 0,
        _ => x.Moments!.SecondMoment > 0 ? square * x.Shared() / x.Moments.SecondMoment : 0,
    };

    private ValueSignal Scale(SignalEffect.Affine affine, ValueSignal x, Value result, int layer)
    {
        if (x is { IsSource: true, Source: { } source })
        {
            var deviation = source.StandardDeviation * Math.Abs(affine.Scale);
            return Start(result, new((source.Mean * affine.Scale) + affine.Shift, deviation * deviation, source.IsUniform), Name(layer), Blank(result, x) with
            {
                SharedSource = new(() => Shared(x.Moments!, x.Shared())),
                Stretch = x.Stretch * affine.Scale * affine.Scale,
                SizeVariance = x.SizeVariance,
                Spread = x.Spread,
            });
        }

        return Pass(x, result, Name(layer), moments => ValueTransfer.After(affine, moments), Shared, affine.Scale * affine.Scale);

        double Shared(ActivationMoments moments, double shared) =>
            (affine.Scale * affine.Scale * shared) + (2 * affine.Scale * affine.Shift * moments.Mean) + (affine.Shift * affine.Shift);
    }

    /// <summary>A value whose averages follow from those of another: a new source, taken to be normal where an activation follows.</summary>
    private ValueSignal Pass(
        ValueSignal x, Value result, string name, Func<ActivationMoments, ActivationMoments> change, Func<ActivationMoments, double, double> shared, double slope, double spread = 0)
    {
        var blank = Blank(result, x) with { Kept = x.Kept, Activation = x.Activation, SizeVariance = x.SizeVariance, Spread = x.TotalSpread + spread };
        return x.Moments is null || x.Source is null
            ? Lost(blank, x.Unknown)
            : Restart(result, change(x.Moments), name, blank with
            {
                SharedSource = new(() => shared(x.Moments, x.Shared())),
                Stretch = x.TotalStretch * slope,
            });
    }

    /// <summary>A new value behind another.</summary>
    private static ValueSignal Blank(Value result, ValueSignal x) => new() { Origin = result, SharedSource = Nothing, Reference = x.Reference, Overflows = x.Overflows, Own = x.Own };

    private ValueSignal Restart(Value result, ActivationMoments moments, string place, ValueSignal blank)
    {
        var started = Start(result, new(moments.Mean, moments.Variance), place, blank);
        return started.Source is { SecondMoment: > 0 } ? started with { Moments = moments } : started;
    }

    /// <summary>A value with a distribution of its own.</summary>
    private ValueSignal Start(Value result, SignalDistribution distribution, string place, ValueSignal blank)
    {
        var size = Math.Sqrt(distribution.SecondMoment);
        if (!SignalMath.IsFinite(size) || size > SignalMath.LargestFloat)
        {
            _overflows = true;
            return Lost(blank with { Overflows = true }, "the values of " + place + " overflow float32");
        }

        var source = size < SignalMath.SmallestFloat ? new(0, 0) : distribution;
        return blank with
        {
            Origin = result,
            Source = source,
            Function = ActivationFunctions.Identity,
            Moments = ActivationMoments.Of(ActivationFunctions.Identity, source),
            Kept = blank.Kept ?? source.SecondMoment,
        };
    }

    private ValueSignal Measured(ValueSignal signal, string what)
    {
        if (signal.Moments is not null && signal.Moments.SecondMoment <= SignalMath.LargestFloat * SignalMath.LargestFloat)
        {
            return signal;
        }

        _overflows = true;
        return signal with { Moments = null, Function = null, Overflows = true, Unknown = what + " values without a finite mean square" };
    }

    private static ValueSignal Lost(ValueSignal blank, string reason) =>
        blank with { Source = null, Moments = null, Function = null, Kept = null, Stretch = null, Unknown = reason };

    private static double? Finite(double? value) => value is { } number && SignalMath.IsFinite(number) ? number : null;
}
