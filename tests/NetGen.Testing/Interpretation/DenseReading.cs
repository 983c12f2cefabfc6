using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation;

/// <summary>a_u = phi(b_u + sum_i W_ui x_i).</summary>
internal sealed class DenseReading(DenseSpec layer, CustomFunctions custom) : LayerReading
{
    private readonly int _inputs = checked((int)layer.FanIn);
    private readonly int _units = layer.Units;
    private readonly string _weight = layer.Name + ".weight";
    private readonly string _bias = layer.Name + ".bias";
    private readonly ActivationReading _activation = new(layer.Activation, layer.Output, custom);

    public override ImmutableArray<ParameterTensor> Tensors => layer.Bias is null
        ? [new(_weight, [_units, _inputs])]
        : [new(_weight, [_units, _inputs]), new(_bias, [_units])];

    public override LayerTrace Forward(double[] x, int samples, IReadOnlyDictionary<string, double[]> parameters)
    {
        var weight = parameters[_weight];
        var bias = layer.Bias is null ? new double[_units] : parameters[_bias];
        var z = new double[samples * _units];
        for (var sample = 0; sample < samples; sample++)
        {
            var row = x.AsSpan(sample * _inputs, _inputs);
            for (var unit = 0; unit < _units; unit++)
            {
                var sum = bias[unit];
                for (var input = 0; input < row.Length; input++)
                {
                    sum += weight[(unit * _inputs) + input] * row[input];
                }

                z[(sample * _units) + unit] = sum;
            }
        }

        return new LayerTrace(x, z, _activation.Forward(z), _activation.KinkMargin(z));
    }

    public override double[] Backward(LayerTrace trace, double[] da, int samples, IReadOnlyDictionary<string, double[]> parameters, IDictionary<string, double[]> gradients)
    {
        var weight = parameters[_weight];
        var dz = _activation.Backward(trace.Z, trace.A, da);
        var dWeight = new double[weight.Length];
        var dBias = new double[_units];
        var dx = new double[trace.X.Length];
        for (var sample = 0; sample < samples; sample++)
        {
            for (var unit = 0; unit < _units; unit++)
            {
                var slope = dz[(sample * _units) + unit];
                dBias[unit] += slope;
                for (var input = 0; input < _inputs; input++)
                {
                    dWeight[(unit * _inputs) + input] += slope * trace.X[(sample * _inputs) + input];
                    dx[(sample * _inputs) + input] += slope * weight[(unit * _inputs) + input];
                }
            }
        }

        gradients[_weight] = dWeight;
        if (layer.Bias is not null)
        {
            gradients[_bias] = dBias;
        }

        return dx;
    }
}
