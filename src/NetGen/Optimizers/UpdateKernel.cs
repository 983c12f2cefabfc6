using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>The one pass over the flat buffers, in the widest vectors that the machine has and the buffers fill.</summary>
internal static class UpdateKernel
{
    /// <summary>
    /// How a rule's walk is compiled: as a method of its own for each width, since inlined together they would exceed what the JIT is willing to inline, and
    /// operations would become calls; and optimized at once, since unoptimized operations are calls too.
    /// </summary>
    public const MethodImplOptions OfItsOwn = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    private const int Fewest = 4;

    /// <summary>Applies a rule to every parameter.</summary>
    /// <typeparam name="TRule">The rule; a struct, so that each gets its own machine code.</typeparam>
    /// <param name="rule">The rule with its scalars.</param>
    /// <param name="slots">The buffers, all of the parameters' length or empty.</param>
    public static void Run<TRule>(in TRule rule, in Slots slots)
        where TRule : struct, IUpdateRule
    {
        var length = slots.Parameters.Length;
        if (Vector512.IsHardwareAccelerated && length >= 16)
        {
            rule.Run<Vector512<float>, VectorOperations512>(slots);
        }
        else if (Vector256.IsHardwareAccelerated && length >= 8)
        {
            rule.Run<Vector256<float>, VectorOperations256>(slots);
        }
        else if (length >= Fewest)
        {
            rule.Run<Vector128<float>, VectorOperations128>(slots);
        }
        else
        {
            RunFew(rule, slots);
        }
    }

    /// <summary>Applies a rule in vectors of one width.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="rule">The rule with its scalars spread over vectors.</param>
    /// <param name="slots">The buffers, at least a vector long.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Walk<TRule, TVector, TOp>(TRule rule, in Slots slots)
        where TRule : struct, IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        ref var w = ref MemoryMarshal.GetReference(slots.Parameters);
        ref var g = ref MemoryMarshal.GetReference(slots.Gradients);
        ref var first = ref MemoryMarshal.GetReference(slots.First);
        ref var second = ref MemoryMarshal.GetReference(slots.Second);
        ref var third = ref MemoryMarshal.GetReference(slots.Third);

        // The last vector overlaps the one before it. It is computed first, from what was there before, and stored last: where both reach, the same bits.
        var end = (nuint)slots.Parameters.Length - TOp.Lanes;
        var last1 = rule.Uses(1) ? TOp.Load(ref first, end) : TOp.Zero;
        var last2 = rule.Uses(2) ? TOp.Load(ref second, end) : TOp.Zero;
        var last3 = rule.Uses(3) ? TOp.Load(ref third, end) : TOp.Zero;
        var last = rule.Step(TOp.Load(ref w, end), TOp.Load(ref g, end), ref last1, ref last2, ref last3);
        for (nuint i = 0; i < end; i += TOp.Lanes)
        {
            var x1 = rule.Uses(1) ? TOp.Load(ref first, i) : TOp.Zero;
            var x2 = rule.Uses(2) ? TOp.Load(ref second, i) : TOp.Zero;
            var x3 = rule.Uses(3) ? TOp.Load(ref third, i) : TOp.Zero;
            var next = rule.Step(TOp.Load(ref w, i), TOp.Load(ref g, i), ref x1, ref x2, ref x3);
            Store(i, next, x1, x2, x3, ref w, ref first, ref second, ref third);
        }

        Store(end, last, last1, last2, last3, ref w, ref first, ref second, ref third);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Store(nuint i, TVector next, TVector x1, TVector x2, TVector x3, ref float w, ref float first, ref float second, ref float third)
        {
            TOp.Store(next, ref w, i);
            if (rule.Uses(1))
            {
                TOp.Store(x1, ref first, i);
            }

            if (rule.Uses(2))
            {
                TOp.Store(x2, ref second, i);
            }

            if (rule.Uses(3))
            {
                TOp.Store(x3, ref third, i);
            }
        }
    }

    // Fewer parameters than any vector has lanes: in copies that fill one.
    private static void RunFew<TRule>(in TRule rule, in Slots slots)
        where TRule : struct, IUpdateRule
    {
        Span<float> w = stackalloc float[Fewest];
        Span<float> g = stackalloc float[Fewest];
        Span<float> first = stackalloc float[Fewest];
        Span<float> second = stackalloc float[Fewest];
        Span<float> third = stackalloc float[Fewest];
        slots.Parameters.CopyTo(w);
        slots.Gradients.CopyTo(g);
        slots.First.CopyTo(first);
        slots.Second.CopyTo(second);
        slots.Third.CopyTo(third);
        rule.Run<Vector128<float>, VectorOperations128>(new Slots(w, g, first, second, third));
        w[..slots.Parameters.Length].CopyTo(slots.Parameters);
        first[..slots.First.Length].CopyTo(slots.First);
        second[..slots.Second.Length].CopyTo(slots.Second);
        third[..slots.Third.Length].CopyTo(slots.Third);
    }
}
