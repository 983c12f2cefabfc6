using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal;

/// <summary>Averages over the distribution of a function's argument, by Gauss-Legendre panels.</summary>
internal static class Quadrature
{
    /// <summary>Panels end here, in standard deviations: what lies beyond weighs less than 1e-18.</summary>
    private const double Reach = 9;

    private const double SqrtThree = 1.7320508075688772935;

    /// <summary>Receives one node.</summary>
    /// <param name="weight">The node's share; all shares sum to 1.</param>
    /// <param name="value">phi at the node.</param>
    /// <param name="derivative">phi' at the node.</param>
    /// <param name="isTail">Whether the node lies in an outermost panel of a distribution without bounds.</param>
    public delegate void Visitor(double weight, double value, double derivative, bool isTail);

    /// <summary>Visits a few hundred nodes.</summary>
    /// <param name="function">phi.</param>
    /// <param name="distribution">Of phi's argument, with a variance above 0.</param>
    /// <param name="visit">Called once a node, in ascending order of the argument.</param>
    public static void ForEach(ActivationFunction function, SignalDistribution distribution, Visitor visit)
    {
        var edges = Edges(function, distribution);
        var deviation = distribution.StandardDeviation;
        for (var panel = 0; panel + 1 < edges.Count; panel++)
        {
            var middle = 0.5 * (edges[panel] + edges[panel + 1]);
            var half = 0.5 * (edges[panel + 1] - edges[panel]);
            var isTail = !distribution.IsUniform && (panel == 0 || panel + 2 == edges.Count);
            for (var node = 0; node < GaussLegendre.Order; node++)
            {
                // In standard deviations, so that a mean much larger than the deviation loses no digits.
                var z = middle + (half * GaussLegendre.Nodes[node]);
                var weight = half * GaussLegendre.Weights[node] * (distribution.IsUniform ? 0.5 / SqrtThree : Gaussian.Density(z));
                function.Evaluate(distribution.Mean + (deviation * z), out var value, out var derivative);
                visit(weight, value, derivative, isTail);
            }
        }
    }

    /// <summary>The panels' edges in standard deviations from the mean, ascending: the density's own, the function's, and its kinks.</summary>
    private static List<double> Edges(ActivationFunction function, SignalDistribution distribution)
    {
        var reach = distribution.IsUniform ? SqrtThree : Reach;
        var edges = new List<double>();
        for (var z = -reach + 1; z < reach; z += 2)
        {
            edges.Add(z);
        }

        var deviation = distribution.StandardDeviation;
        var farthest = Math.Abs(distribution.Mean) + (reach * deviation);
        AddInside(0);
        for (var h = function.FinestScale; h < farthest; h *= 2)
        {
            AddInside(h);
            AddInside(-h);
        }

        foreach (var kink in function.Kinks)
        {
            AddInside(kink);
        }

        edges.Add(-reach);
        edges.Add(reach);
        edges.Sort();
        return edges;

        void AddInside(double h)
        {
            var z = (h - distribution.Mean) / deviation;
            if (Math.Abs(z) < reach)
            {
                edges.Add(z);
            }
        }
    }
}
