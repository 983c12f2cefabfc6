using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Rows in memory as kernels get them: NaN stands behind each row's columns and behind the last row.</summary>
internal sealed class Matrix
{
    private const int Guard = 40;

    /// <summary>A matrix of reproducible values.</summary>
    public Matrix(int rows, int columns, int stride, int seed, float offset = 0)
        : this(rows, columns, stride)
    {
        var random = new Random(seed);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                Memory[(row * stride) + column] = offset + (2 * random.NextSingle()) - 1;
            }
        }
    }

    /// <summary>A matrix without values, to be written.</summary>
    public Matrix(int rows, int columns, int stride)
    {
        (Rows, Columns, Stride) = (rows, columns, stride);
        Memory = new float[(rows * stride) + Guard];
        Array.Fill(Memory, float.NaN);
    }

    /// <summary>All floats, guards included.</summary>
    public float[] Memory { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Values per row.</summary>
    public int Columns { get; }

    /// <summary>Floats from a row to the next.</summary>
    public int Stride { get; }

    /// <summary>The first value.</summary>
    public ref float First => ref Memory[0];

    /// <summary>A value.</summary>
    public float this[int row, int column] => Memory[(row * Stride) + column];

    /// <summary>A row in double precision.</summary>
    public double[] Row(int row) => [.. Enumerable.Range(0, Columns).Select(column => (double)this[row, column])];

    /// <summary>A column in double precision.</summary>
    public double[] Column(int column) => [.. Enumerable.Range(0, Rows).Select(row => (double)this[row, column])];

    /// <summary>The same values elsewhere.</summary>
    public Matrix Copy()
    {
        var copy = new Matrix(Rows, Columns, Stride);
        Memory.CopyTo(copy.Memory, 0);
        return copy;
    }

    /// <summary>Fails unless the values are the same bits, whatever the strides, and nothing else was written.</summary>
    public static void AssertSame(Matrix expected, Matrix actual)
    {
        for (var row = 0; row < expected.Rows; row++)
        {
            Assert.Equal(
                expected.Memory.AsSpan(row * expected.Stride, expected.Columns).ToArray(), actual.Memory.AsSpan(row * actual.Stride, actual.Columns).ToArray());
        }

        Assert.True(actual.IsIntact());
    }

    /// <summary>Whether nothing was written behind the columns of any row (or behind a wider part of it) or behind the last row.</summary>
    public bool IsIntact(int? writable = null)
    {
        for (var i = 0; i < Memory.Length; i++)
        {
            if ((i >= Rows * Stride || i % Stride >= (writable ?? Columns)) && !float.IsNaN(Memory[i]))
            {
                return false;
            }
        }

        return true;
    }
}
