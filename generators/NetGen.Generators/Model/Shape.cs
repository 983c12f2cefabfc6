using System.Globalization;

namespace NetGen.Generators.Model;

/// <summary>
/// The extents of one sample at one place of the network, outermost first: features; steps x features; height x width x channels.
/// </summary>
internal sealed record Shape(EquatableArray<int> Extents)
{
    /// <summary>A shape of rank 1.</summary>
    public static Shape Of(int features) => new(System.Collections.Immutable.ImmutableArray.Create(features));

    /// <summary>1 to 3.</summary>
    public int Rank => Extents.Count;

    /// <summary>Values a sample. Wider than an int, so that a declaration of any size can be weighed before it is refused.</summary>
    public long Size
    {
        get
        {
            var size = 1L;
            foreach (var extent in Extents)
            {
                size = checked(size * extent);
            }

            return size;
        }
    }

    /// <summary>The extent of the last axis, over which softmax sums.</summary>
    public int Last => Extents[Extents.Count - 1];

    /// <summary>The number of rows of the last axis in a sample.</summary>
    public long Positions => Size / Last;

    /// <summary>The same axes but for the extent of the last one.</summary>
    public Shape WithLast(int extent) => new(Extents.Items.SetItem(Extents.Count - 1, extent));

    /// <inheritdoc/>
    public override string ToString() => string.Join("x", Extents.Select(static extent => extent.ToString(CultureInfo.InvariantCulture)));
}
