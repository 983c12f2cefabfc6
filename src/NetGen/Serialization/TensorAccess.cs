using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using NetGen.Serialization;

namespace NetGen.Numerics;

/// <summary>What a network's GetTensor and SetTensor call: one tensor of a flat buffer, by name and in its visible layout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorAccess
{
    /// <summary>Copies a tensor out of a buffer of parameters or gradients.</summary>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="name">The tensor's name: <c>Dense1.weight</c>.</param>
    /// <param name="buffer">The whole buffer, in the layout of the network's parameters.</param>
    /// <param name="into">As many elements as the tensor has; overwritten, in the order of its shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    public static void Get(ImmutableArray<TensorInfo> tensors, string name, ReadOnlySpan<float> buffer, Span<float> into)
    {
        var tensor = Find(tensors, name, buffer.Length);
        CheckLength(tensor, into.Length);
        TensorLayout.Read(tensor, buffer, 0, into);
    }

    /// <summary>Copies a tensor into a buffer of parameters.</summary>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="name">The tensor's name: <c>Dense1.weight</c>.</param>
    /// <param name="buffer">The whole buffer, in the layout of the network's parameters.</param>
    /// <param name="values">The tensor's elements, in the order of its shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    public static void Set(ImmutableArray<TensorInfo> tensors, string name, Span<float> buffer, ReadOnlySpan<float> values)
    {
        var tensor = Find(tensors, name, buffer.Length);
        CheckLength(tensor, values.Length);
        TensorLayout.Write(tensor, buffer, 0, values);
    }

    private static TensorInfo Find(ImmutableArray<TensorInfo> tensors, string name, int bufferLength)
    {
        ArgumentNullException.ThrowIfNull(name);
        TensorInfo? found = null;
        var total = 0;
        foreach (var tensor in tensors)
        {
            total += tensor.Length;
            if (tensor.Name == name)
            {
                found = tensor;
            }
        }

        if (found is null)
        {
            throw new ArgumentException(
                $"There is no tensor called '{name}'. The network's tensors are {string.Join(", ", tensors.Select(tensor => tensor.Name))}.", nameof(name));
        }

        return bufferLength == total
            ? found
            : throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The buffer has {bufferLength} elements; one with the network's parameters or gradients has {total}, one a parameter."));
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
