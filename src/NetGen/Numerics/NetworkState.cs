using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>
/// What a network with state keeps between steps but does not train, such as running means and variances, and the statistics of the last batch until an update
/// folds them in.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkState
{
    private readonly string network;
    private readonly AlignedBuffer values;
    private readonly AlignedBuffer kept;
    private bool isKept;

    /// <summary>Allocates; all zero at first.</summary>
    /// <param name="count">Elements of the state, and of the statistics of a batch.</param>
    /// <param name="network">The network's name, for messages.</param>
    public NetworkState(int count, string network) => (this.network, values, kept) = (network, new AlignedBuffer(count), new AlignedBuffer(count));

    /// <summary>The state.</summary>
    public Span<float> Span => values.Span;

    /// <summary>The state's first element; its address is a multiple of 64.</summary>
    public ref float Origin => ref values.Origin;

    /// <summary>Where a training pass should write the statistics of its batch.</summary>
    /// <param name="statistics">The caller's place; empty for none.</param>
    /// <returns>The caller's place or, where there is none, one here. What was kept here counts no longer.</returns>
    /// <exception cref="ShapeMismatchException">The caller's place has another length.</exception>
    public Span<float> BeginBatch(Span<float> statistics)
    {
        if (statistics.IsEmpty)
        {
            isKept = false;
            return kept.Span;
        }

        Check.Length(statistics.Length, values.Length, nameof(statistics), network);
        return statistics;
    }

    /// <summary>Says that the pass has written all statistics of its batch.</summary>
    /// <param name="statistics">The caller's place, as it was passed to <see cref="BeginBatch"/>.</param>
    public void EndBatch(ReadOnlySpan<float> statistics) => isKept |= statistics.IsEmpty;

    /// <summary>The statistics of the last batch that were kept here, handed out once.</summary>
    /// <param name="statistics">The statistics; empty where there are none.</param>
    /// <returns>Whether there are any.</returns>
    public bool TakeBatch(out ReadOnlySpan<float> statistics)
    {
        statistics = isKept ? kept.Span : default;
        isKept = false;
        return !statistics.IsEmpty;
    }
}
