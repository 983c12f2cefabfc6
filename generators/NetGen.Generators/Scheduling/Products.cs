using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Scheduling;

/// <summary>The matrix kernels of a pass, where samples are rows.</summary>
internal static class Products
{
    /// <summary>The kernel of an operation; null for one that is no product.</summary>
    public static MatrixKernel? Of(Operation operation, MemoryPlan memory) => operation switch
    {
        MatrixProduct product => new MatrixKernel(
            MatrixRole.Forward,
            product.X.Columns,
            product.Y.Columns,
            memory.Stride(product.X),
            memory.Stride(product.Y),
            product.B is not null,
            product.Rectifies,
            product.TileRows,
            product.TileVectors)
        {
            HasScale = product.Scale is not null,
            AddedStride = product.Added is null ? 0 : memory.Stride(product.Added),
        },
        WeightGradient gradient => new MatrixKernel(
            MatrixRole.WeightGradient,
            gradient.X.Columns,
            gradient.Dy.Columns,
            memory.Stride(gradient.X),
            memory.Stride(gradient.Dy),
            TileRows: gradient.TileRows,
            TileVectors: gradient.TileVectors),
        InputGradient gradient => new MatrixKernel(
            MatrixRole.InputGradient,
            gradient.Dx.Columns,
            gradient.Dy.Columns,
            memory.Stride(gradient.Dx),
            memory.Stride(gradient.Dy),
            TileRows: gradient.TileRows,
            TileVectors: gradient.TileVectors)
        {
            AddedStride = gradient.Added is null ? 0 : memory.Stride(gradient.Added),
        },
        _ => null,
    };

    /// <summary>The rows that a kernel sees per sample.</summary>
    public static int Positions(Operation operation) => operation switch
    {
        MatrixProduct product => product.X.Positions,
        WeightGradient gradient => gradient.X.Positions,
        InputGradient gradient => gradient.Dx.Positions,
        _ => 1,
    };

    /// <summary>Floats that the kernels of some operations need beside their factors and results: so many, and so many more per sample.</summary>
    public static (long Fixed, long PerSample) Scratch(IEnumerable<Operation> operations, MemoryPlan memory)
    {
        var (most, mostPerSample) = (0L, 0L);
        foreach (var operation in operations)
        {
            if (Of(operation, memory) is { } kernel)
            {
                var none = MatrixScheduler.Scratch(kernel, 0);
                most = Math.Max(most, none);
                mostPerSample = Math.Max(mostPerSample, (MatrixScheduler.Scratch(kernel, 1) - none) * Positions(operation));
            }
        }

        return (VectorRound(most), mostPerSample);
    }

    private static long VectorRound(long floats) => (floats + Machine.VectorWidth.MaximumLanes - 1) / Machine.VectorWidth.MaximumLanes * Machine.VectorWidth.MaximumLanes;
}
