using System.Runtime.InteropServices;

namespace NetGen.Benchmarks.BuildCosts;

/// <summary>The processor time of all processes that this one has started and that have ended.</summary>
internal static partial class ChildTime
{
    private const int Children = -1;
    private const int LongsOfUsage = 18;

    /// <summary>User and system time in seconds; null where the system does not tell.</summary>
    public static unsafe double? Seconds()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        // struct rusage: seconds and microseconds of user and of system time come first.
        var usage = stackalloc long[LongsOfUsage];
        return GetUsage(Children, usage) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : null;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static unsafe partial int GetUsage(int who, long* usage);
}
