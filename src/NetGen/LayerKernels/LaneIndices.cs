using System.Runtime.InteropServices;

namespace NetGen.LayerKernels;

/// <summary>The numbers of a vector's lanes.</summary>
internal static class LaneIndices
{
    // An array: each use of a span over constants allocates 72 bytes in a debug build.
    private static readonly float[] s_indices = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>The first lane's number, 0; the others up to 15 follow.</summary>
    public static ref float First => ref MemoryMarshal.GetArrayDataReference(s_indices);
}
