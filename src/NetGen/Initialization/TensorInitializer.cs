using System.ComponentModel;

namespace NetGen.Initialization;

/// <summary>
/// Fills tensors. Weights are stored [inputs][units] and seen as [units, inputs]: the number that element (unit, input) gets belongs to its visible index
/// unit * inputs + input, so that the layout changes no bit. A vector of biases is a matrix of one unit.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorInitializer
{
    private const float TruncationBound = 2;

    /// <summary>Normal, mean 0.</summary>
    public static void Normal(Span<float> stored, int units, int inputs, float sigma, ref RandomStream random)
    {
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = sigma * random.NextNormal();
            }
        }
    }

    /// <summary>Normal, mean 0, drawn again beyond two standard deviations; the standard deviation obtained is 0.8796 of the one declared.</summary>
    public static void TruncatedNormal(Span<float> stored, int units, int inputs, float sigma, ref RandomStream random)
    {
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = sigma * random.NextTruncatedNormal(TruncationBound);
            }
        }
    }

    /// <summary>Uniform between -limit and limit.</summary>
    public static void Uniform(Span<float> stored, int units, int inputs, float limit, ref RandomStream random)
    {
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = limit * ((2 * random.NextUniform()) - 1);
            }
        }
    }

    /// <summary>The same value everywhere.</summary>
    public static void Constant(Span<float> stored, float value) => stored.Fill(value);

    /// <summary>
    /// Orthonormal rows, or columns where there are more units than inputs, times a gain: QR of a matrix of normal deviates, Q times sign(diag R) (Saxe et
    /// al. 2014).
    /// </summary>
    public static void Orthogonal(Span<float> stored, int units, int inputs, float gain, ref RandomStream random)
    {
        var (count, length) = (Math.Min(units, inputs), Math.Max(units, inputs));
        var vectors = Orthonormalization.Draw(count, length, ref random);
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = (float)(gain * (units <= inputs ? vectors[unit][input] : vectors[input][unit]));
            }
        }
    }

    /// <summary>b_j = -1/2 sum_i W_ij, so that a layer fed by logistic units sees them about their middle.</summary>
    public static void CentredLogisticBias(ReadOnlySpan<float> storedWeights, Span<float> bias, int units, int inputs)
    {
        for (var unit = 0; unit < units; unit++)
        {
            var sum = 0.0;
            for (var input = 0; input < inputs; input++)
            {
                sum += storedWeights[(input * units) + unit];
            }

            bias[unit] = (float)(-0.5 * sum);
        }
    }

    /// <summary>A tensor filled by a type of the user's own, which sees it as [units, inputs].</summary>
    public static void Custom<T>(Span<float> stored, int units, int inputs, int fanIn, int fanOut, ref RandomStream random)
        where T : IInitializer
    {
        var visible = new float[stored.Length];
        T.Fill(visible, fanIn, fanOut, ref random);
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = visible[(unit * inputs) + input];
            }
        }
    }
}
