using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Optimizers;

/// <summary>The one pass over the flat buffers, widest registers first, each narrower width for what the wider one left over.</summary>
internal static class UpdateKernel
{
    /// <summary>
    /// How a rule's walk is compiled: as a method of its own for each width, since inlined together they would exceed what the JIT is willing to inline, and
    /// lanes would become calls; and optimized at once, since unoptimized lanes are calls too.
    /// </summary>
    public const MethodImplOptions OfItsOwn = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>Applies a rule to every parameter.</summary>
    /// <typeparam name="TRule">The rule; a struct, so that each gets its own machine code.</typeparam>
    /// <param name="rule">The rule with its scalars.</param>
    /// <param name="slots">The buffers, all of the parameters' length or empty.</param>
    public static void Run<TRule>(TRule rule, Slots slots)
        where TRule : struct, IUpdateRule
    {
        nuint index = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            index = rule.Walk<Lanes512>(slots, index);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            index = rule.Walk<Lanes256>(slots, index);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            index = rule.Walk<Lanes128>(slots, index);
        }

        rule.Walk<SingleLane>(slots, index);
    }
}
