using System.Diagnostics;
using System.Runtime;

namespace NetGen.Benchmarks.Measuring;

/// <summary>
/// Runs a work until the JIT has compiled it for the last time. It compiles a hot method anew in the background, once no other method has been compiled for
/// 100 ms; on a machine that is busy that takes longer than any fixed time.
/// </summary>
internal static class WarmUp
{
    // Three times the JIT's own wait.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    // A method becomes hot with its 30th call; one with a loop is compiled three times.
    private const int LeastCalls = 100;
    private const double LongCall = 0.1;

    /// <summary>Runs it.</summary>
    /// <param name="once">The work.</param>
    /// <param name="atLeast">For how long at least.</param>
    public static void Run(Action once, TimeSpan atLeast)
    {
        var clock = Stopwatch.StartNew();
        var compiled = JitInfo.GetCompiledMethodCount();
        var quietSince = TimeSpan.Zero;
        var calls = 0;
        while (clock.Elapsed < s_longest)
        {
            once();
            calls++;
            if (JitInfo.GetCompiledMethodCount() is var now && now != compiled)
            {
                compiled = now;
                quietSince = clock.Elapsed;
            }

            var enough = calls >= LeastCalls || clock.Elapsed.TotalSeconds / calls > LongCall;
            if (enough && clock.Elapsed >= atLeast && clock.Elapsed - quietSince >= s_quiet)
            {
                return;
            }
        }
    }
}
