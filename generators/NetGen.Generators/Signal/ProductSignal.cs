using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Signal;

/// <summary>What a sum over weights does to a signal: q = n v M + sigma_b^2, with the parts that means contribute, and its exact gain.</summary>
internal static class ProductSignal
{
    /// <summary>How the tensors start.</summary>
    /// <param name="product">The sum.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="incoming">What it receives: an exact gain depends on that.</param>
    public static (ResolvedInitializer Weights, ResolvedInitializer? Bias) Resolve(SignalEffect.Product product, string layer, ValueSignal incoming)
    {
        var tensor = product.Weights.Tensor!;
        var declared = product.Bias?.Tensor!.Initializer;
        var centred = IsCentred(product);
        var bias = declared is null || centred ? null : InitializerFormulas.Resolve(declared, tensor.FanIn, tensor.FanOut, 1, false);
        var weights = ResolveWeights(tensor, layer, bias, centred, incoming);
        return (weights, centred ? InitializerFormulas.CentredBias(weights, tensor.FanIn) : bias);
    }

    /// <summary>The distribution of the sums, or why it is not known.</summary>
    /// <param name="product">The sum.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="incoming">What it receives.</param>
    /// <param name="weights">How the weights start.</param>
    /// <param name="bias">How the biases start, null where there are none.</param>
    public static (SignalDistribution? Distribution, string Unknown) Sum(
        SignalEffect.Product product, string layer, ValueSignal incoming, ResolvedInitializer weights, ResolvedInitializer? bias)
    {
        if (incoming.Moments is not { } moments)
        {
            return (null, incoming.Unknown);
        }

        if (weights.Variance is not { } variance || weights.Mean is not { } mean)
        {
            return (null, layer + "'s weights come from " + product.Weights.Tensor!.Initializer.Name + ", whose variance is not declared");
        }

        if (bias is { Mean: null } or { Variance: null })
        {
            return (null, layer + "'s biases come from " + product.Bias!.Tensor!.Initializer.Name + ", whose variance is not declared");
        }

        // Independent weights of mean mu and variance v: every unit shares the sum of the inputs' means, and what is left adds variances.
        var fanIn = product.Weights.Tensor!.FanIn;
        var centred = IsCentred(product);
        var shift = centred ? 0.5 : 0;
        var second = centred ? moments.CentredSecondMoment : moments.SecondMoment;
        var sum = fanIn * mean * (moments.Mean - shift);
        var spread = (fanIn * variance * second) + (fanIn * mean * mean * moments.Variance);
        var (biasMean, biasVariance) = centred || bias is null ? (0, 0) : (bias.Mean!.Value, bias.Variance!.Value);
        return (new(sum + biasMean, spread + biasVariance), "");
    }

    /// <summary>E[h h'] of the sums for two samples: the weights and biases are the same for both.</summary>
    /// <param name="product">The sum.</param>
    /// <param name="incoming">What it receives.</param>
    /// <param name="weights">How the weights start, of known mean and variance.</param>
    /// <param name="bias">How the biases start, likewise.</param>
    /// <param name="mean">E[h].</param>
    public static double Shared(SignalEffect.Product product, ValueSignal incoming, ResolvedInitializer weights, ResolvedInitializer? bias, double mean)
    {
        var centred = IsCentred(product);
        var received = incoming.Moments!.Mean;
        var shared = incoming.Shared() - (centred ? received - 0.25 : 0);
        var between = Math.Max(shared - ((received - (centred ? 0.5 : 0)) * (received - (centred ? 0.5 : 0))), 0);
        var weightMean = weights.Mean ?? 0;
        return (mean * mean)
            + (product.Weights.Tensor!.FanIn * (((weights.Variance ?? 0) * shared) + (weightMean * weightMean * between)))
            + (centred ? 0 : bias?.Variance ?? 0);
    }

    /// <summary>
    /// What independent weights add to the relative variance of the Jacobian's squared singular values (Pennington, Schoenholz and Ganguli 2018): 1 for a square
    /// matrix, the ratio of its sides for another (Marchenko and Pastur); an orthogonal matrix adds nothing.
    /// </summary>
    public static double Spread(SignalEffect.Product product) => product.Weights.Tensor! is { Initializer.Kind: not InitializerKind.Orthogonal } tensor
        ? (double)Math.Min(tensor.FanIn, tensor.FanOut) / Math.Max(tensor.FanIn, tensor.FanOut)
        : 0;

    private static ResolvedInitializer ResolveWeights(TensorSpec tensor, string layer, ResolvedInitializer? bias, bool centred, ValueSignal incoming)
    {
        var declared = tensor.Initializer;
        if (declared.Gain != InitializerSpec.ExactGain)
        {
            return InitializerFormulas.Resolve(declared, tensor.FanIn, tensor.FanOut, declared.Gain, false);
        }

        var plain = InitializerFormulas.Resolve(declared, tensor.FanIn, tensor.FanOut, 1, false);
        if (plain.Variance is not > 0)
        {
            return plain with { Problem = "Gain.Exact scales the spread of the weights, and " + declared.Name + " has none that is known" };
        }

        if (incoming.Moments is not { } moments || incoming.Source is null)
        {
            return plain with { Problem = "Gain.Exact needs the signal that " + layer + " receives, which is not known: " + incoming.Unknown };
        }

        // The biases' share of q is there already; the weights bring what is missing.
        var target = incoming.Reference < 0 ? 1 : incoming.Kept!.Value;
        var missing = target - (bias is null ? 0 : bias.Variance + (bias.Mean * bias.Mean));
        var received = centred ? moments.CentredSecondMoment : moments.SecondMoment;
        var gain = missing is null ? double.NaN : Math.Sqrt(missing.Value / (tensor.FanIn * plain.Variance.Value * received));
        return SignalMath.IsFinite(gain) && gain > 0
            ? InitializerFormulas.Resolve(declared, tensor.FanIn, tensor.FanOut, gain, true)
            : plain with { Problem = "no gain of " + layer + " keeps the variance: what it receives has the mean square "
                + SignalText.Number(received) + ", and " + SignalText.Number(missing ?? 0) + " is to be kept" };
    }

    /// <summary>Centred biases are asked for by name, or come with the centred weights where no biases are named.</summary>
    private static bool IsCentred(SignalEffect.Product product) =>
        product.Bias?.Tensor!.Initializer is { } bias
        && (bias.Kind == InitializerKind.CentredLogistic || (product.Weights.Tensor!.Initializer.Kind == InitializerKind.CentredLogistic && bias.IsDefault));
}
