using System.Globalization;
using System.Text;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks;

/// <summary>Writes the C# declaration of which a specification is the meaning: the parser's inverse, written without it.</summary>
internal static class DeclarationWriter
{
    /// <summary>One class with its attributes, in its namespace.</summary>
    public static string Write(NetworkSpec network)
    {
        var text = new StringBuilder();
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
        for (var i = 0; i < network.Layers.Count; i++)
        {
            text.Append('[').Append(Layer(network.Layers[i], DefaultName(network, i))).Append("]\n");
        }

        text.Append('[').Append(Loss(network.Loss)).Append("]\n");
        text.Append(network.Type.IsPublic ? "public" : "internal").Append(" sealed partial class ").Append(network.Type.Identifier).Append(";\n");
        for (var i = 0; i < network.Type.Containers.Count; i++)
        {
            text.Append("}\n");
        }

        return network.Type.Namespace.Length > 0 ? text.Append("}\n").ToString() : text.ToString();
    }

    private static string DefaultName(NetworkSpec network, int index) =>
        network.Layers[index].Kind + Number(network.Layers.Take(index + 1).Count(layer => layer.Kind == network.Layers[index].Kind));

    private static string Input(InputSpec input)
    {
        var arguments = input.Shape.Extents.Select(static extent => Number(extent)).ToList();
        AddUnless(arguments, input.Scale == 1, "Scale", input.Scale);
        AddUnless(arguments, input.Shift == 0, "Shift", input.Shift);
        AddUnless(arguments, input.Min is null, "Min", input.Min ?? 0);
        AddUnless(arguments, input.Max is null, "Max", input.Max ?? 0);
        AddUnless(arguments, input.Mean is null, "Mean", input.Mean ?? 0);
        AddUnless(arguments, input.StandardDeviation is null, "StandardDeviation", input.StandardDeviation ?? 0);
        return $"global::NetGen.Input({string.Join(", ", arguments)})";
    }

    private static string Layer(LayerSpec layer, string defaultName)
    {
        var custom = layer.Activation.Kind == ActivationKind.Custom ? $"<{layer.Activation.CustomType}>" : "";
        var arguments = new List<string>();
        if (layer is DenseSpec dense)
        {
            arguments.Add(Number(dense.Units));
            AddActivation(arguments, layer.Activation);
            AddWeights(arguments, dense.Weights);
            AddBias(arguments, dense.Bias);
            AddUnless(arguments, dense.TileRows == 0, "TileRows", dense.TileRows);
            AddUnless(arguments, dense.TileVectors == 0, "TileVectors", dense.TileVectors);
        }
        else
        {
            AddActivation(arguments, layer.Activation);
        }

        if (layer.Name != defaultName)
        {
            arguments.Add($"Name = \"{layer.Name}\"");
        }

        return $"global::NetGen.{layer.Kind}{custom}({string.Join(", ", arguments)})";
    }

    private static void AddActivation(List<string> arguments, ActivationSpec activation)
    {
        if (activation.Kind != ActivationKind.Custom)
        {
            arguments.Add($"global::NetGen.Activation.{activation.Kind}");
            AddUnless(arguments, activation.Kind is not (ActivationKind.LeakyRelu or ActivationKind.Elu), "Alpha", activation.Alpha);
        }
    }

    private static void AddWeights(List<string> arguments, InitializerSpec weights)
    {
        if (weights.Kind == InitializerKind.Custom)
        {
            arguments.Add($"InitializerType = typeof({weights.CustomType})");
            return;
        }

        if (!weights.IsDefault)
        {
            arguments.Add($"Initializer = global::NetGen.Initializer.{weights.Kind}");
        }

        AddUnless(arguments, weights.Gain == 1, "Gain", weights.Gain);
        AddUnless(arguments, weights.Kind is not (InitializerKind.Normal or InitializerKind.TruncatedNormal), "StandardDeviation", weights.StandardDeviation);
        AddUnless(arguments, weights.Kind != InitializerKind.Uniform, "Limit", weights.Limit);
        AddUnless(arguments, weights.Kind != InitializerKind.Constant, "Value", weights.Value);
        if (weights.Kind == InitializerKind.VarianceScaling)
        {
            AddUnless(arguments, false, "Scale", weights.Scale);
            arguments.Add($"Mode = global::NetGen.FanMode.{weights.Mode}");
            arguments.Add($"Distribution = global::NetGen.Distribution.{weights.Distribution}");
        }
    }

    private static void AddBias(List<string> arguments, InitializerSpec? bias)
    {
        if (bias is null)
        {
            arguments.Add("UseBias = false");
            return;
        }

        if (bias.Kind == InitializerKind.Custom)
        {
            arguments.Add($"BiasInitializerType = typeof({bias.CustomType})");
            return;
        }

        if (!bias.IsDefault)
        {
            arguments.Add($"BiasInitializer = global::NetGen.Initializer.{bias.Kind}");
        }

        AddUnless(arguments, bias.Kind is not (InitializerKind.Normal or InitializerKind.TruncatedNormal), "BiasStandardDeviation", bias.StandardDeviation);
        AddUnless(arguments, bias.Kind != InitializerKind.Uniform, "BiasLimit", bias.Limit);
        AddUnless(arguments, bias.Kind != InitializerKind.Constant, "BiasValue", bias.Value);
    }

    private static string Loss(LossSpec loss)
    {
        if (loss.Kind == LossKind.Custom)
        {
            return $"global::NetGen.Loss<{loss.CustomType}>";
        }

        var arguments = new List<string> { $"global::NetGen.Loss.{loss.Kind}" };
        AddUnless(arguments, loss.Kind != LossKind.Huber, "Delta", loss.Delta);
        return $"global::NetGen.Loss({string.Join(", ", arguments)})";
    }

    private static void AddUnless(List<string> arguments, bool absent, string name, double value)
    {
        if (!absent)
        {
            arguments.Add($"{name} = {value.ToString("R", CultureInfo.InvariantCulture)}");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
