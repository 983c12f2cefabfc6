using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>a_u = phi(b_u + sum_i W_ui x_i) for every row of the last axis.</summary>
internal sealed class DenseReading(DenseSpec layer, CustomFunctions custom) : LayerReading
{
    private readonly int _inputs = checked((int)layer.FanIn);
    private readonly int _units = layer.Units;
    private readonly string _weight = layer.Name + ".weight";
    private readonly string _bias = layer.Name + ".bias";
    private readonly ActivationReading _activation = new(layer.Activation, layer.Output, custom);

    public override ImmutableArray<NetworkTensor> Tensors => layer.Bias is null
        ? [new(_weight, [_units, _inputs], NetworkTensorRole.Weight)]
        : [new(_weight, [_units, _inputs], NetworkTensorRole.Weight), new(_bias, [_units], NetworkTensorRole.Shift)];

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        var rows = x.Length / _inputs;
        var weight = pass.Parameters[_weight];
        var bias = layer.Bias is null ? new double[_units] : pass.Parameters[_bias];
        var z = new double[rows * _units];
        for (var row = 0; row < rows; row++)
        {
            for (var unit = 0; unit < _units; unit++)
            {
                var sum = bias[unit];
                for (var input = 0; input < _inputs; input++)
                {
                    sum += pass.Round(weight[(unit * _inputs) + input] * x[(row * _inputs) + input]);
                }

                z[(row * _units) + unit] = pass.Round(sum);
            }
        }

        var (a, activationBackward) = _activation.Forward(z, pass);
        return new LayerTrace(a, Backward);

        double[] Backward(double[] da)
        {
            var dz = activationBackward(da);
            var dWeight = new double[weight.Length];
            var dBias = new double[_units];
            var dx = new double[x.Length];
            for (var row = 0; row < rows; row++)
            {
                for (var unit = 0; unit < _units; unit++)
                {
                    var slope = dz[(row * _units) + unit];
                    dBias[unit] += slope;
                    for (var input = 0; input < _inputs; input++)
                    {
                        dWeight[(unit * _inputs) + input] += pass.Round(slope * x[(row * _inputs) + input]);
                        dx[(row * _inputs) + input] += pass.Round(slope * weight[(unit * _inputs) + input]);
                    }
                }
            }

            pass.Gradients[_weight] = dWeight;
            if (layer.Bias is not null)
            {
                pass.Gradients[_bias] = dBias;
            }

            return dx;
        }
    }
}
