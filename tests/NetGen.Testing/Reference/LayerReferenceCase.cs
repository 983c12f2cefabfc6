using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using NetGen.Generators.Model;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Reference;

/// <summary>
/// A network with more than dense layers that PyTorch computed in double precision, read from its JSON file. What goes in is exact in single precision; the
/// files have nine digits of it, which name the single-precision number, and nine digits of what comes out.
/// </summary>
/// <param name="Network">The network, its layers under their default names.</param>
/// <param name="Optimizer">What the steps were taken with.</param>
/// <param name="Inputs">[samples][inputs].</param>
/// <param name="Targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
/// <param name="Initial">Parameters and state before training.</param>
/// <param name="Predicted">[samples][outputs] before training, in the form for prediction.</param>
/// <param name="Outputs">[samples][outputs] of the first pass, in the form for training.</param>
/// <param name="Loss">The mean loss of the first pass.</param>
/// <param name="Gradients">By tensor name, of the first pass.</param>
/// <param name="InputGradient">[samples][inputs], of the first pass.</param>
/// <param name="StepLosses">The loss before each step over the whole batch.</param>
/// <param name="After">Parameters and state after the last step.</param>
/// <param name="PredictedAfter">[samples][outputs] after the last step, in the form for prediction.</param>
internal sealed record LayerReferenceCase(
    NetworkSpec Network,
    string Optimizer,
    double[] Inputs,
    double[] Targets,
    InterpreterValues Initial,
    double[] Predicted,
    double[] Outputs,
    double Loss,
    ImmutableDictionary<string, double[]> Gradients,
    double[] InputGradient,
    double[] StepLosses,
    InterpreterValues After,
    double[] PredictedAfter)
{
    private const string Prefix = "LayerReference/";

    /// <summary>The names of the cases embedded in an assembly.</summary>
    public static ImmutableArray<string> NamesIn(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(static name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the case of that name from an assembly's resources.</summary>
    public static LayerReferenceCase Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"{Prefix}{name}.json")
            ?? throw new ArgumentException($"{assembly.GetName().Name} has no resource {Prefix}{name}.json.", nameof(name));
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new LayerReferenceCase(
            ReferenceNetwork.Read(root, name),
            root.GetProperty("optimizer").GetString()!,
            Narrow(Numbers(root.GetProperty("x"))),
            Narrow(Numbers(root.GetProperty("y"))),
            new InterpreterValues(Narrow(Tensors(root, "initial")), Narrow(Tensors(root, "initial_state"))),
            Numbers(root.GetProperty("predicted")),
            Numbers(root.GetProperty("training_outputs")),
            root.GetProperty("loss_value").GetDouble(),
            Tensors(root, "gradients"),
            Numbers(root.GetProperty("input_gradient")),
            Numbers(root.GetProperty("step_losses")),
            new InterpreterValues(Tensors(root, "after"), Tensors(root, "state_after")),
            Numbers(root.GetProperty("predicted_after")));
    }

    /// <summary>
    /// The smallest magnitude that a difference is divided by: 0 but for a tensor that is 0 in exact arithmetic, as is the gradient of a bias in front of a batch
    /// normalization. What the file has of it is rounding, and it is compared with the largest of all tensors.
    /// </summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="all">Those it is one of.</param>
    public static double Floor(double[] tensor, IReadOnlyDictionary<string, double[]> all) =>
        tensor.Max(Math.Abs) > 1e-12 ? 0 : all.Values.Max(static values => values.Max(Math.Abs));

    private static ImmutableDictionary<string, double[]> Tensors(JsonElement root, string property) =>
        root.GetProperty(property).EnumerateObject().ToImmutableDictionary(static tensor => tensor.Name, static tensor => Numbers(tensor.Value));

    private static ImmutableDictionary<string, double[]> Narrow(ImmutableDictionary<string, double[]> tensors) =>
        tensors.ToImmutableDictionary(static tensor => tensor.Key, static tensor => Narrow(tensor.Value));

    private static double[] Narrow(double[] values) => Array.ConvertAll(values, static value => (double)(float)value);

    // Nested arrays of numbers, flattened row by row.
    private static double[] Numbers(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().SelectMany(Numbers)]
        : [element.GetDouble()];
}
