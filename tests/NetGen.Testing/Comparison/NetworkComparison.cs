using System.Runtime.InteropServices;
using NetGen.Numerics;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;

namespace NetGen.Testing.Comparison;

/// <summary>
/// Emitted code against the interpreter: outputs, losses, gradients with respect to every parameter and input, statistics, and what a step of training leaves,
/// each relative to the largest element of its tensor. Buffers come full of NaN and guarded, so does the network's own working memory, and what is only read
/// must stay as it was.
/// </summary>
internal static class NetworkComparison
{
    // More than any network of the tests takes.
    private const int PoisonedFloats = 1 << 21;
    private const float LearningRate = 0.25f;

    /// <summary>Runs all that a network computes on a batch.</summary>
    /// <returns>One entry for each thing compared.</returns>
    public static IReadOnlyList<Deviation> Compare(EmittedNetwork network, NetworkData data, ExpectedPass expected)
    {
        var differences = new DifferenceList(expected);
        SetTensors(network, data.Values);
        network.Seed = data.Step.Seed;
        network.Step = data.Step.Step;
        Poison();
        var (parameters, state) = (network.Parameters.ToArray(), network.State.ToArray());
        var inputs = (float[])data.Inputs.Clone();
        var targets = network.ConvertTargets(data.Targets);

        Predict(differences, network, inputs, targets, expected.Pass);
        Differentiate(differences, network, inputs, targets, expected.Pass);
        var statistics = TakeShare(differences, network, inputs, targets, data.Share, expected.Share);
        var isUnchanged = network.Parameters.SequenceEqual(parameters) && network.State.SequenceEqual(state) && inputs.AsSpan().SequenceEqual(data.Inputs)
            && network.Seed == data.Step.Seed && network.Step == data.Step.Step;
        differences.AddRule("what is only read was changed", isUnchanged);

        network.UpdateState(statistics);
        AddTensors(differences, network, network.StateTensors, network.State, static tensor => tensor, expected.Share.StateAfter, " after a share");
        state.CopyTo(network.State);
        Train(differences, network, inputs, targets, data.Values, expected.Pass);
        differences.AddRule("a step of training does not count", network.Step == data.Step.Step + 1);

        var (trained, trainedState) = (network.Parameters.ToArray(), network.State.ToArray());
        parameters.CopyTo(network.Parameters);
        state.CopyTo(network.State);
        network.Step = data.Step.Step;
        var gradients = new float[network.ParameterCount];
        network.ComputeGradients(inputs, targets, gradients);
        network.Update(gradients, new Sgd(LearningRate));
        differences.AddRule(
            "gradients and an update give other bits than a step of training",
            network.Parameters.SequenceEqual(trained) && network.State.SequenceEqual(trainedState) && network.Step == data.Step.Step + 1);
        return differences.Found;
    }

    /// <summary>Sets every tensor; fails where the network has others than the interpreter.</summary>
    /// <exception cref="CheckFailedException">A tensor is missing or has no counterpart.</exception>
    public static void SetTensors(EmittedNetwork network, InterpreterValues values)
    {
        CheckNames(network, network.Tensors, network.ParameterCount, values.Parameters);
        CheckNames(network, network.StateTensors, network.State.Length, values.State);
        network.Parameters.Fill(float.NaN);
        network.State.Fill(float.NaN);
        foreach (var (name, elements) in values.Parameters.Concat(values.State))
        {
            network.WriteTensor(name, elements);
        }
    }

    private static void CheckNames(EmittedNetwork network, IReadOnlyList<TensorInfo> tensors, int length, IReadOnlyDictionary<string, double[]> values)
    {
        if (!tensors.Select(static tensor => tensor.Name).Order(StringComparer.Ordinal).SequenceEqual(values.Keys.Order(StringComparer.Ordinal)) || tensors.Sum(static tensor => tensor.Length) != length)
        {
            throw new CheckFailedException($"{network.Name} has the tensors {string.Join(", ", tensors)}; the interpreter has {string.Join(", ", values.Keys)}.");
        }
    }

    // Working memory is used again. What is not written this time must not be found right because a former call wrote it.
    private static void Poison()
    {
        using var workspace = Workspace.Rent(PoisonedFloats);
        MemoryMarshal.CreateSpan(ref workspace.Origin, PoisonedFloats).Fill(float.NaN);
    }

    private static void Predict(DifferenceList differences, EmittedNetwork network, float[] inputs, Array targets, InterpretedPass expected)
    {
        var outputs = new GuardedBuffer(expected.Predicted.Length);
        network.Predict(inputs, outputs.Span);
        differences.Add("outputs", expected.Predicted, outputs);
        differences.Add("loss alone", expected.PredictedLoss, network.ComputeLoss(inputs, targets));
    }

    private static void Differentiate(DifferenceList differences, EmittedNetwork network, float[] inputs, Array targets, InterpretedPass expected)
    {
        var gradients = new GuardedBuffer(network.ParameterCount);
        differences.Add("loss", expected.Loss, network.ComputeGradients(inputs, targets, gradients.Span));
        AddGradients(differences, network, gradients, expected, "");

        gradients = new GuardedBuffer(network.ParameterCount);
        var inputGradients = new GuardedBuffer(inputs.Length);
        differences.Add("loss", expected.Loss, network.ComputeGradients(inputs, targets, gradients.Span, inputGradients.Span), " with input gradient");
        AddGradients(differences, network, gradients, expected, " with input gradient");
        differences.Add("input gradient", expected.InputGradients, inputGradients);
    }

    private static float[] TakeShare(DifferenceList differences, EmittedNetwork network, float[] inputs, Array targets, InterpreterStep share, InterpretedPass expected)
    {
        var gradients = new GuardedBuffer(network.ParameterCount);
        var statistics = new GuardedBuffer(network.State.Length);
        differences.Add("loss", expected.Loss, network.ComputeGradients(inputs, targets, gradients.Span, share, statistics.Span), " of a share");
        AddGradients(differences, network, gradients, expected, " of a share");
        AddTensors(differences, network, network.StateTensors, statistics.Span, InterpretedPass.StatisticOf, expected.Statistics, "");
        differences.AddGuard("statistics", statistics);
        return statistics.Span.ToArray();
    }

    private static void Train(DifferenceList differences, EmittedNetwork network, float[] inputs, Array targets, InterpreterValues values, InterpretedPass expected)
    {
        differences.Add("loss", expected.Loss, network.TrainStep(inputs, targets, new Sgd(LearningRate)), " of a step");
        foreach (var (name, gradient) in expected.Gradients)
        {
            double[] after = [.. values.Parameters[name].Zip(gradient, static (value, slope) => value - (LearningRate * slope))];
            differences.Add(InterpretedPass.GradientOf(name), after, network.ReadTensor(name, network.Parameters), $": {name} after a step");
        }

        AddTensors(differences, network, network.StateTensors, network.State, static tensor => tensor, expected.StateAfter, " after a step");
    }

    private static void AddGradients(DifferenceList differences, EmittedNetwork network, GuardedBuffer gradients, InterpretedPass expected, string suffix)
    {
        AddTensors(differences, network, network.Tensors, gradients.Span, InterpretedPass.GradientOf, expected.Gradients, suffix);
        differences.AddGuard("gradients" + suffix, gradients);
    }

    private static void AddTensors(
        DifferenceList differences, EmittedNetwork network, IReadOnlyList<TensorInfo> tensors, ReadOnlySpan<float> buffer, Func<string, string> call, IReadOnlyDictionary<string, double[]> expected, string suffix)
    {
        foreach (var tensor in tensors)
        {
            differences.Add(call(tensor.Name), expected[tensor.Name], network.ReadTensor(tensor.Name, buffer), suffix);
        }
    }
}
