using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Tests.Signal;

/// <summary>
/// One draw of the weights of a network of any layers, run forward and backward over a batch in plain double code that shares nothing with the engine: walks over
/// the declaration's tree, masks and statistics of the batch included.
/// </summary>
/// <param name="network">The network; dense layers start from normal distributions around 0, whatever they declare.</param>
/// <param name="random">Draws weights, masks, noise and targets.</param>
internal sealed class MonteCarloTree(NetworkSpec network, Random random)
{
    private int _step;

    /// <summary>By step: the mean square over a batch of the pre-activations, of the sum of a residual block, of what any other layer received.</summary>
    public double[] SecondMoments { get; } = new double[network.Steps.Count];

    /// <summary>By step: the mean square of what it gave.</summary>
    public double[] OutputSecondMoments { get; } = new double[network.Steps.Count];

    /// <summary>By step: the mean square of a weight's gradient for one sample, 0 where there are no weights.</summary>
    public double[] GradientSquares { get; } = new double[network.Steps.Count];

    /// <summary>Draws, runs a batch, and adds what it finds.</summary>
    public void Run(double[][] batch)
    {
        _step = 0;
        var outputs = Layers(network.Layers, batch, out var backward);
        backward(LossGradient(outputs));
    }

    private double[][] Layers(EquatableArray<LayerSpec> layers, double[][] x, out Func<double[][], double[][]> backward)
    {
        var steps = new List<Func<double[][], double[][]>>();
        foreach (var layer in layers)
        {
            x = Layer(layer, x, out var step);
            steps.Add(step);
        }

        steps.Reverse();
        backward = gradient => steps.Aggregate(gradient, static (dy, step) => step(dy));
        return x;
    }

    private double[][] Layer(LayerSpec layer, double[][] x, out Func<double[][], double[][]> backward)
    {
        if (layer is BlockSpec)
        {
            return Layers(layer.Body, x, out backward);
        }

        if (layer is ResidualSpec residual)
        {
            return Residual(residual, x, out backward);
        }

        var index = _step++;
        var y = layer switch
        {
            DenseSpec dense => Dense(dense, index, x, out backward),
            ActivationLayerSpec => Activation(layer.Activation, Seen(index, x), out backward),
            DropoutSpec dropout => Masked(Seen(index, x), dropout.Rate, 1 / (1 - dropout.Rate), 0, 0, out backward),
            AlphaDropoutSpec dropout => Alpha(Seen(index, x), dropout.Rate, out backward),
            GaussianNoiseSpec noise => Noise(Seen(index, x), noise.StandardDeviation, out backward),
            BatchNormalizationSpec => OverBatch(Seen(index, x), layer.Input.Last, out backward),
            LayerNormalizationSpec => OverRows(Seen(index, x), layer.Input.Last, centred: true, out backward),
            RmsNormalizationSpec => OverRows(Seen(index, x), layer.Input.Last, centred: false, out backward),
            FlattenSpec => Same(Seen(index, x), out backward),
            _ => throw new InvalidOperationException(layer.Kind),
        };
        OutputSecondMoments[index] += Square(y);
        return y;
    }

    private double[][] Seen(int index, double[][] h)
    {
        SecondMoments[index] += Square(h);
        return h;
    }

    private double[][] Residual(ResidualSpec residual, double[][] x, out Func<double[][], double[][]> backward)
    {
        var inside = Layers(residual.Body, x, out var body);
        var index = _step++;
        Func<double[][], double[][]> round = static gradient => gradient;
        var around = residual.Projection is { } projection ? Product(projection, index, x, out round) : x;
        var y = Zip(inside, around, static (a, b) => a + b);
        Seen(index, y);
        OutputSecondMoments[index] += Square(y);
        backward = dy => Zip(body(dy), round(dy), static (a, b) => a + b);
        return y;
    }

    private double[][] Dense(DenseSpec dense, int index, double[][] x, out Func<double[][], double[][]> backward)
    {
        var z = Seen(index, Product(dense, index, x, out var product));
        var a = Activation(dense.Activation, z, out var activation);
        backward = dy => product(activation(dy));
        return a;
    }

    private double[][] Product(DenseSpec dense, int index, double[][] x, out Func<double[][], double[][]> backward)
    {
        var (inputs, units, positions) = ((int)dense.FanIn, dense.Units, (int)dense.Input.Positions);
        var deviation = dense.Weights.Kind switch
        {
            InitializerKind.HeNormal => Math.Sqrt(2.0 / inputs),
            InitializerKind.GlorotNormal or InitializerKind.GlorotUniform => Math.Sqrt(2.0 / (inputs + units)),
            InitializerKind.LeCunNormal => Math.Sqrt(1.0 / inputs),
            _ => throw new InvalidOperationException(dense.Weights.Name),
        };
        var w = new double[units * inputs];
        for (var i = 0; i < w.Length; i++)
        {
            w[i] = deviation * MonteCarloNetwork.Normal(random);
        }

        var z = Array.ConvertAll(x, sample =>
        {
            var sums = new double[positions * units];
            for (var i = 0; i < sums.Length; i++)
            {
                for (var k = 0; k < inputs; k++)
                {
                    sums[i] += w[(i % units * inputs) + k] * sample[(i / units * inputs) + k];
                }
            }

            return sums;
        });
        backward = dz => [.. dz.Select((gradient, sample) =>
        {
            var dx = new double[positions * inputs];
            var dw = new double[w.Length];
            for (var i = 0; i < gradient.Length; i++)
            {
                for (var k = 0; k < inputs; k++)
                {
                    dx[(i / units * inputs) + k] += w[(i % units * inputs) + k] * gradient[i];
                    dw[(i % units * inputs) + k] += gradient[i] * x[sample][(i / units * inputs) + k];
                }
            }

            GradientSquares[index] += dw.Average(static g => g * g) / dz.Length;
            return dx;
        })];
        return z;
    }

    private static double[][] Activation(ActivationSpec activation, double[][] z, out Func<double[][], double[][]> backward)
    {
        var (value, slope) = PlainActivations.Find(activation.Kind.ToString());
        backward = dy => Zip(dy, z, (gradient, h) => gradient * slope(h));
        return Array.ConvertAll(z, sample => Array.ConvertAll(sample, h => value(h)));
    }

    private double[][] Masked(double[][] x, double rate, double scale, double shift, double dropped, out Func<double[][], double[][]> backward)
    {
        var kept = Array.ConvertAll(x, sample => Array.ConvertAll(sample, _ => random.NextDouble() >= rate ? 1.0 : 0));
        backward = dy => Zip(dy, kept, (gradient, keeps) => gradient * keeps * scale);
        return Zip(x, kept, (value, keeps) => keeps > 0 ? (scale * value) + shift : dropped);
    }

    private double[][] Alpha(double[][] x, double rate, out Func<double[][], double[][]> backward)
    {
        const double Lowest = -1.7580993408473766;
        var scale = 1 / Math.Sqrt((1 - rate) * (1 + (rate * Lowest * Lowest)));
        var shift = -scale * rate * Lowest;
        return Masked(x, rate, scale, shift, (scale * Lowest) + shift, out backward);
    }

    private double[][] Noise(double[][] x, double deviation, out Func<double[][], double[][]> backward)
    {
        backward = static dy => dy;
        return Array.ConvertAll(x, sample => Array.ConvertAll(sample, value => value + (deviation * MonteCarloNetwork.Normal(random))));
    }

    private static double[][] Same(double[][] x, out Func<double[][], double[][]> backward)
    {
        backward = static dy => dy;
        return x;
    }

    /// <summary>Each column over the rows of the batch.</summary>
    private static double[][] OverBatch(double[][] x, int columns, out Func<double[][], double[][]> backward)
    {
        var rows = x.Length * (x[0].Length / columns);
        var y = Array.ConvertAll(x, static sample => new double[sample.Length]);
        var roots = new double[columns];
        for (var column = 0; column < columns; column++)
        {
            var mean = x.Sum(sample => Every(sample, column, columns).Sum()) / rows;
            var variance = x.Sum(sample => Every(sample, column, columns).Sum(value => (value - mean) * (value - mean))) / rows;
            roots[column] = Math.Sqrt(variance + 1e-5);
            for (var sample = 0; sample < x.Length; sample++)
            {
                for (var i = column; i < y[sample].Length; i += columns)
                {
                    y[sample][i] = (x[sample][i] - mean) / roots[column];
                }
            }
        }

        backward = dy =>
        {
            var dx = Array.ConvertAll(dy, static sample => new double[sample.Length]);
            for (var column = 0; column < columns; column++)
            {
                var first = dy.Sum(sample => Every(sample, column, columns).Sum()) / rows;
                var second = dy.Select((sample, index) => Every(sample, column, columns).Zip(Every(y[index], column, columns), static (g, v) => g * v).Sum()).Sum() / rows;
                for (var sample = 0; sample < dy.Length; sample++)
                {
                    for (var i = column; i < dx[sample].Length; i += columns)
                    {
                        dx[sample][i] = (dy[sample][i] - first - (y[sample][i] * second)) / roots[column];
                    }
                }
            }

            return dx;
        };
        return y;
    }

    /// <summary>Each row over its columns.</summary>
    private static double[][] OverRows(double[][] x, int columns, bool centred, out Func<double[][], double[][]> backward)
    {
        var y = Array.ConvertAll(x, static sample => new double[sample.Length]);
        var roots = Array.ConvertAll(x, sample => new double[sample.Length / columns]);
        for (var sample = 0; sample < x.Length; sample++)
        {
            for (var row = 0; row < roots[sample].Length; row++)
            {
                var values = x[sample].AsSpan(row * columns, columns).ToArray();
                var mean = centred ? values.Average() : 0;
                roots[sample][row] = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + 1e-5);
                for (var i = 0; i < columns; i++)
                {
                    y[sample][(row * columns) + i] = (values[i] - mean) / roots[sample][row];
                }
            }
        }

        backward = dy => [.. dy.Select((gradient, sample) =>
        {
            var dx = new double[gradient.Length];
            for (var row = 0; row < roots[sample].Length; row++)
            {
                var (g, v) = (gradient.AsSpan(row * columns, columns).ToArray(), y[sample].AsSpan(row * columns, columns).ToArray());
                var first = centred ? g.Average() : 0;
                var second = g.Zip(v, static (a, b) => a * b).Average();
                for (var i = 0; i < columns; i++)
                {
                    dx[(row * columns) + i] = (g[i] - first - (v[i] * second)) / roots[sample][row];
                }
            }

            return dx;
        })];
        return y;
    }

    /// <summary>The gradient of each sample's own loss.</summary>
    private double[][] LossGradient(double[][] outputs) => Array.ConvertAll(outputs, sample =>
    {
        if (network.Loss.Kind == LossKind.MeanSquaredError)
        {
            return Array.ConvertAll(sample, y => 2 * (y - MonteCarloNetwork.Normal(random)) / sample.Length);
        }

        var label = random.Next(sample.Length);
        var largest = sample.Max();
        var sum = sample.Sum(y => Math.Exp(y - largest));
        return [.. sample.Select((y, index) => (Math.Exp(y - largest) / sum) - (index == label ? 1 : 0))];
    });

    private static IEnumerable<double> Every(double[] values, int start, int stride)
    {
        for (var i = start; i < values.Length; i += stride)
        {
            yield return values[i];
        }
    }

    private static double Square(double[][] values) => values.Average(static sample => sample.Average(static value => value * value));

    private static double[][] Zip(double[][] a, double[][] b, Func<double, double, double> combine) =>
        [.. a.Zip(b, (first, second) => first.Zip(second, combine).ToArray())];
}
