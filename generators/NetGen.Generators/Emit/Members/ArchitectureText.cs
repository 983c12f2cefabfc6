using System.Globalization;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>The layers as one line, and its hash: two networks with the same line compute the same function of the same parameters.</summary>
internal static class ArchitectureText
{
    /// <summary>The line, such as <c>64 > Dense1 dense 100 relu > Dense2 dense 10 identity</c>.</summary>
    public static string Of(NetworkSpec spec)
    {
        var parts = new List<string> { spec.Input.Shape + (spec.Input.IsRescaled ? $" * {Literal.Readable(spec.Input.Scale, 9)} + {Literal.Readable(spec.Input.Shift, 9)}" : "") };
        foreach (var layer in spec.Layers)
        {
            var alpha = layer.Activation.Kind is ActivationKind.LeakyRelu or ActivationKind.Elu ? $"({Literal.Readable(layer.Activation.Alpha, 9)})" : "";
            parts.Add($"{layer.Name} {layer.Kind} {layer.Output} {layer.Activation.Name}{alpha}");
        }

        return string.Join(" > ", parts);
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
}
