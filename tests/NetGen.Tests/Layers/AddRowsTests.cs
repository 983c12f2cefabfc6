using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Sums of matrices against loops, for every shape and in place.</summary>
public sealed class AddRowsTests
{
    [Fact]
    public void EveryShape()
    {
        foreach (var (rows, columns, stride) in Shapes.All())
        {
            var (a, b) = (new Matrix(rows, columns, stride, seed: 1), new Matrix(rows, columns, stride == columns ? stride : stride + 3, seed: 2));
            var (sum, inA, inB) = (new Matrix(rows, columns, stride), a.Copy(), b.Copy());
            Add(a, b, sum);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    Assert.Equal(a[row, column] + b[row, column], sum[row, column]);
                }
            }

            Assert.True(sum.IsIntact());
            Add(inA, b, inA);
            Matrix.AssertSame(sum, inA);
            Add(a, inB, inB);
            Matrix.AssertSame(sum, inB);
        }
    }

    private static void Add(Matrix a, Matrix b, Matrix sum) =>
        RowKernels.AddRows(ref a.First, (nuint)a.Stride, ref b.First, (nuint)b.Stride, ref sum.First, (nuint)sum.Stride, a.Rows, a.Columns);
}
