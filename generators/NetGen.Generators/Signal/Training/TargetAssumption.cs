using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Training;

/// <summary>What the targets are taken to be where the loss compares values: declarations do not say.</summary>
internal static class TargetAssumption
{
    private const double NormalStep = 0.25;
    private const double NormalReach = 6;

    /// <summary>
    /// Values with their shares: 0 or 1 where the output lies between these or is a logit, -1 or 1 where it lies between those, otherwise a standard
    /// normal distribution in steps of a quarter.
    /// </summary>
    public static IReadOnlyList<(double Value, double Share)> For(LossKind loss, ActivationKind output)
    {
        if (loss == LossKind.BinaryCrossEntropy || output is ActivationKind.Sigmoid or ActivationKind.HardSigmoid)
        {
            return [(0, 0.5), (1, 0.5)];
        }

        if (output is ActivationKind.Tanh or ActivationKind.Softsign)
        {
            return [(-1, 0.5), (1, 0.5)];
        }

        var nodes = new List<(double, double)>();
        for (var value = -NormalReach; value <= NormalReach; value += NormalStep)
        {
            nodes.Add((value, NormalStep * Gaussian.Density(value)));
        }

        return nodes;
    }
}
