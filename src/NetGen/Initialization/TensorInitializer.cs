using System.ComponentModel;
using System.Globalization;

namespace NetGen.Initialization;

/// <summary>
/// Fills one tensor of parameters; what emitted code calls, with the constants that the generator computed.
/// </summary>
/// <remarks>
/// <para>Seen by the user a tensor of weights is [units, inputs]; it is stored transposed, [inputs][units]. A vector (biases) is passed as one unit with as
/// many inputs as it has elements, for which both layouts are the same.</para>
/// <para>Visible element (unit, input) takes number unit * inputs + input from where the stream stands, whatever the stored layout; the stream then stands
/// behind the last. Every method throws <see cref="ArgumentException"/> where the span's length is not units * inputs.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorInitializer
{
    /// <summary>Normal with mean 0.</summary>
    /// <param name="stored">[inputs][units], overwritten.</param>
    /// <param name="units">Rows of the visible tensor.</param>
    /// <param name="inputs">Columns of the visible tensor.</param>
    /// <param name="sigma">The standard deviation.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Normal(Span<float> stored, int units, int inputs, float sigma, ref RandomStream random) =>
        TileFill.Fill(stored, units, inputs, new NormalDraw(sigma), ref random);

    /// <summary>
    /// Normal with mean 0, cut at two standard deviations and not corrected for the cut: the standard deviation obtained is 0.8796 of the one given.
    /// </summary>
    /// <param name="stored">[inputs][units], overwritten.</param>
    /// <param name="units">Rows of the visible tensor.</param>
    /// <param name="inputs">Columns of the visible tensor.</param>
    /// <param name="sigma">The standard deviation before the cut.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void TruncatedNormal(Span<float> stored, int units, int inputs, float sigma, ref RandomStream random) =>
        TileFill.Fill(stored, units, inputs, new TruncatedNormalDraw(sigma), ref random);

    /// <summary>Uniform between -<paramref name="limit"/> and <paramref name="limit"/>: an odd multiple of 2^-24 of it.</summary>
    /// <param name="stored">[inputs][units], overwritten.</param>
    /// <param name="units">Rows of the visible tensor.</param>
    /// <param name="inputs">Columns of the visible tensor.</param>
    /// <param name="limit">Half the width.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Uniform(Span<float> stored, int units, int inputs, float limit, ref RandomStream random) =>
        TileFill.Fill(stored, units, inputs, new UniformDraw(limit), ref random);

    /// <summary>
    /// <paramref name="gain"/> times a matrix whose shorter side's vectors are orthonormal, uniformly distributed among all such: normal deviates W,
    /// factored as QR with a positive diagonal of R (W, or its transpose where there are fewer units than inputs). Saxe, McClelland and Ganguli 2014.
    /// </summary>
    /// <param name="stored">[inputs][units], overwritten.</param>
    /// <param name="units">Rows of the visible tensor.</param>
    /// <param name="inputs">Columns of the visible tensor.</param>
    /// <param name="gain">The length of each of the shorter side's vectors.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Orthogonal(Span<float> stored, int units, int inputs, float gain, ref RandomStream random)
    {
        CheckLength(stored.Length, units, inputs);
        if (stored.IsEmpty)
        {
            return;
        }

        // One column of the basis for each vector of the shorter side: an input's weights to all units, or a unit's from all inputs.
        var columnsAreUnits = units < inputs;
        var basis = columnsAreUnits ? new OrthonormalBasis(inputs, units) : new OrthonormalBasis(units, inputs);
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                basis[columnsAreUnits ? input : unit, columnsAreUnits ? unit : input] = random.NextNormal();
            }
        }

        basis.Orthonormalize();
        for (var input = 0; input < inputs; input++)
        {
            for (var unit = 0; unit < units; unit++)
            {
                stored[(input * units) + unit] = (float)(gain * basis[columnsAreUnits ? input : unit, columnsAreUnits ? unit : input]);
            }
        }
    }

    /// <summary>Every element the same.</summary>
    /// <param name="stored">The tensor in any layout, overwritten.</param>
    /// <param name="value">The element.</param>
    public static void Constant(Span<float> stored, float value) => stored.Fill(value);

    /// <summary>
    /// Biases b_j = -1/2 sum_i W_ij, summed in double: a layer whose inputs are logistic units then sees sigma(h) - 1/2 = tanh(h / 2) / 2.
    /// </summary>
    /// <param name="storedWeights">[inputs][units], final already.</param>
    /// <param name="bias">[units], overwritten.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="inputs">Inputs of a unit.</param>
    public static void CentredLogisticBias(ReadOnlySpan<float> storedWeights, Span<float> bias, int units, int inputs)
    {
        CheckLength(storedWeights.Length, units, inputs);
        CheckLength(bias.Length, 1, units);
        const int Group = 128;
        Span<double> sums = stackalloc double[Group];
        for (var first = 0; first < units; first += Group)
        {
            var count = Math.Min(Group, units - first);
            sums.Clear();
            for (var input = 0; input < inputs; input++)
            {
                var row = storedWeights.Slice((input * units) + first, count);
                for (var unit = 0; unit < row.Length; unit++)
                {
                    sums[unit] += row[unit];
                }
            }

            for (var unit = 0; unit < count; unit++)
            {
                // Subtracted from 0, so that a sum of 0 gives 0 and not -0.
                bias[first + unit] = (float)(0 - (0.5 * sums[unit]));
            }
        }
    }

    /// <summary>What an initializer of the user's own gives.</summary>
    /// <typeparam name="T">The initializer; it sees the visible layout, all elements 0 at first.</typeparam>
    /// <param name="stored">[inputs][units], overwritten.</param>
    /// <param name="units">Rows of the visible tensor.</param>
    /// <param name="inputs">Columns of the visible tensor.</param>
    /// <param name="fanIn">Inputs of a unit.</param>
    /// <param name="fanOut">Units an input feeds.</param>
    /// <param name="random">The tensor's stream.</param>
    public static void Custom<T>(Span<float> stored, int units, int inputs, int fanIn, int fanOut, ref RandomStream random)
        where T : IInitializer
    {
        CheckLength(stored.Length, units, inputs);

        // A buffer of its own even for a vector: where Fill throws, the parameters stay as they were.
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

    /// <summary>Throws where a span does not have the tensor's length.</summary>
    internal static void CheckLength(int length, int units, int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        if (length != (long)units * inputs)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"A span of {length} elements was given for a tensor of {units} x {inputs} = {(long)units * inputs}. Pass a span of exactly that length."));
        }
    }
}
