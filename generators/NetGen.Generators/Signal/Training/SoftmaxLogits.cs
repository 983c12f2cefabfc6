namespace NetGen.Generators.Signal.Training;

/// <summary>
/// Softmax over independent normal logits, exactly. A logit plus standard Gumbel noise has the distribution Psi; the largest of C such sums has the mean
/// E[ln sum exp h] + Euler's constant, and Price's theorem turns the derivative of that by the variance into E[sum p^2].
/// </summary>
internal static class SoftmaxLogits
{
    private const double EulerGamma = 0.57721566490153286061;

    /// <summary>Below this variance the first term of the series in it is exact to six digits.</summary>
    private const double SmallVariance = 1e-3;

    /// <summary>Up to this deviation the mean over the logit is taken node by node; above it the mean over the noise is.</summary>
    private const double SmallDeviation = 1.5;

    /// <summary>How the softmax of logits starts.</summary>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="variance">Of a logit over draws of the weights.</param>
    /// <returns>E[ln sum exp h] for a mean of 0, which is the expected cross-entropy, and E[sum p^2], which is 1/C for equal probabilities.</returns>
    public static (double CrossEntropy, double SumOfSquares) Start(long classes, double variance)
    {
        double count = classes;
        var spread = 1 - (1 / count);
        if (variance < SmallVariance)
        {
            return (Math.Log(count) + (0.5 * variance * spread), (1 + (variance * spread)) / count);
        }

        var deviation = Math.Sqrt(variance);
        var noise = deviation > SmallDeviation ? GumbelNodes(20 + Math.Log(count)) : [];

        // The density of the largest of C: never narrower than the noise, nor than the largest of C normals.
        var step = 0.4 * Math.Sqrt(1 + (variance / (1 + (2 * Math.Log(count)))));
        double mean = 0, pairs = 0, mass = 0;
        for (var x = Math.Log(count) + 20 + (8 * deviation); x > -8 * (deviation + 1); x -= step)
        {
            var (cdf, density) = deviation > SmallDeviation ? OverNoise(x, deviation, noise) : OverLogit(x, deviation);
            if (!(cdf > 0) || count * Math.Log(cdf) < -40)
            {
                break;
            }

            var others = Math.Exp((count - 2) * Math.Log(Math.Min(cdf, 1)));
            var largest = count * others * cdf * density;
            mass += step * largest;
            mean += step * x * largest;
            pairs += step * count * (count - 1) * others * density * density;
        }

        var sumOfSquares = Math.Min(Math.Max(1 - (pairs / mass), 1 / count), 1);
        return ((mean / mass) - EulerGamma, sumOfSquares);
    }

    /// <summary>Psi and its derivative at x, as a mean over the logit: Gumbel's own distribution is exp(-exp(-x)).</summary>
    private static (double Cdf, double Density) OverLogit(double x, double deviation)
    {
        const double Step = 0.25;
        double cdf = 0, density = 0;
        for (var z = -8.0; z <= 8; z += Step)
        {
            var excess = Math.Exp((deviation * z) - x);
            var term = Step * Gaussian.Density(z) * Math.Exp(-excess);
            cdf += term;
            density += excess > 700 ? 0 : term * excess;
        }

        return (cdf, density);
    }

    /// <summary>The same as a mean over the noise, which is the smoother of the two integrands where logits are wide.</summary>
    private static (double Cdf, double Density) OverNoise(double x, double deviation, List<(double Value, double Weight)> noise)
    {
        double cdf = 0, density = 0;
        foreach (var (value, weight) in noise)
        {
            var z = (x - value) / deviation;
            cdf += weight * Gaussian.Cdf(z);
            density += weight * Gaussian.Density(z) / deviation;
        }

        return (cdf, density);
    }

    private static List<(double Value, double Weight)> GumbelNodes(double end)
    {
        const double Step = 0.5;
        var nodes = new List<(double, double)>();
        for (var value = -4.0; value <= end; value += Step)
        {
            nodes.Add((value, Step * Math.Exp(-value - Math.Exp(-value))));
        }

        return nodes;
    }
}
