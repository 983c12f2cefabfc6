using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Tests.Signal;

/// <summary>One draw of a network's weights, run forward and backward in plain double code: what the engine's predictions are held against.</summary>
internal sealed class MonteCarloNetwork
{
    private readonly NetworkSpec _network;
    private readonly Random _random;
    private readonly double[][,] _weights;
    private readonly double[][] _biases;

    public MonteCarloNetwork(NetworkSpec network, Random random)
    {
        _network = network;
        _random = random;
        _weights = new double[network.Layers.Count][,];
        _biases = new double[network.Layers.Count][];
        for (var index = 0; index < network.Layers.Count; index++)
        {
            Draw(index);
        }
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>One sample: adds each layer's mean h, mean h^2 and mean dW^2, and returns the loss.</summary>
    public double Run(double[] first, double[] mean, double[] second, double[] gradientSquare)
    {
        var inputs = new double[_weights.Length][];
        var slopes = new double[_weights.Length][];
        var values = first;
        for (var layer = 0; layer < _weights.Length; layer++)
        {
            inputs[layer] = values;
            var (value, slope) = PlainActivations.Find(_network.Layers[layer].Activation.Kind.ToString());
            var outputs = new double[_biases[layer].Length];
            slopes[layer] = new double[outputs.Length];
            for (var unit = 0; unit < outputs.Length; unit++)
            {
                var h = _biases[layer][unit];
                for (var index = 0; index < values.Length; index++)
                {
                    h += _weights[layer][unit, index] * values[index];
                }

                mean[layer] += h / outputs.Length;
                second[layer] += h * h / outputs.Length;
                outputs[unit] = value(h);
                slopes[layer][unit] = slope(h);
            }

            values = outputs;
        }

        var (loss, gradient) = Loss(values);
        for (var layer = _weights.Length - 1; layer >= 0; layer--)
        {
            var dz = gradient.Zip(slopes[layer], static (g, s) => g * s).ToArray();
            gradientSquare[layer] += dz.Average(static g => g * g) * inputs[layer].Average(static x => x * x);
            gradient = new double[inputs[layer].Length];
            for (var unit = 0; unit < dz.Length; unit++)
            {
                for (var index = 0; index < gradient.Length; index++)
                {
                    gradient[index] += dz[unit] * _weights[layer][unit, index];
                }
            }
        }

        return loss;
    }

    private (double Loss, double[] Gradient) Loss(double[] outputs)
    {
        var gradient = new double[outputs.Length];
        double loss = 0;
        if (_network.Loss.Kind == LossKind.SoftmaxCrossEntropy)
        {
            var label = _random.Next(outputs.Length);
            var largest = outputs.Max();
            var sum = outputs.Sum(y => Math.Exp(y - largest));
            for (var index = 0; index < outputs.Length; index++)
            {
                gradient[index] = (Math.Exp(outputs[index] - largest) / sum) - (index == label ? 1 : 0);
            }

            return (Math.Log(sum) + largest - outputs[label], gradient);
        }

        for (var index = 0; index < outputs.Length; index++)
        {
            if (_network.Loss.Kind == LossKind.BinaryCrossEntropy)
            {
                var target = _random.Next(2);
                gradient[index] = ((1 / (1 + Math.Exp(-outputs[index]))) - target) / outputs.Length;
                loss += (Math.Log(1 + Math.Exp(-Math.Abs(outputs[index]))) + Math.Max(outputs[index], 0) - (target * outputs[index])) / outputs.Length;
            }
            else
            {
                var difference = outputs[index] - Normal(_random);
                gradient[index] = 2 * difference / outputs.Length;
                loss += difference * difference / outputs.Length;
            }
        }

        return (loss, gradient);
    }

    private void Draw(int index)
    {
        var layer = (DenseSpec)_network.Layers[index];
        var (inputs, units) = ((int)layer.FanIn, layer.Units);
        var gain = layer.Weights.Gain == InitializerSpec.ExactGain
            ? InitializerResolution.Resolve(_network, index).Weights.Gain
            : layer.Weights.Gain;
        var weights = new double[units, inputs];
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                weights[unit, input] = gain * Element(layer.Weights, inputs, units);
            }
        }

        var biases = new double[units];
        for (var unit = 0; unit < units; unit++)
        {
            biases[unit] = layer.Weights.Kind == InitializerKind.CentredLogistic
                ? -0.5 * Enumerable.Range(0, inputs).Sum(input => weights[unit, input])
                : Element(layer.Bias!, inputs, units);
        }

        _weights[index] = weights;
        _biases[index] = biases;
    }

    private double Element(InitializerSpec initializer, int inputs, int units)
    {
        double sum = inputs + units;
        return initializer.Kind switch
        {
            InitializerKind.Zeros => 0,
            InitializerKind.Constant => initializer.Value,
            InitializerKind.Normal => initializer.StandardDeviation * Normal(_random),
            InitializerKind.TruncatedNormal => initializer.StandardDeviation * Truncated(),
            InitializerKind.GlorotNormal => Math.Sqrt(2 / sum) * Normal(_random),
            InitializerKind.GlorotUniform => Uniform(Math.Sqrt(6 / sum)),
            InitializerKind.HeNormal => Math.Sqrt(2.0 / inputs) * Normal(_random),
            InitializerKind.HeUniform => Uniform(Math.Sqrt(6.0 / inputs)),
            InitializerKind.LeCunNormal => Math.Sqrt(1.0 / inputs) * Normal(_random),
            InitializerKind.TorchDefault => Uniform(1 / Math.Sqrt(inputs)),
            InitializerKind.CentredLogistic => 4 * Math.Sqrt(2 / sum) * Normal(_random),
            _ => throw new ArgumentOutOfRangeException(nameof(initializer), initializer.Kind, "not drawn here"),
        };
    }

    private double Uniform(double limit) => limit * ((2 * _random.NextDouble()) - 1);

    private double Truncated()
    {
        double value;
        do
        {
            value = Normal(_random);
        }
        while (Math.Abs(value) > 2);

        return value;
    }
}
