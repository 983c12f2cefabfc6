using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using NetGen.Serialization;

namespace NetGen.Numerics;

/// <summary>What a network's GetTensor and SetTensor call: one tensor of a flat buffer, by name and in its visible layout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorAccess
{
    /// <summary>Copies a tensor of parameters out of a buffer that has their layout, such as one of gradients.</summary>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="name">The tensor's name: <c>Dense1.weight</c>.</param>
    /// <param name="buffer">The whole buffer, in the layout of the network's parameters.</param>
    /// <param name="into">As many elements as the tensor has; overwritten, in the order of its shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor, or it is state.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    public static void Get(ImmutableArray<TensorInfo> tensors, string name, ReadOnlySpan<float> buffer, Span<float> into)
    {
        var tensor = Find(tensors, name);
        if (tensor.Role != TensorRole.Parameter)
        {
            throw new ArgumentException(
                $"'{name}' is {RoleText.Of(tensor)}, and a buffer with the layout of the parameters does not hold it. Read it from the network itself.", nameof(name));
        }

        Read(tensors, tensor, buffer, into);
    }

    /// <summary>Copies a tensor, of parameters or state, out of a network.</summary>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="name">The tensor's name: <c>Dense1.weight</c>.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="state">All of the state; empty where the network has none.</param>
    /// <param name="into">As many elements as the tensor has; overwritten, in the order of its shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    public static void Get(ImmutableArray<TensorInfo> tensors, string name, ReadOnlySpan<float> parameters, ReadOnlySpan<float> state, Span<float> into)
    {
        var tensor = Find(tensors, name);
        Read(tensors, tensor, tensor.Role == TensorRole.Parameter ? parameters : state, into);
    }

    /// <summary>Copies a tensor into a buffer of parameters.</summary>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="name">The tensor's name: <c>Dense1.weight</c>.</param>
    /// <param name="buffer">The whole buffer, in the layout of the network's parameters.</param>
    /// <param name="values">The tensor's elements, in the order of its shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    public static void Set(ImmutableArray<TensorInfo> tensors, string name, Span<float> buffer, ReadOnlySpan<float> values) =>
        Set(tensors, name, buffer, default, values);

    /// <summary>Copies a tensor, of parameters or state, into a network.</summary>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="name">The tensor's name: <c>Dense1.weight</c>.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="state">All of the state; empty where the network has none.</param>
    /// <param name="values">The tensor's elements, in the order of its shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    public static void Set(ImmutableArray<TensorInfo> tensors, string name, Span<float> parameters, Span<float> state, ReadOnlySpan<float> values)
    {
        var tensor = Find(tensors, name);
        var buffer = tensor.Role == TensorRole.Parameter ? parameters : state;
        CheckBuffer(tensors, tensor.Role, buffer.Length);
        CheckLength(tensor, values.Length);
        TensorLayout.Write(tensor, buffer, 0, values);
    }

    private static void Read(ImmutableArray<TensorInfo> tensors, TensorInfo tensor, ReadOnlySpan<float> buffer, Span<float> into)
    {
        CheckBuffer(tensors, tensor.Role, buffer.Length);
        CheckLength(tensor, into.Length);
        TensorLayout.Read(tensor, buffer, 0, into);
    }

    private static TensorInfo Find(ImmutableArray<TensorInfo> tensors, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var tensor in tensors)
        {
            if (tensor.Name == name)
            {
                return tensor;
            }
        }

        throw new ArgumentException(
            $"There is no tensor called '{name}'. The network's tensors are {string.Join(", ", tensors.Select(tensor => tensor.Name))}.", nameof(name));
    }

    private static void CheckBuffer(ImmutableArray<TensorInfo> tensors, TensorRole role, int length)
    {
        var total = 0;
        foreach (var tensor in tensors)
        {
            total += tensor.Role == role ? tensor.Length : 0;
        }

        if (length != total)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The buffer has {length} elements; one with the network's {(role == TensorRole.Parameter ? "parameters or gradients" : "state")} has {total}."));
        }
    }

    private static void CheckLength(TensorInfo tensor, int length)
    {
        if (length != tensor.Length)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The span for {tensor.Name} has {length} elements; the tensor has the shape {ShapeText.Of(tensor.Shape)}, {tensor.Length} elements."));
        }
    }
}
