using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Testing.Interpretation.Layers;

namespace NetGen.Testing.Interpretation;

/// <summary>
/// The oracle: a plain reading of a network's specification in double precision, written from the textbook, without any of the library's numerics and
/// without a thought of speed.
/// </summary>
internal sealed class Interpreter
{
    private static readonly InterpreterStep s_firstStep = new(Seed: 1, Step: 0);

    private readonly NetworkSpec _network;
    private readonly CustomFunctions _custom;
    private readonly SequenceReading _layers;

    /// <summary>Reads a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="custom">The activations and losses of the user's own that it names.</param>
    /// <param name="readings">How its layers are read, where not the right way.</param>
    public Interpreter(NetworkSpec network, CustomFunctions? custom = null, LayerReadings? readings = null)
    {
        _network = network;
        _custom = custom ?? CustomFunctions.Empty;
        _layers = (readings ?? LayerReadings.Standard).Read(network, _custom);
    }

    /// <summary>What is trained, in the order of the layers.</summary>
    public ImmutableArray<NetworkTensor> Tensors => _layers.Tensors;

    /// <summary>What is kept beside them, in the order of the layers.</summary>
    public ImmutableArray<NetworkTensor> State => _layers.State;

    /// <summary>Whether a layer draws numbers in training.</summary>
    public bool IsRandom => _layers.IsRandom;

    /// <summary>The smallest batch that training takes.</summary>
    public int LeastSamples => _layers.LeastSamples;

    /// <summary>What the last layer gives for a batch, in the form for prediction.</summary>
    /// <param name="values">Parameters and state.</param>
    /// <param name="inputs">[samples][inputs].</param>
    public double[] Predict(InterpreterValues values, ReadOnlySpan<double> inputs) => Forward(NewPass(values, inputs, null, null), inputs).A;

    /// <summary>The mean loss in the form for training, without the way back.</summary>
    /// <param name="values">Parameters and state.</param>
    /// <param name="inputs">[samples][inputs].</param>
    /// <param name="targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
    /// <param name="step">What random layers draw by; the first step of seed 1 unless given.</param>
    public double ComputeTrainingLoss(InterpreterValues values, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, InterpreterStep? step = null)
    {
        var pass = NewPass(values, inputs, step ?? s_firstStep, null);
        return Loss(Forward(pass, inputs).A, targets, pass).Loss;
    }

    /// <summary>Prediction, and forward and backward in the form for training, over a batch.</summary>
    /// <param name="values">Parameters and state.</param>
    /// <param name="inputs">[samples][inputs].</param>
    /// <param name="targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
    /// <param name="step">What random layers draw by; the first step of seed 1 unless given.</param>
    /// <param name="noise">Disturbs each result as single precision would.</param>
    /// <exception cref="ArgumentException">The batch has a single row for a layer that takes statistics over it.</exception>
    public InterpretedPass Run(InterpreterValues values, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, InterpreterStep? step = null, RoundingNoise? noise = null)
    {
        var prediction = NewPass(values, inputs, null, noise);
        var predicted = Forward(prediction, inputs).A;
        var (predictedLoss, _) = Loss(predicted, targets, prediction);

        var pass = NewPass(values, inputs, step ?? s_firstStep, noise);
        var trace = Forward(pass, inputs);
        var (loss, derivative) = Loss(trace.A, targets, pass);
        derivative = trace.Backward(derivative);

        // x' = x Scale + Shift
        var inputGradients = Array.ConvertAll(derivative, element => pass.Round(element * _network.Input.Scale));
        return new InterpretedPass(
            predicted, predictedLoss, trace.A, loss, pass.Gradients, inputGradients, pass.Statistics, UpdateState(values.State, pass.Statistics), pass.Kinks, LossMargin(trace.A, targets));
    }

    /// <summary>The state after a step of training.</summary>
    /// <param name="state">Before it, by name.</param>
    /// <param name="statistics">Of its batch, by the names of the state.</param>
    public IReadOnlyDictionary<string, double[]> UpdateState(IReadOnlyDictionary<string, double[]> state, IReadOnlyDictionary<string, double[]> statistics)
    {
        var after = new Dictionary<string, double[]>();
        _layers.UpdateState(state, statistics, after);
        return after;
    }

    private InterpreterPass NewPass(InterpreterValues values, ReadOnlySpan<double> inputs, InterpreterStep? step, RoundingNoise? noise) =>
        new(values, inputs.Length / checked((int)_network.Input.Shape.Size), step, noise);

    private LayerTrace Forward(InterpreterPass pass, ReadOnlySpan<double> inputs)
    {
        var x = inputs.ToArray();
        if (_network.Input.IsRescaled)
        {
            x = Array.ConvertAll(x, value => pass.Round((value * _network.Input.Scale) + _network.Input.Shift));
        }

        return _layers.Forward(x, pass);
    }

    private (double Loss, double[] Derivative) Loss(double[] outputs, ReadOnlySpan<double> targets, InterpreterPass pass)
    {
        var derivative = new double[outputs.Length];
        var loss = LossFunctions.Mean(_network.Loss, _custom, outputs, targets, pass, derivative);
        return (loss, derivative);
    }

    private double LossMargin(double[] outputs, ReadOnlySpan<double> targets)
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
