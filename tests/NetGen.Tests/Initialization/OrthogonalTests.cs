using NetGen.Initialization;
using Xunit;

namespace NetGen.Tests.Initialization;

public sealed class OrthogonalTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 1, 1 }, { 1, 7 }, { 7, 1 }, { 2, 2 }, { 8, 8 }, { 9, 9 }, { 16, 24 }, { 24, 16 }, { 5, 40 }, { 40, 5 }, { 65, 65 }, { 100, 130 }, { 300, 784 },
    };

    /// <summary>
    /// With W = Q R of the same normal deviates, Q has orthonormal columns and R = Q^T W is upper triangular with a positive diagonal: all that
    /// defines Q, so nothing else can pass.
    /// </summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void IsTheQOfTheDeviates_WithAPositiveDiagonalOfR(int units, int inputs)
    {
        const float Gain = 1.5f;
        var stored = new float[units * inputs];
        Array.Fill(stored, float.NaN);
        var random = new RandomStream(11, 2, 0);
        TensorInitializer.Orthogonal(stored, units, inputs, Gain, ref random);
        Assert.Equal((ulong)stored.Length, random.Position);

        var (rows, columns) = (Math.Max(units, inputs), Math.Min(units, inputs));
        var (q, w) = (new double[rows, columns], new double[rows, columns]);
        random.Seek(0);
        for (var unit = 0; unit < units; unit++)
        {
            for (var input = 0; input < inputs; input++)
            {
                var (row, column) = units < inputs ? (input, unit) : (unit, input);
                w[row, column] = random.NextNormal();
                q[row, column] = stored[(input * units) + unit] / Gain;
            }
        }

        // Each element of Q is rounded to 24 bits: errors of 2^-25 of the element in sums of squares that make 1, and of sqrt(rows) in sums with W.
        Multiply(q, q, (i, j, product) => Assert.Equal(i == j ? 1 : 0, product, 3e-7));
        Multiply(q, w, (i, j, product) =>
        {
            if (i == j)
            {
                Assert.InRange(product, 0, double.MaxValue);
            }
            else if (i > j)
            {
                Assert.Equal(0, product, 1e-6 * Math.Sqrt(rows));
            }
        });
    }

    [Fact]
    public void Basis_IsOrthonormalToRounding()
    {
        var basis = new OrthonormalBasis(200, 200);
        var random = new RandomStream(1, 1, 0);
        Fill(basis, 200, 200, (row, column) => random.NextNormal());
        basis.Orthonormalize();
        Multiply(basis, 200, 200, 1e-14);
    }

    /// <summary>Columns that agree to a part in 10^9, within a panel and across panels, where a single projection leaves 10^-7.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void Basis_OfNearlyParallelColumns_IsOrthonormalToRounding(int columns)
    {
        const int Rows = 50;
        var basis = new OrthonormalBasis(Rows, columns);
        var random = new RandomStream(1, 1, 0);
        Fill(basis, Rows, columns, (row, column) => Math.Cos(row) + (1e-9 * random.NextNormal()));
        basis.Orthonormalize();
        Multiply(basis, Rows, columns, 1e-14);
    }

    private static void Fill(OrthonormalBasis basis, int rows, int columns, Func<int, int, double> element)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                basis[row, column] = element(row, column);
            }
        }
    }

    private static void Multiply(OrthonormalBasis basis, int rows, int columns, double tolerance)
    {
        var q = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                q[row, column] = basis[row, column];
            }
        }

        Multiply(q, q, (i, j, product) => Assert.Equal(i == j ? 1 : 0, product, tolerance));
    }

    /// <summary>Shows every element of left^T right.</summary>
    private static void Multiply(double[,] left, double[,] right, Action<int, int, double> check)
    {
        var (rows, columns) = (left.GetLength(0), left.GetLength(1));
        var sums = new double[columns];
        for (var i = 0; i < columns; i++)
        {
            Array.Clear(sums);
            for (var row = 0; row < rows; row++)
            {
                for (var j = 0; j < columns; j++)
                {
                    sums[j] += left[row, i] * right[row, j];
                }
            }

            for (var j = 0; j < columns; j++)
            {
                check(i, j, sums[j]);
            }
        }
    }
}
