using System.Text;
using NetGen.Generators.Model;
using NetGen.Testing.Networks.Writing;
using static NetGen.Testing.Networks.Writing.Literals;

namespace NetGen.Testing.Networks;

/// <summary>Writes the C# declaration of which a specification is the meaning: the parser's inverse, written without it.</summary>
internal static class DeclarationWriter
{
    /// <summary>The network's class with its attributes, in its namespace, behind the classes of its blocks.</summary>
    public static string Write(NetworkSpec network)
    {
        var text = new StringBuilder();
        BlockWriter.WriteClasses(network.Layers, text);
        if (network.Type.Namespace.Length > 0)
        {
            text.Append("namespace ").Append(network.Type.Namespace).Append("\n{\n");
        }

        foreach (var container in network.Type.Containers)
        {
            text.Append(container).Append("\n{\n");
        }

        text.Append("[global::NetGen.NeuralNetwork]\n");
        text.Append('[').Append(Input(network.Input)).Append("]\n");
        new LayerListWriter(text, "").Write(network.Layers);
        text.Append('[').Append(Loss(network.Loss)).Append("]\n");
        text.Append(network.Type.IsPublic ? "public" : "internal").Append(" sealed partial class ").Append(network.Type.Identifier).Append(";\n");
        for (var i = 0; i < network.Type.Containers.Count; i++)
        {
            text.Append("}\n");
        }

        return network.Type.Namespace.Length > 0 ? text.Append("}\n").ToString() : text.ToString();
    }

    private static string Input(InputSpec input)
    {
        IEnumerable<string> arguments =
        [
            .. input.Shape.Extents.Select(static extent => Number(extent)),
            .. Unless(input.Scale == 1, "Scale", input.Scale),
            .. Unless(input.Shift == 0, "Shift", input.Shift),
            .. Unless(input.Min is null, "Min", input.Min ?? 0),
            .. Unless(input.Max is null, "Max", input.Max ?? 0),
            .. Unless(input.Mean is null, "Mean", input.Mean ?? 0),
            .. Unless(input.StandardDeviation is null, "StandardDeviation", input.StandardDeviation ?? 0),
        ];
        return $"global::NetGen.Input({string.Join(", ", arguments)})";
    }

    private static string Loss(LossSpec loss)
    {
        if (loss.Kind == LossKind.Custom)
        {
            return $"global::NetGen.Loss<{loss.CustomType}>";
        }

        IEnumerable<string> arguments = [$"global::NetGen.Loss.{loss.Kind}", .. Unless(loss.Kind != LossKind.Huber, "Delta", loss.Delta)];
        return $"global::NetGen.Loss({string.Join(", ", arguments)})";
    }
}
