namespace NetGen.Tests.Optimizers;

/// <summary>
/// Dense layers in double precision, one sample at a time, straight from the definitions: gradients for the tests of optimizers, so that nothing of the
/// library but the optimizer takes part.
/// </summary>
internal sealed class DoublePrecisionNetwork(ReferenceCase reference)
{
    /// <summary>The mean loss, and its gradient by every parameter (layer by layer, weight [units][inputs], then bias).</summary>
    public double ComputeGradients(ReadOnlySpan<double> parameters, Span<double> gradients)
    {
        gradients.Clear();
        var samples = reference.X.Length;
        var loss = 0.0;
        for (var sample = 0; sample < samples; sample++)
        {
            loss += Backpropagate(parameters, gradients, sample, samples);
        }

        return loss;
    }

    private double Backpropagate(ReadOnlySpan<double> parameters, Span<double> gradients, int sample, int samples)
    {
        var layers = reference.Layers;
        var activations = new double[layers.Length + 1][]; // activations[l] goes into layer l
        var sums = new double[layers.Length][];
        var offsets = new int[layers.Length];
        activations[0] = reference.X[sample];
        for (int l = 0, offset = 0; l < layers.Length; l++)
        {
            var (inputs, units) = (layers[l].Inputs, layers[l].Units);
            offsets[l] = offset;
            sums[l] = new double[units];
            for (var u = 0; u < units; u++)
            {
                sums[l][u] = parameters[offset + units * inputs + u];
                for (var i = 0; i < inputs; i++)
                {
                    sums[l][u] += parameters[offset + u * inputs + i] * activations[l][i];
                }
            }

            activations[l + 1] = [.. sums[l].Select(z => Activate(layers[l].Activation, z).Value)];
            offset += units * (inputs + 1);
        }

        var (loss, da) = LossOf(activations[^1], sample, samples);
        for (var l = layers.Length - 1; l >= 0; l--)
        {
            var (inputs, units) = (layers[l].Inputs, layers[l].Units);
            var dx = new double[inputs];
            for (var u = 0; u < units; u++)
            {
                var dz = da[u] * Activate(layers[l].Activation, sums[l][u]).Derivative;
                gradients[offsets[l] + units * inputs + u] += dz;
                for (var i = 0; i < inputs; i++)
                {
                    gradients[offsets[l] + u * inputs + i] += dz * activations[l][i];
                    dx[i] += dz * parameters[offsets[l] + u * inputs + i];
                }
            }

            da = dx;
        }

        return loss;
    }

    /// <summary>A sample's share of the mean loss, and its derivative by the outputs.</summary>
    private (double Loss, double[] Derivative) LossOf(double[] outputs, int sample, int samples)
    {
        var derivative = new double[outputs.Length];
        if (reference.Loss == "softmax_cross_entropy")
        {
            var label = reference.Y[sample].GetInt32();
            var total = outputs.Sum(Math.Exp);
            for (var o = 0; o < outputs.Length; o++)
            {
                derivative[o] = (Math.Exp(outputs[o]) / total - (o == label ? 1 : 0)) / samples;
            }

            return ((Math.Log(total) - outputs[label]) / samples, derivative);
        }

        var loss = 0.0;
        double terms = samples * outputs.Length;
        for (var o = 0; o < outputs.Length; o++)
        {
            var (y, t) = (outputs[o], reference.Y[sample][o].GetDouble());
            var e = y - t;
            var (value, slope) = reference.Loss switch
            {
                "mean_squared_error" => (e * e, 2 * e),
                "mean_absolute_error" => (Math.Abs(e), Math.Sign(e)),
                "huber_1" => Math.Abs(e) <= 1 ? (e * e / 2, e) : (Math.Abs(e) - .5, Math.Sign(e)),
                "binary_cross_entropy_with_logits" => (Math.Log(1 + Math.Exp(y)) - t * y, 1 / (1 + Math.Exp(-y)) - t),
                var other => throw new NotSupportedException(other),
            };
            loss += value / terms;
            derivative[o] = slope / terms;
        }

        return (loss, derivative);
    }

    private static (double Value, double Derivative) Activate(string name, double z)
    {
        var logistic = 1 / (1 + Math.Exp(-z));
        switch (name)
        {
            case "identity": return (z, 1);
            case "tanh": return (Math.Tanh(z), 1 - Math.Tanh(z) * Math.Tanh(z));
            case "logistic": return (logistic, logistic * (1 - logistic));
            case "relu": return z > 0 ? (z, 1) : (0, 0);
            case "leaky_relu_0.01": return z > 0 ? (z, 1) : (.01 * z, .01);
            case "elu": return z > 0 ? (z, 1) : (Math.Exp(z) - 1, Math.Exp(z));
            case "silu": return (z * logistic, logistic + z * logistic * (1 - logistic));
            case "softplus": return (Math.Log(1 + Math.Exp(z)), logistic);
            case "softsign": return (z / (1 + Math.Abs(z)), 1 / ((1 + Math.Abs(z)) * (1 + Math.Abs(z))));
            case "selu":
                const double Lambda = 1.0507009873554804934193349852946;
                const double Alpha = 1.6732632423543772848170429916717;
                return z > 0 ? (Lambda * z, Lambda) : (Lambda * Alpha * (Math.Exp(z) - 1), Lambda * Alpha * Math.Exp(z));
            case "gelu":
                var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
                return (z * NormalCdf(z), NormalCdf(z) + z * density);
            default: throw new NotSupportedException(name);
        }
    }

    /// <summary>1/2 + density(z) (z + z^3/3 + z^5/15 + ...), which converges everywhere and is exact enough for the |z| below 6 met here.</summary>
    private static double NormalCdf(double z)
    {
        double term = z, sum = z;
        for (var k = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); k += 2)
        {
            term *= z * z / k;
            sum += term;
        }

        return .5 + sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }
}
