using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Emit.Members;

/// <summary>The typed view of one layer's parameters, as a property.</summary>
/// <param name="Name">The layer's name, behind those of the blocks it is in: <c>PreActivation2.Dense1</c>.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Number">The layer's number; 0 where it is not known.</param>
/// <param name="Parameters">The layer's tensors of parameters; empty where they are not known.</param>
/// <param name="State">Its tensors of state.</param>
internal sealed record ParameterView(string Name, string Type, int Number, EquatableArray<MemberTensor> Parameters, EquatableArray<MemberTensor> State)
{
    /// <summary>The view of a layer; null for one without parameters.</summary>
    public static ParameterView? Of(MemberLayer layer) => layer.Spec.View == LayerView.None
        ? null
        : new ParameterView(layer.Spec.Name, TypeOf(layer.Spec), layer.Number, layer.Parameters, layer.State);

    /// <summary>The view of a layer of which no more than the declaration is known.</summary>
    public static ParameterView? Of(LayerSpec layer) => layer.View == LayerView.None ? null : new ParameterView(layer.Name, TypeOf(layer), 0, default, default);

    /// <summary>Its tensors with their shapes, for the documentation.</summary>
    public string Contents =>
        string.Join(", ", Parameters.Concat(State).Select(static tensor => $"{tensor.Name.Substring(tensor.Name.LastIndexOf('.') + 1)} {Extents(tensor)}"));

    /// <summary>The expression that makes the view out of the flat buffers.</summary>
    /// <param name="parameters">The buffer of parameters.</param>
    /// <param name="firstParameter">The offset that the buffer begins at.</param>
    /// <param name="state">The buffer of state.</param>
    /// <param name="firstState">The offset that it begins at.</param>
    public string Create(string parameters, int firstParameter, string state, int firstState)
    {
        var weights = Parameters[0];
        var tensors = Parameters.Take(2).Select(tensor => Slice(parameters, tensor, firstParameter)).ToList();
        if (Parameters.Count == 1)
        {
            tensors.Add("default");
        }

        return weights.Shape.Count == 2
            ? $"new({string.Join(", ", tensors)}, {Literal.Of(weights.Shape[0])}, {Literal.Of(weights.Shape[1])})"
            : $"new({string.Join(", ", tensors)}, {(State.Count == 0 ? "default, default" : string.Join(", ", State.Select(tensor => Slice(state, tensor, firstState))))})";
    }

    private static string TypeOf(LayerSpec layer) => layer.View == LayerView.Dense ? "global::NetGen.DenseParameters" : "global::NetGen.NormalizationParameters";

    private static string Extents(MemberTensor tensor) => $"[{string.Join(", ", tensor.Shape.Select(static extent => Literal.Of(extent)))}]";

    private static string Slice(string buffer, MemberTensor tensor, int first) => $"{buffer}.Slice({Literal.Of(tensor.Offset - first)}, {Literal.Of(tensor.Length)})";
}
