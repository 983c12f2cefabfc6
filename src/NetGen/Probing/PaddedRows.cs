namespace NetGen.Probing;

/// <summary>Values in rows that may be read and written in whole vectors, as kernels expect them.</summary>
internal sealed class PaddedRows
{
    /// <summary>Floats that a row's length is a multiple of.</summary>
    public const int Multiple = 16;

    /// <summary>Copies values into padded rows.</summary>
    /// <param name="values">[rows][columns].</param>
    /// <param name="columns">At least 1.</param>
    public PaddedRows(float[] values, int columns)
    {
        Columns = columns;
        Count = values.Length / columns;
        Stride = (columns + Multiple - 1) / Multiple * Multiple;
        Values = new float[Count * Stride];
        for (var row = 0; row < Count; row++)
        {
            values.AsSpan(row * columns, columns).CopyTo(Values.AsSpan(row * Stride));
        }
    }

    /// <summary>[rows][<see cref="Stride"/>].</summary>
    public float[] Values { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>Values per row.</summary>
    public int Columns { get; }

    /// <summary>Floats from a row to the next.</summary>
    public int Stride { get; }

    /// <summary>The values without the padding.</summary>
    public float[] ToArray()
    {
        var values = new float[Count * Columns];
        for (var row = 0; row < Count; row++)
        {
            Values.AsSpan(row * Stride, Columns).CopyTo(values.AsSpan(row * Columns));
        }

        return values;
    }
}
