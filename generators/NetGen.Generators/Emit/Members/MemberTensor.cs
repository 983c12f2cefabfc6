using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>A tensor as the members of a network show it.</summary>
/// <param name="Name">PyTorch's name: <c>Dense1.weight</c>.</param>
/// <param name="Shape">The visible extents.</param>
/// <param name="Offset">Where it starts, in the buffer of parameters or in that of state.</param>
/// <param name="IsTransposed">Whether a matrix is stored with its extents swapped.</param>
internal sealed record MemberTensor(string Name, EquatableArray<int> Shape, int Offset, bool IsTransposed)
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
