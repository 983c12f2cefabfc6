using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>
/// Turns the columns of a matrix with at least as many rows as columns into an orthonormal basis of their span: the Q of its QR factorization with a positive
/// diagonal of R. Block Gram-Schmidt, every projection done twice, which leaves the columns orthogonal to rounding ("twice is enough": Giraud,
/// Langou, Rozložník and van den Eshof 2005).
/// </summary>
/// <remarks>
/// The columns stand in panels of eight, each [rows][8]. A vector of the machine holds neighbouring columns, so that each sum belongs to one lane and runs over
/// the rows in order; with products rounded before they are added, the bits do not depend on the machine or on how wide its vectors are. Most programs do this
/// once, at their start, so the loops are compiled with full optimization at their first call.
/// </remarks>
internal sealed class OrthonormalBasis
{
    private const int PanelWidth = 8;
    private const int PanelSize = PanelWidth * PanelWidth;
    // A second projection takes away what rounding left of the first.
    private const int Passes = 2;

    private readonly int _rows;
    private readonly int _columns;
    private readonly double[][] _panels;
    private readonly double[] _projections = new double[PanelSize];

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">At least <paramref name="columns"/>.</param>
    /// <param name="columns">At least 1.</param>
    public OrthonormalBasis(int rows, int columns)
    {
        _rows = rows;
        _columns = columns;
        _panels = new double[(columns + PanelWidth - 1) / PanelWidth][];
        for (var panel = 0; panel < _panels.Length; panel++)
        {
            _panels[panel] = new double[checked(rows * PanelWidth)];
        }
    }

    /// <summary>An element.</summary>
    public double this[int row, int column]
    {
        get => _panels[column / PanelWidth][(row * PanelWidth) + (column % PanelWidth)];
        set => _panels[column / PanelWidth][(row * PanelWidth) + (column % PanelWidth)] = value;
    }

    /// <summary>Replaces the columns by the basis. They must be linearly independent, as random ones are.</summary>
    public void Orthonormalize()
    {
        for (var current = 0; current < _panels.Length; current++)
        {
            var panel = _panels[current].AsSpan();
            var width = Math.Min(PanelWidth, _columns - (current * PanelWidth));
            for (var pass = 0; pass < Passes; pass++)
            {
                for (var earlier = 0; earlier < current; earlier++)
                {
                    Project(_panels[earlier], panel, _projections);
                    Subtract(_panels[earlier], panel, _projections);
                }

                OrthonormalizePanel(panel, width);
            }
        }
    }

    /// <summary>projections[k][j] = sum_i basis[i][k] panel[i][j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Project(ReadOnlySpan<double> basis, ReadOnlySpan<double> panel, Span<double> projections)
    {
        for (var column = 0; column < PanelWidth; column += Vector<double>.Count)
        {
            var (sum0, sum1, sum2, sum3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            var (sum4, sum5, sum6, sum7) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            for (var start = 0; start <= panel.Length - PanelWidth; start += PanelWidth)
            {
                var row = basis.Slice(start, PanelWidth);
                var values = new Vector<double>(panel.Slice(start + column, Vector<double>.Count));
                sum0 += values * row[0];
                sum1 += values * row[1];
                sum2 += values * row[2];
                sum3 += values * row[3];
                sum4 += values * row[4];
                sum5 += values * row[5];
                sum6 += values * row[6];
                sum7 += values * row[7];
            }

            sum0.CopyTo(projections.Slice((0 * PanelWidth) + column));
            sum1.CopyTo(projections.Slice((1 * PanelWidth) + column));
            sum2.CopyTo(projections.Slice((2 * PanelWidth) + column));
            sum3.CopyTo(projections.Slice((3 * PanelWidth) + column));
            sum4.CopyTo(projections.Slice((4 * PanelWidth) + column));
            sum5.CopyTo(projections.Slice((5 * PanelWidth) + column));
            sum6.CopyTo(projections.Slice((6 * PanelWidth) + column));
            sum7.CopyTo(projections.Slice((7 * PanelWidth) + column));
        }
    }

    /// <summary>panel[i][j] -= sum_k basis[i][k] projections[k][j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(ReadOnlySpan<double> basis, Span<double> panel, ReadOnlySpan<double> projections)
    {
        for (var column = 0; column < PanelWidth; column += Vector<double>.Count)
        {
            var projection0 = new Vector<double>(projections.Slice((0 * PanelWidth) + column));
            var projection1 = new Vector<double>(projections.Slice((1 * PanelWidth) + column));
            var projection2 = new Vector<double>(projections.Slice((2 * PanelWidth) + column));
            var projection3 = new Vector<double>(projections.Slice((3 * PanelWidth) + column));
            var projection4 = new Vector<double>(projections.Slice((4 * PanelWidth) + column));
            var projection5 = new Vector<double>(projections.Slice((5 * PanelWidth) + column));
            var projection6 = new Vector<double>(projections.Slice((6 * PanelWidth) + column));
            var projection7 = new Vector<double>(projections.Slice((7 * PanelWidth) + column));
            for (var start = 0; start <= panel.Length - PanelWidth; start += PanelWidth)
            {
                var row = basis.Slice(start, PanelWidth);
                var target = panel.Slice(start + column, Vector<double>.Count);
                var values = new Vector<double>(target);
                values -= projection0 * row[0];
                values -= projection1 * row[1];
                values -= projection2 * row[2];
                values -= projection3 * row[3];
                values -= projection4 * row[4];
                values -= projection5 * row[5];
                values -= projection6 * row[6];
                values -= projection7 * row[7];
                values.CopyTo(target);
            }
        }
    }

    /// <summary>Makes the first columns of a panel orthonormal among themselves, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OrthonormalizePanel(Span<double> panel, int width)
    {
        Span<double> products = stackalloc double[PanelWidth];
        for (var column = 0; column < width; column++)
        {
            for (var pass = 0; pass < Passes; pass++)
            {
                Products(panel, column, products);
                for (var start = 0; start < panel.Length; start += PanelWidth)
                {
                    var row = panel.Slice(start, PanelWidth);
                    for (var earlier = 0; earlier < column; earlier++)
                    {
                        row[column] -= products[earlier] * row[earlier];
                    }
                }
            }

            Products(panel, column, products);
            var norm = Math.Sqrt(products[column]);
            for (var index = column; index < panel.Length; index += PanelWidth)
            {
                panel[index] /= norm;
            }
        }
    }

    /// <summary>products[k] = sum_i panel[i][k] panel[i][column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products(ReadOnlySpan<double> panel, int column, Span<double> products)
    {
        products.Clear();
        for (var start = 0; start < panel.Length; start += PanelWidth)
        {
            var row = panel.Slice(start, PanelWidth);
            var factor = row[column];
            for (var other = 0; other < PanelWidth; other++)
            {
                products[other] += row[other] * factor;
            }
        }
    }
}
