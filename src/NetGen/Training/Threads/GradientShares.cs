using NetGen.Numerics;

namespace NetGen.Training.Threads;

/// <summary>
/// The gradients and statistics of the shares of a batch: a buffer each, and how much each counts in the gradient of the whole batch, which is their sum in the
/// shares' order.
/// </summary>
/// <param name="parameters">Floats of gradients per share.</param>
/// <param name="statistics">Floats of statistics per share; 0 for a network without state.</param>
internal sealed class GradientShares(int parameters, int statistics = 0)
{
    private readonly List<AlignedBuffer> buffers = [];
    private readonly List<AlignedBuffer> statisticsBuffers = [];
    private float[] factors = [];

    /// <summary>The number of shares that the gradients are in.</summary>
    public int Count { get; private set; }

    /// <summary>The number of shares that the batch was split into. Statistics stay apart where gradients are merged.</summary>
    public int SplitCount { get; private set; }

    /// <summary>Floats of gradients per share.</summary>
    public int Length => parameters;

    /// <summary>Splits a batch. Allocates only where no batch was ever split into so many shares.</summary>
    /// <param name="samples">Samples of the batch.</param>
    /// <param name="count">Shares, at least 1.</param>
    public void Split(int samples, int count)
    {
        while (buffers.Count < count)
        {
            buffers.Add(new AlignedBuffer(parameters));
            statisticsBuffers.Add(new AlignedBuffer(statistics));
        }

        if (factors.Length < count)
        {
            factors = new float[count];
        }

        (Count, SplitCount) = (count, count);
        for (var share = 0; share < count; share++)
        {
            // Each share's gradient is that of the mean over its own samples.
            factors[share] = (float)((double)Share.Of(samples, share, count).Length / samples);
        }
    }

    /// <summary>The gradient of a share's mean loss.</summary>
    /// <param name="share">Which, counted from 0.</param>
    public Span<float> this[int share] => buffers[share].Span;

    /// <summary>The statistics of a share's samples; empty for a network without state.</summary>
    /// <param name="share">Which, counted from 0.</param>
    public Span<float> Statistics(int share) => statisticsBuffers[share].Span;

    /// <summary>Adds the shares up for a part of the parameters.</summary>
    /// <param name="start">Where the part begins.</param>
    /// <param name="into">As many elements as the part has; overwritten. May be the same part of the first share.</param>
    public void Sum(int start, Span<float> into)
    {
        if (Count == 1)
        {
            this[0].Slice(start, into.Length).CopyTo(into);
            return;
        }

        WeightedSum.OfTwo(into, this[0].Slice(start, into.Length), factors[0], this[1].Slice(start, into.Length), factors[1]);
        for (var share = 2; share < Count; share++)
        {
            WeightedSum.Add(into, this[share].Slice(start, into.Length), factors[share]);
        }
    }

    /// <summary>Makes the first share's gradients the only ones: its buffer holds the sum of all.</summary>
    public void Merge() => Count = 1;
}
