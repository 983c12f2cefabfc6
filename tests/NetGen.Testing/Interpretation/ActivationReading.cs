using NetGen.Generators.Model;

namespace NetGen.Testing.Interpretation;

/// <summary>An activation applied to a batch of pre-activations z, and the way back.</summary>
internal sealed class ActivationReading
{
    private readonly ElementwiseFunction? _function;
    private readonly int _row;

    /// <summary>Reads an activation.</summary>
    /// <param name="activation">Which one.</param>
    /// <param name="shape">The layer's shape; softmax sums over its last axis.</param>
    /// <param name="custom">The functions of the user's own.</param>
    public ActivationReading(ActivationSpec activation, Shape shape, CustomFunctions custom)
    {
        _row = shape.Last;
        _function = activation.Kind == ActivationKind.Softmax ? null : ActivationFunctions.Of(activation, custom);
    }

    /// <summary>a = phi(z), and the way from da to dz.</summary>
    public LayerTrace Forward(double[] z, InterpreterPass pass)
    {
        if (_function is { } function)
        {
            pass.Kinks.Add(new KinkDistance(z, KinkMargin(z, function.Kinks)));
            return new LayerTrace(
                Array.ConvertAll(z, value => pass.Round(function.Apply(value))),
                da => [.. da.Select((slope, i) => pass.Round(slope * function.Derivative(z[i])))]);
        }

        var a = new double[z.Length];
        for (var start = 0; start < z.Length; start += _row)
        {
            SoftmaxFunction.Apply(z.AsSpan(start, _row), a.AsSpan(start, _row));
        }

        a = Array.ConvertAll(a, pass.Round);
        return new LayerTrace(a, Backward);

        double[] Backward(double[] da)
        {
            var dz = new double[z.Length];
            for (var start = 0; start < z.Length; start += _row)
            {
                SoftmaxFunction.Backward(a.AsSpan(start, _row), da.AsSpan(start, _row), dz.AsSpan(start, _row), pass);
            }

            return dz;
        }
    }

    /// <summary>
    /// The distance of the nearest z to a kink of phi, over the largest |z|: below the error of single precision, the derivative is undecided. Exactly on the
    /// kink it is decided: that comes of an earlier layer that gave 0, which is exact in any precision.
    /// </summary>
    private static double KinkMargin(double[] z, double[] kinks)
    {
        var margin = double.PositiveInfinity;
        var largest = z.Max(Math.Abs);
        foreach (var kink in kinks)
        {
            var nearest = z.Min(value => value == kink ? double.PositiveInfinity : Math.Abs(value - kink));
            margin = Math.Min(margin, nearest / Math.Max(largest, Math.Abs(kink)));
        }

        return margin;
    }
}
