using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Layers;

/// <summary>A check of what takes vectors along a row, which must not be longer than the row.</summary>
internal interface IRowCheck
{
    /// <summary>The check in one width.</summary>
    void Run<TVector, TOp>()
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>;

    /// <summary>The check in all widths.</summary>
    public void RunAll()
    {
        Run<float, ScalarOperations>();
        Run<Vector128<float>, VectorOperations128>();
        Run<Vector256<float>, VectorOperations256>();
        Run<Vector512<float>, VectorOperations512>();
    }
}
