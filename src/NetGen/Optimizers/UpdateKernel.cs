using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Optimizers;

/// <summary>The one pass over the flat buffers, widest registers first, each narrower width for what the wider one left over.</summary>
internal static class UpdateKernel
{
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
            index = Walk<Lanes512, TRule>(rule, slots, index);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            index = Walk<Lanes256, TRule>(rule, slots, index);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            index = Walk<Lanes128, TRule>(rule, slots, index);
        }

        Walk<SingleLane, TRule>(rule, slots, index);
    }

    /// <summary>Applies a rule from an element on, as far as whole registers go.</summary>
    /// <returns>The first element not reached.</returns>
    // A method of its own for each width: inlined, together they would exceed what the JIT is willing to inline, and lanes would become calls. Optimized at
    // once, since unoptimized lanes are calls too.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static nuint Walk<TLanes, TRule>(TRule rule, Slots slots, nuint index)
        where TLanes : struct, ILanes<TLanes>
        where TRule : struct, IUpdateRule
    {
        for (var last = slots.Length - TLanes.Count; (nint)index <= last; index += (nuint)TLanes.Count)
        {
            rule.Apply<TLanes>(in slots, index);
        }

        return index;
    }
}
