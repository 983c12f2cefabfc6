using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen.Training.Threads;

/// <summary>Adds buffers times a factor each, in vectors; products and sums are rounded one by one, so that every width gives the same bits.</summary>
internal static class WeightedSum
{
    /// <summary>sum = factor1 first + factor2 second.</summary>
    /// <param name="sum">Overwritten; may be one of the terms.</param>
    /// <param name="first">The first term; the same length.</param>
    /// <param name="factor1">Its factor.</param>
    /// <param name="second">The second term; the same length.</param>
    /// <param name="factor2">Its factor.</param>
    public static void OfTwo(Span<float> sum, ReadOnlySpan<float> first, float factor1, Span<float> second, float factor2) =>
        UpdateKernel.Run(new OfTwoRule(factor1, factor2), new Slots(sum, first, second));

    /// <summary>sum = sum + factor term.</summary>
    /// <param name="sum">What there is so far.</param>
    /// <param name="term">The term; the same length.</param>
    /// <param name="factor">Its factor.</param>
    public static void Add(Span<float> sum, ReadOnlySpan<float> term, float factor) =>
        UpdateKernel.Run(new AddRule(factor), new Slots(sum, term, default));

    private readonly struct OfTwoRule(float factor1, float factor2) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var (f1, f2) = (TLanes.Broadcast(factor1), TLanes.Broadcast(factor2));
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                (f1 * TLanes.Load(in slots.Gradients, index) + f2 * TLanes.Load(ref slots.First, index)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }

    private readonly struct AddRule(float factor) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var f = TLanes.Broadcast(factor);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                (TLanes.Load(ref slots.Parameters, index) + f * TLanes.Load(in slots.Gradients, index)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
