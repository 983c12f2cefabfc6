using NetGen.Generators.Model;

namespace NetGen.Generators.Lowering;

/// <summary>One tensor of parameters in the flat buffer.</summary>
/// <param name="Name">PyTorch's name: <c>Dense1.weight</c>.</param>
/// <param name="Symbol">The formula's name, by which emitted code calls the offset: <c>W1</c>.</param>
/// <param name="Shape">The visible extents.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="IsTransposed">Whether a matrix is stored with its extents swapped.</param>
internal sealed record TensorPlan(string Name, string Symbol, EquatableArray<int> Shape, int Offset, bool IsTransposed)
{
    /// <summary>The number of elements.</summary>
    public int Length
    {
        get
        {
            var length = 1;
            foreach (var extent in Shape)
            {
                length = checked(length * extent);
            }

            return length;
        }
    }
}
