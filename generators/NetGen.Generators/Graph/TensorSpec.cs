using NetGen.Generators.Model;

namespace NetGen.Generators.Graph;

/// <summary>What is known of a parameter or a state beyond its shape.</summary>
/// <param name="Name">PyTorch's name: <c>Dense1.weight</c>.</param>
/// <param name="Shape">The visible extents.</param>
/// <param name="IsTransposed">Whether a matrix is stored with its extents swapped.</param>
/// <param name="Index">The tensor's number in its layer, from 0: random numbers are drawn by it.</param>
/// <param name="Initializer">How it starts, as declared.</param>
/// <param name="FanIn">The inputs of a unit; 0 where the tensor has no fans.</param>
/// <param name="FanOut">The units an input feeds.</param>
internal sealed record TensorSpec(
    string Name,
    EquatableArray<int> Shape,
    bool IsTransposed,
    int Index,
    InitializerSpec Initializer,
    long FanIn = 0,
    long FanOut = 0)
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
