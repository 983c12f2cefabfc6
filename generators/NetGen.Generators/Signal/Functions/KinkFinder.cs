namespace NetGen.Generators.Signal.Functions;

/// <summary>Finds where the slope of a function of unknown shape jumps, so that panels of the quadrature can end there.</summary>
internal static class KinkFinder
{
    private const double Step = 1.0 / 8;
    private const double Reach = 32;

    /// <summary>A smooth slope changes by about half in each half of a cell; a jump is all on one side.</summary>
    private const double Lopsided = 0.85;

    /// <summary>The positions of the jumps between -32 and 32.</summary>
    public static IReadOnlyList<double> Find(ActivationFunction function)
    {
        var kinks = new List<double>();
        var slope = Slope(function, -Reach);
        for (var low = -Reach; low < Reach; low += Step)
        {
            var next = Slope(function, low + Step);
            if (Locate(function, low, low + Step, slope, next) is { } kink)
            {
                kinks.Add(kink);
            }

            slope = next;
        }

        return kinks;
    }

    private static double? Locate(ActivationFunction function, double low, double high, double lowSlope, double highSlope)
    {
        var jump = Math.Abs(highSlope - lowSlope);
        if (!(jump > 1e-4 * (1 + Math.Abs(lowSlope))))
        {
            return null;
        }

        for (var halving = 0; halving < 40; halving++)
        {
            var middle = 0.5 * (low + high);
            var middleSlope = Slope(function, middle);
            var (left, right) = (Math.Abs(middleSlope - lowSlope), Math.Abs(highSlope - middleSlope));
            if (!(Math.Max(left, right) > Lopsided * jump))
            {
                return null;
            }

            (low, high, lowSlope, highSlope) = left > right ? (low, middle, lowSlope, middleSlope) : (middle, high, middleSlope, highSlope);
            jump = Math.Max(left, right);
        }

        return 0.5 * (low + high);
    }

    private static double Slope(ActivationFunction function, double h)
    {
        function.Evaluate(h, out _, out var derivative);
        return derivative;
    }
}
