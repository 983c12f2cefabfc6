using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Reference;

/// <summary>One of the networks that PyTorch computed in double precision, read from its JSON file.</summary>
/// <param name="Name">The case's name, the file's without extension.</param>
/// <param name="Network">The network, its layers called <c>Dense1</c>, <c>Dense2</c>, ...</param>
/// <param name="Optimizer">What the steps were taken with: <c>adam</c>, <c>nesterov</c>, ...</param>
/// <param name="Inputs">[samples][inputs].</param>
/// <param name="Targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
/// <param name="Initial">Parameters by tensor name.</param>
/// <param name="Outputs">[samples][outputs] of the first pass.</param>
/// <param name="Loss">The mean loss of the first pass.</param>
/// <param name="Gradients">By tensor name, of the first pass.</param>
/// <param name="InputGradient">[samples][inputs], of the first pass.</param>
/// <param name="StepLosses">The loss before each optimizer step.</param>
/// <param name="After">Parameters by tensor name after the last step.</param>
internal sealed record ReferenceCase(
    string Name,
    NetworkSpec Network,
    string Optimizer,
    double[] Inputs,
    double[] Targets,
    ImmutableDictionary<string, double[]> Initial,
    double[] Outputs,
    double Loss,
    ImmutableDictionary<string, double[]> Gradients,
    double[] InputGradient,
    double[] StepLosses,
    ImmutableDictionary<string, double[]> After)
{
    private const string Prefix = "Reference/";

    /// <summary>The names of the cases embedded in an assembly.</summary>
    public static ImmutableArray<string> NamesIn(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(static name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the case of that name from an assembly's resources.</summary>
    public static ReferenceCase Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"{Prefix}{name}.json")
            ?? throw new ArgumentException($"{assembly.GetName().Name} has no resource {Prefix}{name}.json.", nameof(name));
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        if (root.GetProperty("clip_norm").ValueKind != JsonValueKind.Null)
        {
            throw new NotSupportedException($"{name} clips its gradients; the cases that are compared do not.");
        }

        return new ReferenceCase(
            name,
            ReadNetwork(root, name),
            root.GetProperty("optimizer").GetString()!,
            Numbers(root.GetProperty("x")),
            Numbers(root.GetProperty("y")),
            Tensors(root.GetProperty("initial")),
            Numbers(root.GetProperty("outputs")),
            root.GetProperty("loss_value").GetDouble(),
            Tensors(root.GetProperty("gradients")),
            Numbers(root.GetProperty("input_gradient")),
            Numbers(root.GetProperty("step_losses")),
            Tensors(root.GetProperty("after")));
    }

    private static NetworkSpec ReadNetwork(JsonElement root, string name)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>();
        foreach (var layer in root.GetProperty("layers").EnumerateArray())
        {
            layers.Add(new DenseSpec(
                $"Dense{layers.Count + 1}",
                Shape.Of(layer.GetProperty("inputs").GetInt32()),
                layer.GetProperty("units").GetInt32(),
                ReferenceWords.Activation(layer.GetProperty("activation").GetString()!),
                InitializerSpec.Zeros,
                InitializerSpec.Zeros));
        }

        var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
        return new NetworkSpec(type, new InputSpec(Shape.Of(root.GetProperty("inputs").GetInt32())), layers.ToImmutable(), ReferenceWords.Loss(root.GetProperty("loss").GetString()!));
    }

    private static ImmutableDictionary<string, double[]> Tensors(JsonElement layers)
    {
        var tensors = ImmutableDictionary.CreateBuilder<string, double[]>();
        var number = 0;
        foreach (var layer in layers.EnumerateArray())
        {
            number++;
            tensors.Add($"Dense{number}.weight", Numbers(layer.GetProperty("weight")));
            tensors.Add($"Dense{number}.bias", Numbers(layer.GetProperty("bias")));
        }

        return tensors.ToImmutable();
    }

    // Nested arrays of numbers, flattened row by row.
    private static double[] Numbers(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().SelectMany(Numbers)]
        : [element.GetDouble()];
}
