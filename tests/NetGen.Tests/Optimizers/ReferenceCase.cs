using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen.Tests.Optimizers;

/// <summary>One file of reference values: a small network, its data and what PyTorch computed in double precision.</summary>
internal sealed class ReferenceCase
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required string Name { get; init; }

    public required LayerCase[] Layers { get; init; }

    public required string Loss { get; init; }

    public required string Optimizer { get; init; }

    [JsonPropertyName("clip_norm")]
    public float? ClipNorm { get; init; }

    public required double[][] X { get; init; }

    /// <summary>An array of class indices or of rows of numbers.</summary>
    public required JsonElement Y { get; init; }

    public required TensorCase[] Initial { get; init; }

    public required double[][] Outputs { get; init; }

    public required double LossValue { get; init; }

    public required TensorCase[] Gradients { get; init; }

    public required int Steps { get; init; }

    public required double[] StepLosses { get; init; }

    public required TensorCase[] After { get; init; }

    public static IEnumerable<string> Names() =>
        from name in typeof(ReferenceCase).Assembly.GetManifestResourceNames()
        where name.StartsWith("Reference/", StringComparison.Ordinal)
        orderby name
        select Path.GetFileNameWithoutExtension(name);

    public static ReferenceCase Read(string name)
    {
        using var stream = typeof(ReferenceCase).Assembly.GetManifestResourceStream($"Reference/{name}.json")
            ?? throw new FileNotFoundException($"There are no reference values called {name}.");
        return JsonSerializer.Deserialize<ReferenceCase>(stream, Json)!;
    }

    /// <summary>Every tensor's elements, layer by layer, weights before biases.</summary>
    public static double[] Flatten(TensorCase[] tensors) => [.. tensors.SelectMany(t => t.Weight.SelectMany(row => row).Concat(t.Bias))];

    /// <summary>The lengths of the tensors in <see cref="Flatten"/>'s order.</summary>
    public IEnumerable<int> TensorLengths() => Layers.SelectMany(l => new[] { l.Units * l.Inputs, l.Units });

    internal sealed record LayerCase(int Inputs, int Units, string Activation);

    internal sealed record TensorCase(double[][] Weight, double[] Bias);
}
