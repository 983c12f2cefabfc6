using System.Runtime.InteropServices;
using NetGen.Numerics;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;

namespace NetGen.Testing.Comparison;

/// <summary>
/// Emitted code against the interpreter: outputs, losses, gradients by every parameter and input, each relative to the largest element of its tensor. Buffers
/// come full of NaN and guarded, so does the network's own working memory, and what is only read must stay as it was.
/// </summary>
internal static class NetworkComparison
{
    // More than any network of the tests takes.
    private const int PoisonedFloats = 1 << 21;

    /// <summary>Runs all that a network computes on a batch.</summary>
    /// <returns>One entry for each thing compared.</returns>
    public static IReadOnlyList<Deviation> Compare(EmittedNetwork network, NetworkData data, InterpretedPass expected)
    {
        var deviations = new List<Deviation>();
        SetParameters(network, data);
        Poison();
        var parameters = network.Parameters.ToArray();
        var inputs = (float[])data.Inputs.Clone();
        var samples = inputs.Length / network.InputSize;
        var targets = network.ConvertTargets(data.Targets);

        var outputs = new GuardedBuffer(samples * network.OutputSize);
        network.Predict(inputs, outputs.Span);
        Add(deviations, "outputs", expected.Outputs, outputs);
        Add(deviations, "loss alone", expected.Loss, network.ComputeLoss(inputs, targets));

        var gradients = new GuardedBuffer(network.ParameterCount);
        Add(deviations, "loss", expected.Loss, network.ComputeGradients(inputs, targets, gradients.Span));
        AddGradients(deviations, network, expected, gradients, "");

        gradients = new GuardedBuffer(network.ParameterCount);
        var inputGradients = new GuardedBuffer(inputs.Length);
        Add(deviations, "loss with input gradient", expected.Loss, network.ComputeGradients(inputs, targets, gradients.Span, inputGradients.Span));
        AddGradients(deviations, network, expected, gradients, " with input gradient");
        Add(deviations, "input gradient", expected.InputGradients, inputGradients);

        if (!network.Parameters.SequenceEqual(parameters) || !inputs.AsSpan().SequenceEqual(data.Inputs))
        {
            deviations.Add(new Deviation("parameters or inputs were changed", double.PositiveInfinity));
        }

        return deviations;
    }

    /// <summary>Sets every tensor; fails where the network has others than the interpreter.</summary>
    /// <exception cref="CheckFailedException">A tensor is missing or has no counterpart.</exception>
    public static void SetParameters(EmittedNetwork network, NetworkData data)
    {
        var names = network.Tensors.Select(static tensor => tensor.Name).Order(StringComparer.Ordinal);
        if (!names.SequenceEqual(data.Parameters.Keys.Order(StringComparer.Ordinal)) || network.Tensors.Sum(static tensor => tensor.Length) != network.ParameterCount)
        {
            throw new CheckFailedException($"{network.Name} has the tensors {string.Join(", ", network.Tensors)}; the interpreter has {string.Join(", ", data.Parameters.Keys)}.");
        }

        network.Parameters.Fill(float.NaN);
        foreach (var (name, values) in data.Parameters)
        {
            network.WriteTensor(name, values);
        }
    }

    // Working memory is used again. What is not written this time must not be found right because a former call wrote it.
    private static void Poison()
    {
        using var workspace = Workspace.Rent(PoisonedFloats);
        MemoryMarshal.CreateSpan(ref workspace.Origin, PoisonedFloats).Fill(float.NaN);
    }

    private static void AddGradients(List<Deviation> deviations, EmittedNetwork network, InterpretedPass expected, GuardedBuffer gradients, string suffix)
    {
        foreach (var (name, values) in expected.Gradients)
        {
            deviations.Add(new Deviation(name + suffix, Difference.Relative(values, network.ReadTensor(name, gradients.Span))));
        }

        AddGuard(deviations, "gradients" + suffix, gradients);
    }

    private static void Add(List<Deviation> deviations, string what, double expected, float actual) =>
        deviations.Add(new Deviation(what, Difference.Relative([expected], [actual])));

    private static void Add(List<Deviation> deviations, string what, double[] expected, GuardedBuffer actual)
    {
        deviations.Add(new Deviation(what, Difference.Relative(expected, actual.Wide())));
        AddGuard(deviations, what, actual);
    }

    private static void AddGuard(List<Deviation> deviations, string what, GuardedBuffer buffer)
    {
        if (!buffer.IsIntact)
        {
            deviations.Add(new Deviation($"{what}: written beyond the end", double.PositiveInfinity));
        }
    }
}
