using System.Collections.Immutable;
using NetGen.Generators.Model;

namespace NetGen.Testing.Interpretation;

/// <summary>
/// The oracle: a plain reading of a network's specification in double precision, written from the textbook, without any of the library's numerics and
/// without a thought of speed.
/// </summary>
internal sealed class Interpreter
{
    private readonly NetworkSpec _network;
    private readonly CustomFunctions _custom;
    private readonly ImmutableArray<LayerReading> _layers;

    /// <summary>Reads a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="custom">The activations and losses of the user's own that it names.</param>
    public Interpreter(NetworkSpec network, CustomFunctions? custom = null)
    {
        _network = network;
        _custom = custom ?? CustomFunctions.Empty;
        _layers = [.. network.Layers.Select(layer => LayerReading.Of(layer, _custom))];
        Tensors = [.. _layers.SelectMany(layer => layer.Tensors)];
    }

    /// <summary>All parameters, in the order of the layers.</summary>
    public ImmutableArray<ParameterTensor> Tensors { get; }

    /// <summary>What the last layer gives for a batch.</summary>
    /// <param name="parameters">By tensor name, in the visible layout.</param>
    /// <param name="inputs">[samples][inputs].</param>
    public double[] Predict(IReadOnlyDictionary<string, double[]> parameters, ReadOnlySpan<double> inputs) =>
        Forward(parameters, inputs, out _)[^1].A;

    /// <summary>The mean loss, without the way back.</summary>
    /// <param name="parameters">By tensor name, in the visible layout.</param>
    /// <param name="inputs">[samples][inputs].</param>
    /// <param name="targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
    public double ComputeLoss(IReadOnlyDictionary<string, double[]> parameters, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        var outputs = Forward(parameters, inputs, out var samples)[^1].A;
        return LossFunctions.Mean(_network.Loss, _custom, outputs, targets, samples, new double[outputs.Length]);
    }

    /// <summary>Forward and backward over a batch.</summary>
    /// <param name="parameters">By tensor name, in the visible layout.</param>
    /// <param name="inputs">[samples][inputs].</param>
    /// <param name="targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
    public InterpretedPass Run(IReadOnlyDictionary<string, double[]> parameters, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        var traces = Forward(parameters, inputs, out var samples);
        var outputs = traces[^1].A;
        var derivative = new double[outputs.Length];
        var loss = LossFunctions.Mean(_network.Loss, _custom, outputs, targets, samples, derivative);
        var gradients = new Dictionary<string, double[]>();
        for (var layer = _layers.Length - 1; layer >= 0; layer--)
        {
            derivative = _layers[layer].Backward(traces[layer], derivative, samples, parameters, gradients);
        }

        // x' = x Scale + Shift
        var inputGradients = Array.ConvertAll(derivative, element => element * _network.Input.Scale);
        var margin = Math.Min(traces.Min(static trace => trace.KinkMargin), LossKinkMargin(outputs, targets));
        return new InterpretedPass(outputs, loss, gradients, inputGradients, margin);
    }

    private LayerTrace[] Forward(IReadOnlyDictionary<string, double[]> parameters, ReadOnlySpan<double> inputs, out int samples)
    {
        samples = inputs.Length / checked((int)_network.Input.Shape.Size);
        var traces = new LayerTrace[_layers.Length];
        var x = inputs.ToArray();
        if (_network.Input.IsRescaled)
        {
            x = Array.ConvertAll(x, value => (value * _network.Input.Scale) + _network.Input.Shift);
        }

        for (var layer = 0; layer < _layers.Length; layer++)
        {
            traces[layer] = _layers[layer].Forward(x, samples, parameters);
            x = traces[layer].A;
        }

        return traces;
    }

    private double LossKinkMargin(double[] outputs, ReadOnlySpan<double> targets)
    {
        var margin = double.PositiveInfinity;
        if (!_network.Loss.TakesClassIndices && LossFunctions.Of(_network.Loss, _custom).HasKink)
        {
            var largest = outputs.Max(Math.Abs);
            for (var i = 0; i < outputs.Length; i++)
            {
                margin = Math.Min(margin, Math.Abs(outputs[i] - targets[i]) / Math.Max(largest, Math.Abs(targets[i])));
            }
        }

        return margin;
    }
}
