using System.Runtime.CompilerServices;

namespace NetGen.Optimizers;

/// <summary>One float: what is left over when the registers are full.</summary>
/// <param name="value">The float.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct SingleLane(float value) : ILanes<SingleLane>
{
    private readonly float value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator +(SingleLane left, SingleLane right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator -(SingleLane left, SingleLane right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator *(SingleLane left, SingleLane right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator /(SingleLane left, SingleLane right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Broadcast(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Load(ref readonly float source, nuint index) => new(Unsafe.Add(ref Unsafe.AsRef(in source), index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination, nuint index) => Unsafe.Add(ref destination, index) = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Sqrt(SingleLane value) => new(MathF.Sqrt(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Abs(SingleLane value) => new(MathF.Abs(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Max(SingleLane left, SingleLane right) => new(MathF.Max(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane ZeroBelow(SingleLane value, SingleLane floor) => MathF.Abs(value.value) < floor.value ? new(0f) : value;
}
