using System.Globalization;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Emit.Members;

/// <summary>The layers as one line, and its hash: two networks with the same line compute the same function of the same parameters.</summary>
internal static class ArchitectureText
{
    /// <summary>The line, such as <c>64 > Dense1 Dense 100 Relu > Dense2 Dense 10 Identity</c>; the layers inside of others are in parentheses.</summary>
    public static string Of(NetworkSpec spec)
    {
        var input = spec.Input.Shape + (spec.Input.IsRescaled ? $" * {Literal.Readable(spec.Input.Scale, 9)} + {Literal.Readable(spec.Input.Shift, 9)}" : "");
        return input + " > " + Of(spec.Layers);
    }

    /// <summary>FNV-1a of 64 bits over the line's UTF-16 units, in hexadecimal.</summary>
    public static string Fingerprint(string architecture)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in architecture)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string Of(EquatableArray<LayerSpec> layers) => string.Join(" > ", layers.Select(Of));

    private static string Of(LayerSpec layer)
    {
        var alpha = layer.Activation.Kind is ActivationKind.LeakyRelu or ActivationKind.Elu ? $"({Literal.Readable(layer.Activation.Alpha, 9)})" : "";
        var text = $"{layer.Name} {layer.Kind} {layer.Output} {layer.Activation.Name}{alpha}";
        return text + (layer.Settings.Length > 0 ? " " + layer.Settings : "") + (layer.Body.Count > 0 ? $" ({Of(layer.Body)})" : "");
    }
}
