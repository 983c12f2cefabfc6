namespace NetGen.Serialization;

/// <summary>Roles of tensors in messages.</summary>
internal static class RoleText
{
    /// <summary>What a tensor is: <c>a parameter</c>, <c>state</c>.</summary>
    public static string Of(TensorInfo tensor) => tensor.Role == TensorRole.Parameter ? "a parameter" : "state";

    /// <summary>Its role and name: <c>parameter Dense1.weight</c>.</summary>
    public static string Named(TensorInfo tensor) => (tensor.Role == TensorRole.Parameter ? "parameter " : "state ") + tensor.Name;
}
