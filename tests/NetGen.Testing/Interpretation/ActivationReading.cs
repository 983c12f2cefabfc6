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

    /// <summary>a = phi(z).</summary>
    public double[] Forward(double[] z)
    {
        var a = new double[z.Length];
        if (_function is null)
        {
            for (var start = 0; start < z.Length; start += _row)
            {
                SoftmaxFunction.Apply(z.AsSpan(start, _row), a.AsSpan(start, _row));
            }

            return a;
        }

        for (var i = 0; i < z.Length; i++)
        {
            a[i] = _function.Apply(z[i]);
        }

        return a;
    }

    /// <summary>dz from da.</summary>
    public double[] Backward(double[] z, double[] a, double[] da)
    {
        var dz = new double[z.Length];
        if (_function is null)
        {
            for (var start = 0; start < z.Length; start += _row)
            {
                SoftmaxFunction.Backward(a.AsSpan(start, _row), da.AsSpan(start, _row), dz.AsSpan(start, _row));
            }

            return dz;
        }

        for (var i = 0; i < z.Length; i++)
        {
            dz[i] = da[i] * _function.Derivative(z[i]);
        }

        return dz;
    }

    /// <summary>
    /// The distance of the nearest z to a kink of phi, over the largest |z|: below the error of single precision, the derivative is undecided. Exactly on the
    /// kink it is decided: that comes of an earlier layer that gave 0, which is exact in any precision.
    /// </summary>
    public double KinkMargin(double[] z)
    {
        var margin = double.PositiveInfinity;
        var largest = z.Max(Math.Abs);
        foreach (var kink in _function?.Kinks ?? [])
        {
            var nearest = z.Min(value => value == kink ? double.PositiveInfinity : Math.Abs(value - kink));
            margin = Math.Min(margin, nearest / Math.Max(largest, Math.Abs(kink)));
        }

        return margin;
    }
}
