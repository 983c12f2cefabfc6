using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Functions;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Signal;

/// <summary>
/// The forward recursion q^l = n v M + sigma_b^2 with the parts that means contribute, layer by layer; on its way it resolves the initializers, since an
/// exact gain depends on what the layers before it give.
/// </summary>
internal sealed class ForwardPass
{
    private readonly List<ForwardLayer> _layers = [];
    private readonly List<ResolvedParameters> _parameters = [];
    private SignalDistribution? _source;
    private ActivationFunction? _function = ActivationFunctions.Identity;
    private ActivationMoments? _moments;
    private string _unknown = "";
    private bool _isFirstDense = true;
    private bool _overflows;

    private ForwardPass(NetworkSpec network)
    {
        Input = InputSignal.Of(network.Input);
        SetSource(Input.Distribution, "the input");
    }

    /// <summary>What the first layer receives.</summary>
    public InputSignal Input { get; }

    /// <summary>One entry a layer.</summary>
    public IReadOnlyList<ForwardLayer> Layers => _layers;

    /// <summary>One entry a layer with parameters, in order.</summary>
    public IReadOnlyList<ResolvedParameters> Parameters => _parameters;

    /// <summary>Follows the signal from the input to the last layer.</summary>
    public static ForwardPass Run(NetworkSpec network)
    {
        var pass = new ForwardPass(network);
        for (var index = 0; index < network.Layers.Count; index++)
        {
            var layer = network.Layers[index];
            var incoming = pass._moments;
            if (layer is DenseSpec dense)
            {
                pass.Enter(dense, index);
            }

            var receivesSource = layer is DenseSpec || ReferenceEquals(pass._function, ActivationFunctions.Identity);
            pass.Apply(layer);
            pass._layers.Add(new(index, pass._source, receivesSource, incoming, pass._function, pass._moments, pass._overflows, pass._unknown));
            pass._overflows = false;
        }

        return pass;
    }

    private void Enter(DenseSpec dense, int index)
    {
        var centred = dense.Bias is { } declared && IsCentred(dense.Weights, declared);
        var bias = dense.Bias is null || centred ? null : InitializerFormulas.Resolve(dense.Bias, dense.FanIn, dense.FanOut, 1, false);
        var weights = ResolveWeights(dense, bias, centred);
        if (centred)
        {
            bias = InitializerFormulas.CentredBias(weights, dense.FanIn);
        }

        _parameters.Add(new(index, weights, bias));
        _isFirstDense = false;
        if (_moments is null)
        {
            Lose(_unknown);
            return;
        }

        if (weights.Variance is not { } variance || weights.Mean is not { } mean)
        {
            Lose(dense.Name + "'s weights come from " + dense.Weights.Name + ", whose variance is not declared");
        }
        else if (bias is { Mean: null } or { Variance: null })
        {
            Lose(dense.Name + "'s biases come from " + dense.Bias!.Name + ", whose variance is not declared");
        }
        else
        {
            // Independent weights of mean mu and variance v: every unit shares the sum of the inputs' means, and what is left adds variances.
            var shift = centred ? 0.5 : 0;
            var second = centred ? _moments.CentredSecondMoment : _moments.SecondMoment;
            var sum = dense.FanIn * mean * (_moments.Mean - shift);
            var spread = (dense.FanIn * variance * second) + (dense.FanIn * mean * mean * _moments.Variance);
            var (biasMean, biasVariance) = centred || bias is null ? (0, 0) : (bias.Mean!.Value, bias.Variance!.Value);
            SetSource(new(sum + biasMean, spread + biasVariance), dense.Name);
        }
    }

    private void Apply(LayerSpec layer)
    {
        if (_function is null || _source is null)
        {
            _function = null;
            return;
        }

        if (layer.Activation.Kind == ActivationKind.Identity)
        {
            return;
        }

        if (ActivationFunctions.Find(layer.Activation) is not { } function)
        {
            _function = null;
            _moments = null;
            _unknown = layer.Activation.Kind == ActivationKind.Softmax
                ? layer.Name + "'s softmax mixes the values of its layer"
                : layer.Name + "'s activation " + layer.Activation.Name + " has no [ActivationFormula] that can be read";
            return;
        }

        _function = ActivationFunctions.Compose(_function, function);
        _moments = ActivationMoments.Of(_function, _source);
        if (_moments is null || _moments.SecondMoment > SignalMath.LargestFloat * SignalMath.LargestFloat)
        {
            _overflows = true;
            _moments = null;
            _function = null;
            _unknown = layer.Name + "'s activation gives values without a finite mean square";
        }
    }

    private void SetSource(SignalDistribution distribution, string place)
    {
        _function = ActivationFunctions.Identity;
        var size = Math.Sqrt(distribution.SecondMoment);
        if (!SignalMath.IsFinite(size) || size > SignalMath.LargestFloat)
        {
            Lose("the values of " + place + " overflow float32");
            _overflows = true;
            return;
        }

        _source = size < SignalMath.SmallestFloat ? new(0, 0) : distribution;
        _moments = ActivationMoments.Of(_function, _source);
    }

    private void Lose(string reason)
    {
        _source = null;
        _moments = null;
        _function = null;
        _unknown = reason;
    }

    private ResolvedInitializer ResolveWeights(DenseSpec dense, ResolvedInitializer? bias, bool centred)
    {
        var declared = dense.Weights;
        if (declared.Gain != InitializerSpec.ExactGain)
        {
            return InitializerFormulas.Resolve(declared, dense.FanIn, dense.FanOut, declared.Gain, false);
        }

        var plain = InitializerFormulas.Resolve(declared, dense.FanIn, dense.FanOut, 1, false);
        if (plain.Variance is not > 0)
        {
            return plain with { Problem = "Gain.Exact scales the spread of the weights, and " + declared.Name + " has none that is known" };
        }

        if (_moments is null || _source is null)
        {
            return plain with { Problem = "Gain.Exact needs the signal that " + dense.Name + " receives, which is not known: " + _unknown };
        }

        // The biases' share of q is there already; the weights bring what is missing.
        var target = _isFirstDense ? 1 : _source.SecondMoment;
        var missing = target - (bias is null ? 0 : bias.Variance + (bias.Mean * bias.Mean));
        var received = centred ? _moments.CentredSecondMoment : _moments.SecondMoment;
        var gain = missing is null ? double.NaN : Math.Sqrt(missing.Value / (dense.FanIn * plain.Variance.Value * received));
        return SignalMath.IsFinite(gain) && gain > 0
            ? InitializerFormulas.Resolve(declared, dense.FanIn, dense.FanOut, gain, true)
            : plain with { Problem = "no gain of " + dense.Name + " keeps the variance: what it receives has the mean square "
                + SignalText.Number(received) + ", and " + SignalText.Number(missing ?? 0) + " is to be kept" };
    }

    /// <summary>Centred biases are asked for by name, or come with the centred weights where no biases are named.</summary>
    private static bool IsCentred(InitializerSpec weights, InitializerSpec bias) =>
        bias.Kind == InitializerKind.CentredLogistic || (weights.Kind == InitializerKind.CentredLogistic && bias.IsDefault);
}
