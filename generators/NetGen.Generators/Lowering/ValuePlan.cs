using NetGen.Generators.Machine;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Lowering;

/// <summary>What flows from one layer to the next.</summary>
/// <param name="Shape">One sample of it.</param>
/// <param name="Stride">Floats from one sample to the next, where samples stand in rows.</param>
internal sealed record ValuePlan(Shape Shape, int Stride)
{
    /// <summary>A value in the workspace, its rows padded so that vectors may be stored whole.</summary>
    public static ValuePlan Padded(Shape shape) => new(shape, VectorWidth.Pad(shape.Size));

    /// <summary>Values a sample.</summary>
    public int Size => checked((int)Shape.Size);
}
