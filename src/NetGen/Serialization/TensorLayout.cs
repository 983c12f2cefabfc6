namespace NetGen.Serialization;

/// <summary>Between the layout a tensor is stored in and the visible one of its shape.</summary>
internal static class TensorLayout
{
    /// <summary>Copies elements of a tensor, in visible order, out of the network's buffer.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="buffer">The flat buffer that holds the tensor: of parameters or of state, as its role says.</param>
    /// <param name="start">The first element in visible order.</param>
    /// <param name="values">Receives as many as it has room for.</param>
    public static void Read(TensorInfo tensor, ReadOnlySpan<float> buffer, int start, Span<float> values)
    {
        var stored = buffer.Slice(tensor.Offset, tensor.Length);
        if (!tensor.IsTransposed)
        {
            stored.Slice(start, values.Length).CopyTo(values);
            return;
        }

        var (rows, columns) = (tensor.Shape[0], tensor.Shape[1]);
        var (row, column) = (start / columns, start % columns);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = stored[(column * rows) + row];
            if (++column == columns)
            {
                (row, column) = (row + 1, 0);
            }
        }
    }

    /// <summary>Copies elements of a tensor, in visible order, into the network's buffer.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="buffer">The flat buffer that holds the tensor: of parameters or of state, as its role says.</param>
    /// <param name="start">The first element in visible order.</param>
    /// <param name="values">The elements.</param>
    public static void Write(TensorInfo tensor, Span<float> buffer, int start, ReadOnlySpan<float> values)
    {
        var stored = buffer.Slice(tensor.Offset, tensor.Length);
        if (!tensor.IsTransposed)
        {
            values.CopyTo(stored[start..]);
            return;
        }

        var (rows, columns) = (tensor.Shape[0], tensor.Shape[1]);
        var (row, column) = (start / columns, start % columns);
        for (var i = 0; i < values.Length; i++)
        {
            stored[(column * rows) + row] = values[i];
            if (++column == columns)
            {
                (row, column) = (row + 1, 0);
            }
        }
    }
}
