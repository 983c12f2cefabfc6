using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>
/// Sums across the lanes of several vectors at once: sum k stands in lane k of the result. Halves are added until four lanes remain, then (0 + 2) + (1 + 3),
/// as <see cref="LaneKernels.Reduce"/> does it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneSums
{
    /// <summary>The sums of four vectors of four lanes.</summary>
    /// <param name="a">Summed into lane 0.</param>
    /// <param name="b">Summed into lane 1.</param>
    /// <param name="c">Summed into lane 2.</param>
    /// <param name="d">Summed into lane 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        var ac = Transposition.InterleaveLow(a, c) + Transposition.InterleaveHigh(a, c);
        var bd = Transposition.InterleaveLow(b, d) + Transposition.InterleaveHigh(b, d);
        return Transposition.InterleaveLow(ac, bd) + Transposition.InterleaveHigh(ac, bd);
    }

    /// <summary>The sums of four vectors of eight lanes.</summary>
    /// <param name="a">Summed into lane 0.</param>
    /// <param name="b">Summed into lane 1.</param>
    /// <param name="c">Summed into lane 2.</param>
    /// <param name="d">Summed into lane 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) =>
        Of(a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper(), c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper());

    /// <summary>The sums of eight vectors of eight lanes.</summary>
    /// <param name="a">Summed into lane 0.</param>
    /// <param name="b">Summed into lane 1.</param>
    /// <param name="c">Summed into lane 2.</param>
    /// <param name="d">Summed into lane 3.</param>
    /// <param name="e">Summed into lane 4.</param>
    /// <param name="f">Summed into lane 5.</param>
    /// <param name="g">Summed into lane 6.</param>
    /// <param name="h">Summed into lane 7.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, Vector256<float> e, Vector256<float> f, Vector256<float> g, Vector256<float> h)
    {
        if (!Avx.IsSupported)
        {
            return Vector256.Create(Of(a, b, c, d), Of(e, f, g, h));
        }

        // The upper half of each register does for e to h what the lower one does for a to d.
        var ae = Avx.Permute2x128(a, e, 0x20) + Avx.Permute2x128(a, e, 0x31);
        var bf = Avx.Permute2x128(b, f, 0x20) + Avx.Permute2x128(b, f, 0x31);
        var cg = Avx.Permute2x128(c, g, 0x20) + Avx.Permute2x128(c, g, 0x31);
        var dh = Avx.Permute2x128(d, h, 0x20) + Avx.Permute2x128(d, h, 0x31);
        var aceg = Avx.UnpackLow(ae, cg) + Avx.UnpackHigh(ae, cg);
        var bdfh = Avx.UnpackLow(bf, dh) + Avx.UnpackHigh(bf, dh);
        return Avx.UnpackLow(aceg, bdfh) + Avx.UnpackHigh(aceg, bdfh);
    }
}
