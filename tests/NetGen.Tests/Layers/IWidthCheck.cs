using System.Runtime.Intrinsics;
using NetGen.Initialization;
using NetGen.LayerKernels;
using NetGen.Numerics;

namespace NetGen.Tests.Layers;

/// <summary>A check that is done for each vector width.</summary>
internal interface IWidthCheck
{
    /// <summary>The check in one width.</summary>
    void Run<TVector, TOp, TBits, TWords, TWordOp, TDoubleOp>()
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
        where TBits : struct, ILaneBits<TVector>
        where TWords : struct
        where TWordOp : struct, IWordOperations<TWords>
        where TDoubleOp : struct, IDoubleOperations<TWords>;

    /// <summary>The check in all widths.</summary>
    public void RunAll()
    {
        Run<Vector128<float>, VectorOperations128, LaneBits128, Vector128<ulong>, WordOperations128, DoubleOperations128>();
        Run<Vector256<float>, VectorOperations256, LaneBits256, Vector256<ulong>, WordOperations256, DoubleOperations256>();
        Run<Vector512<float>, VectorOperations512, LaneBits512, Vector512<ulong>, WordOperations512, DoubleOperations512>();
    }
}
