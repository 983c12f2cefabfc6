using System.Runtime.CompilerServices;

namespace NetGen.Optimizers;

/// <summary>
/// Adam's arithmetic, with either kind of weight decay: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
/// w = shrink w - stepSize m / (sqrt(v) root + epsilon).
/// </summary>
/// <param name="beta1">The decay of m.</param>
/// <param name="beta2">The decay of v.</param>
/// <param name="stepSize">lr / (1 - beta1^t).</param>
/// <param name="root">1 / sqrt(1 - beta2^t).</param>
/// <param name="epsilon">Added to the divisor.</param>
/// <param name="decay">The factor with which w is added to g.</param>
/// <param name="shrink">The factor on w itself.</param>
internal readonly struct AdamRule(double beta1, double beta2, double stepSize, double root, double epsilon, double decay, double shrink) : IUpdateRule
{
    private readonly float beta1 = (float)beta1;
    private readonly float rest1 = (float)(1 - beta1);
    private readonly float beta2 = (float)beta2;
    private readonly float rest2 = (float)(1 - beta2);
    private readonly float stepSize = (float)stepSize;
    private readonly float root = (float)root;
    private readonly float epsilon = (float)epsilon;
    private readonly float decay = (float)decay;
    private readonly float shrink = (float)shrink;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes>(ref readonly Slots slots, nuint index)
        where TLanes : struct, ILanes<TLanes>
    {
        var w = TLanes.Load(ref slots.Parameters, index);
        var g = TLanes.Load(in slots.Gradients, index) + TLanes.Broadcast(decay) * w;
        var m = TLanes.FlushSubnormals(TLanes.Broadcast(beta1) * TLanes.Load(ref slots.First, index) + TLanes.Broadcast(rest1) * g);
        m.Store(ref slots.First, index);
        var v = TLanes.FlushSubnormals(TLanes.Broadcast(beta2) * TLanes.Load(ref slots.Second, index) + TLanes.Broadcast(rest2) * (g * g));
        v.Store(ref slots.Second, index);
        var divisor = TLanes.Sqrt(v) * TLanes.Broadcast(root) + TLanes.Broadcast(epsilon);
        (TLanes.Broadcast(shrink) * w - TLanes.Broadcast(stepSize) * (m / divisor)).Store(ref slots.Parameters, index);
    }
}
