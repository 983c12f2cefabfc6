using System.Collections.Immutable;
using System.Globalization;
using NetGen.Data;

namespace NetGen;

/// <summary>
/// Brings every column to mean 0 and standard deviation 1: (x - mean) / standard deviation. Fitted on the training data and applied to all others, so
/// that nothing of the test data leaks into training. A column that does not vary is only centred.
/// </summary>
public sealed class Standardizer
{
    private readonly double[] means;
    private readonly double[] factors;

    private Standardizer(double[] means, double[] deviations)
    {
        this.means = means;
        factors = [.. deviations.Select(d => d > 0 ? 1 / d : 1)];
        Means = [.. means.Select(m => (float)m)];
        StandardDeviations = [.. deviations.Select(d => (float)d)];
    }

    /// <summary>The mean of each column.</summary>
    public ImmutableArray<float> Means { get; }

    /// <summary>The standard deviation of each column, over all samples (not one less); 0 where the column does not vary.</summary>
    public ImmutableArray<float> StandardDeviations { get; }

    /// <summary>Measures the columns of a data set.</summary>
    /// <param name="data">The training data.</param>
    public static Standardizer Fit(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit(data.Inputs, data.InputSize);
    }

    /// <summary>Measures columns.</summary>
    /// <param name="inputs">[samples][inputSize], row-major; finite, at least one sample.</param>
    /// <param name="inputSize">Columns, at least 1.</param>
    /// <exception cref="ShapeMismatchException">The values are no whole number of samples, or none.</exception>
    /// <exception cref="NonFiniteValueException">A value is NaN or infinite.</exception>
    public static Standardizer Fit(ReadOnlySpan<float> inputs, int inputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        DataSetChecks.Lengths(inputs.Length, inputs.Length / inputSize, inputSize, 1);
        DataSetChecks.Finite(inputs, inputSize, "input");
        var samples = inputs.Length / inputSize;
        var means = new double[inputSize];
        var deviations = new double[inputSize];

        // Twice through the data, since a difference of large sums would lose the digits of columns whose mean is far from 0.
        for (var i = 0; i < inputs.Length; i++)
        {
            means[i % inputSize] += (double)inputs[i] / samples;
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            var difference = inputs[i] - means[i % inputSize];
            deviations[i % inputSize] += difference * difference / samples;
        }

        for (var column = 0; column < inputSize; column++)
        {
            // What rounding leaves of a constant column must not be blown up to 1.
            var deviation = Math.Sqrt(deviations[column]);
            deviations[column] = deviation > 1e-7 * Math.Abs(means[column]) ? deviation : 0;
        }

        return new Standardizer(means, deviations);
    }

    /// <summary>Standardizes values in place.</summary>
    /// <param name="inputs">[samples][columns], row-major.</param>
    /// <exception cref="ShapeMismatchException">The values are no whole number of samples.</exception>
    public void Apply(Span<float> inputs)
    {
        if (inputs.Length % means.Length != 0)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"There are {inputs.Length} values, which is no multiple of the {means.Length} columns this standardizer was fitted on."));
        }

        while (!inputs.IsEmpty)
        {
            for (var column = 0; column < means.Length; column++)
            {
                inputs[column] = (float)((inputs[column] - means[column]) * factors[column]);
            }

            inputs = inputs[means.Length..];
        }
    }

    /// <summary>A data set with standardized inputs and the same targets.</summary>
    /// <typeparam name="TTarget">The type of its targets.</typeparam>
    /// <param name="data">The data; left as it is.</param>
    /// <exception cref="ShapeMismatchException">The samples have another number of columns.</exception>
    public DataSet<TTarget> Apply<TTarget>(DataSet<TTarget> data)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.InputSize != means.Length)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The data set has {data.InputSize} values a sample; this standardizer was fitted on {means.Length} columns."));
        }

        var inputs = data.Inputs.ToArray();
        Apply(inputs);
        return data.WithInputs(inputs);
    }
}
