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
    private readonly float meanFloor = Subnormals.Floor(1 - beta1);
    private readonly float beta2 = (float)beta2;
    private readonly float rest2 = (float)(1 - beta2);
    private readonly float squareFloor = Subnormals.SquareFloor(1 - beta2);
    private readonly float stepSize = (float)stepSize;
    private readonly float root = (float)root;
    private readonly float epsilon = (float)epsilon;
    private readonly float decay = (float)decay;
    private readonly float shrink = (float)shrink;

    [MethodImpl(UpdateKernel.OfItsOwn)]
    public nuint Walk<TLanes>(Slots slots, nuint index)
        where TLanes : struct, ILanes<TLanes>
    {
        var b1 = TLanes.Broadcast(beta1);
        var r1 = TLanes.Broadcast(rest1);
        var floor1 = TLanes.Broadcast(meanFloor);
        var b2 = TLanes.Broadcast(beta2);
        var r2 = TLanes.Broadcast(rest2);
        var floor2 = TLanes.Broadcast(squareFloor);
        var lr = TLanes.Broadcast(stepSize);
        var unbias = TLanes.Broadcast(root);
        var eps = TLanes.Broadcast(epsilon);
        var l2 = TLanes.Broadcast(decay);
        var keep = TLanes.Broadcast(shrink);
        for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
        {
            var w = TLanes.Load(ref slots.Parameters, index);
            var g = TLanes.Load(in slots.Gradients, index) + l2 * w;
            var m = TLanes.FlushSubnormals(b1 * TLanes.Load(ref slots.First, index) + r1 * TLanes.ZeroBelow(g, floor1));
            m.Store(ref slots.First, index);
            var h = TLanes.ZeroBelow(g, floor2);
            var v = TLanes.FlushSubnormals(b2 * TLanes.Load(ref slots.Second, index) + r2 * (h * h));
            v.Store(ref slots.Second, index);
            (keep * w - lr * (m / (TLanes.Sqrt(v) * unbias + eps))).Store(ref slots.Parameters, index);
        }

        return index;
    }
}
