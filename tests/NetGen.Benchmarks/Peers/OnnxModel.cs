using System.Runtime.InteropServices;
using Google.Protobuf;

namespace NetGen.Benchmarks.Peers;

/// <summary>
/// Writes a network as an ONNX model: a chain of Gemm, Relu and Tanh. The numbers are those of the fields in the format's onnx.proto (opset 13, IR version 8).
/// </summary>
internal static class OnnxModel
{
    /// <summary>The name of the graph's input, [samples][inputs].</summary>
    public const string Input = "input";

    /// <summary>The name of the graph's output, [samples][outputs].</summary>
    public const string Output = "output";

    private const int Float = 1;
    private const int Int = 2;
    private const ulong OperatorSet = 13;
    private const ulong FormatVersion = 8;

    /// <summary>The model's bytes.</summary>
    public static byte[] Write(PeerModel model) => Message(file =>
    {
        Number(file, 1, FormatVersion);
        Nested(file, 8, static opset => Number(opset, 2, OperatorSet));
        Nested(file, 7, graph => Graph(graph, model));
    });

    private static void Graph(CodedOutputStream graph, PeerModel model)
    {
        Text(graph, 2, "network");
        var value = Input;
        for (var index = 0; index < model.Layers.Count; index++)
        {
            var layer = model.Layers[index];
            var last = index == model.Layers.Count - 1;
            var activated = layer.Activation != "Identity";
            string[] operands = layer.Bias is null ? [value, $"{layer.Name}.weight"] : [value, $"{layer.Name}.weight", $"{layer.Name}.bias"];
            var sum = last && !activated ? Output : $"{layer.Name}.z";
            Nested(graph, 1, node => Node(node, "Gemm", operands, sum, transposesRight: true));
            Tensor(graph, $"{layer.Name}.weight", layer.Weights, layer.Units, layer.Inputs);
            if (layer.Bias is not null)
            {
                Tensor(graph, $"{layer.Name}.bias", layer.Bias, layer.Units);
            }

            value = sum;
            if (activated)
            {
                var result = last ? Output : $"{layer.Name}.a";
                Nested(graph, 1, node => Node(node, layer.Activation, [sum], result, transposesRight: false));
                value = result;
            }
        }

        Nested(graph, 11, input => Value(input, Input, model.Layers[0].Inputs));
        Nested(graph, 12, output => Value(output, Output, model.Layers[^1].Units));
    }

    private static void Node(CodedOutputStream node, string kind, string[] inputs, string output, bool transposesRight)
    {
        foreach (var input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 4, kind);
        if (transposesRight)
        {
            Nested(node, 5, static attribute =>
            {
                Text(attribute, 1, "transB");
                Number(attribute, 3, 1);
                Number(attribute, 20, Int);
            });
        }
    }

    private static void Tensor(CodedOutputStream graph, string name, float[] values, params int[] extents) => Nested(graph, 5, tensor =>
    {
        foreach (var extent in extents)
        {
            Number(tensor, 1, (ulong)extent);
        }

        Number(tensor, 2, Float);
        Text(tensor, 8, name);
        tensor.WriteTag(9, WireFormat.WireType.LengthDelimited);
        tensor.WriteBytes(ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())));
    });

    // The number of samples is a name, so that one model serves every batch.
    private static void Value(CodedOutputStream value, string name, int width)
    {
        Text(value, 1, name);
        Nested(value, 2, type => Nested(type, 1, tensor =>
        {
            Number(tensor, 1, Float);
            Nested(tensor, 2, shape =>
            {
                Nested(shape, 1, static extent => Text(extent, 2, "samples"));
                Nested(shape, 1, extent => Number(extent, 1, (ulong)width));
            });
        }));
    }

    private static void Number(CodedOutputStream output, int field, ulong value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteUInt64(value);
    }

    private static void Text(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    private static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes))
        {
            write(output);
        }

        return bytes.ToArray();
    }
}
