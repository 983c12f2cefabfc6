namespace NetGen.Generators.Signal.Functions;

/// <summary>Functions that the activations are made of, in forms that neither overflow nor cancel.</summary>
internal static class ElementaryFunctions
{
    /// <summary>1 / (1 + exp(-h)).</summary>
    public static double Logistic(double h)
    {
        var small = Math.Exp(-Math.Abs(h));
        return h >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /// <summary>The derivative of the logistic function, sigma (1 - sigma), without the difference.</summary>
    public static double LogisticSlope(double h)
    {
        var small = Math.Exp(-Math.Abs(h));
        return small / ((1 + small) * (1 + small));
    }

    /// <summary>1 - tanh(h)^2, without the difference.</summary>
    public static double TanhSlope(double h) => 4 * LogisticSlope(2 * h);

    /// <summary>exp(x) - 1, accurate near 0.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        var tanh = Math.Tanh(0.5 * x);
        return 2 * tanh / (1 - tanh);
    }

    /// <summary>ln(1 + x) for x of at least 0, accurate near 0.</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>ln(1 + exp(h)).</summary>
    public static double Softplus(double h) => Math.Max(h, 0) + LogOnePlus(Math.Exp(-Math.Abs(h)));
}
