using System.ComponentModel;
using NetGen.Numerics;

namespace NetGen.Initialization;

/// <summary>
/// Fills tensors as their initializers say. A weight matrix is [units, inputs] as users see it and [inputs][units] as it is stored; the number drawn for an
/// element depends on its visible index unit * inputs + input alone, counted from where the stream stands, so the stored layout does not change a bit.
/// A bias is the matrix of one unit and as many inputs as it has elements: its stored and visible layouts are the same.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorInitializer
{
    // The standard normal distribution function at -2, and the mass between -2 and 2.
    private const double BelowMinusTwo = 0.022750131948179207;
    private const double WithinTwo = 0.9544997361036416;

    /// <summary>Normal numbers with mean 0.</summary>
    /// <param name="stored">[inputs][units].</param>
    /// <param name="units">Rows of the visible matrix; 1 for a bias.</param>
    /// <param name="inputs">Columns of the visible matrix.</param>
    /// <param name="sigma">The standard deviation.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Normal(Span<float> stored, int units, int inputs, float sigma, ref RandomStream random)
    {
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = (float)(sigma * NormalQuantile.Of(random.NextOpenUniform()));
            }
        }
    }

    /// <summary>
    /// Normal numbers with mean 0, none beyond two standard deviations: the distribution of numbers that are drawn again until they lie within. (One draw an
    /// element, by the inverse of the truncated distribution function.) The standard deviation obtained is 0.8796 <paramref name="sigma"/>.
    /// </summary>
    /// <param name="stored">[inputs][units].</param>
    /// <param name="units">Rows of the visible matrix; 1 for a bias.</param>
    /// <param name="inputs">Columns of the visible matrix.</param>
    /// <param name="sigma">The standard deviation before the cut.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void TruncatedNormal(Span<float> stored, int units, int inputs, float sigma, ref RandomStream random)
    {
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                var quantile = NormalQuantile.Of(BelowMinusTwo + (WithinTwo * random.NextOpenUniform()));
                stored[(input * units) + unit] = (float)(sigma * quantile);
            }
        }
    }

    /// <summary>Uniform numbers between -limit and limit.</summary>
    /// <param name="stored">[inputs][units].</param>
    /// <param name="units">Rows of the visible matrix; 1 for a bias.</param>
    /// <param name="inputs">Columns of the visible matrix.</param>
    /// <param name="limit">The half-width.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Uniform(Span<float> stored, int units, int inputs, float limit, ref RandomStream random)
    {
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = (float)(limit * ((2 * random.NextOpenUniform()) - 1));
            }
        }
    }

    /// <summary>The same number everywhere.</summary>
    /// <param name="stored">The tensor.</param>
    /// <param name="value">The number.</param>
    public static void Constant(Span<float> stored, float value) => stored.Fill(value);

    /// <summary>
    /// Rows (where units are at most inputs) or columns that are orthonormal times the gain: the factor Q of the QR factorization of standard normal numbers,
    /// its columns signed so that R has a positive diagonal (Saxe, McClelland and Ganguli 2014).
    /// </summary>
    /// <param name="stored">[inputs][units].</param>
    /// <param name="units">Rows of the visible matrix.</param>
    /// <param name="inputs">Columns of the visible matrix.</param>
    /// <param name="gain">The length of each row or column.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Orthogonal(Span<float> stored, int units, int inputs, float gain, ref RandomStream random)
    {
        // The vectors are the shorter extent's: the rows of a wide matrix, the columns of a tall one. Each is contiguous here.
        var (count, length) = units <= inputs ? (units, inputs) : (inputs, units);
        var vectors = new double[(long)count * length];
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                vectors[units <= inputs ? (unit * length) + input : (input * length) + unit] = NormalQuantile.Of(random.NextOpenUniform());
            }
        }

        Orthonormalization.Run(vectors, count, length);
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                stored[(input * units) + unit] = (float)(gain * vectors[units <= inputs ? (unit * length) + input : (input * length) + unit]);
            }
        }
    }

    /// <summary>Biases b_j = -1/2 sum_i W_ij, so that a layer fed by logistic units sees their outputs centred.</summary>
    /// <param name="storedWeights">The layer's weights, [inputs][units].</param>
    /// <param name="bias">One element a unit.</param>
    /// <param name="units">Units.</param>
    /// <param name="inputs">Inputs.</param>
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

    /// <summary>Lets an initializer of the user's own fill the visible tensor, and stores it.</summary>
    /// <typeparam name="T">The initializer.</typeparam>
    /// <param name="stored">[inputs][units].</param>
    /// <param name="units">Rows of the visible matrix; 1 for a bias.</param>
    /// <param name="inputs">Columns of the visible matrix.</param>
    /// <param name="fanIn">Inputs of a unit.</param>
    /// <param name="fanOut">Units an input feeds.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Custom<T>(Span<float> stored, int units, int inputs, int fanIn, int fanOut, ref RandomStream random)
        where T : IInitializer
    {
        var visible = new float[stored.Length];
        T.Fill(visible, fanIn, fanOut, ref random);
        if (visible.Length > 0)
        {
            RowKernels.Transpose(ref visible[0], (nuint)inputs, units, inputs, ref stored[0], (nuint)units);
        }
    }
}
