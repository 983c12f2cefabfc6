using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Data;

namespace NetGen;

/// <summary>
/// Samples with their targets in memory. The arrays are kept, not copied, and must not change while the set is in use.
/// </summary>
/// <typeparam name="TTarget"><see cref="int"/>: class indices, for a softmax cross-entropy. <see cref="float"/>: numbers, for every other loss.</typeparam>
public sealed class DataSet<TTarget> : DataSet
    where TTarget : unmanaged
{
    private readonly ReadOnlyMemory<TTarget> targets;

    /// <summary>Joins inputs and targets.</summary>
    /// <param name="inputs">[samples][inputSize], row-major; all finite, at least one sample.</param>
    /// <param name="targets">[samples][targetSize], row-major; class indices or finite numbers.</param>
    /// <param name="inputSize">Values a sample, at least 1.</param>
    /// <param name="targetSize">Targets a sample, at least 1; 1 for class indices.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="ShapeMismatchException">The lengths do not fit together, or there is no sample.</exception>
    /// <exception cref="NonFiniteValueException">A value is NaN or infinite.</exception>
    public DataSet(ReadOnlyMemory<float> inputs, ReadOnlyMemory<TTarget> targets, int inputSize, int targetSize = 1)
        : base(inputs, AtLeastOne(inputSize, nameof(inputSize)), AtLeastOne(targetSize, nameof(targetSize)))
    {
        this.targets = targets;
        DataSetChecks.Lengths(inputs.Length, targets.Length, inputSize, targetSize);
        DataSetChecks.TargetType(typeof(TTarget), targetSize);
        DataSetChecks.Finite(inputs.Span, inputSize, "input");
        if (typeof(TTarget) == typeof(float))
        {
            DataSetChecks.Finite(MemoryMarshal.Cast<TTarget, float>(targets.Span), targetSize, "target");
        }
    }

    /// <summary>A part of a set that has been checked.</summary>
    private DataSet(DataSet<TTarget> whole, ReadOnlyMemory<float> inputs, ReadOnlyMemory<TTarget> targets)
        : base(inputs, whole.InputSize, whole.TargetSize) => this.targets = targets;

    /// <inheritdoc/>
    public override Type TargetType => typeof(TTarget);

    /// <summary>All targets, [samples][TargetSize], row-major.</summary>
    public ReadOnlySpan<TTarget> Targets => targets.Span;

    /// <summary>The targets of one sample.</summary>
    /// <param name="index">The sample, counted from 0.</param>
    public ReadOnlySpan<TTarget> Target(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Targets.Slice(index * TargetSize, TargetSize);
    }

    /// <summary>A run of samples, without a copy.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The run is empty or leaves the set.</exception>
    public DataSet<TTarget> Slice(int start, int count)
    {
        if (start < 0 || count < 1 || start > Count - count)
        {
            throw new ArgumentOutOfRangeException(
                start < 0 ? nameof(start) : nameof(count),
                string.Create(CultureInfo.InvariantCulture, $"{count} samples from sample {start} on were asked for; the set has {Count} samples, and a part has at least 1."));
        }

        return new DataSet<TTarget>(
            this, InputValues.Slice(start * InputSize, count * InputSize), targets.Slice(start * TargetSize, count * TargetSize));
    }

    /// <summary>The samples of the given indices, in that order, copied.</summary>
    /// <param name="indices">At least one; each from 0 to Count - 1; the same may come twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no index, or one is outside the set.</exception>
    public DataSet<TTarget> Select(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentOutOfRangeException(nameof(indices), "No sample was asked for; a data set has at least 1.");
        }

        var partInputs = new float[checked(indices.Length * InputSize)];
        var partTargets = new TTarget[checked(indices.Length * TargetSize)];
        Batch(indices, partInputs, partTargets);
        return new DataSet<TTarget>(this, partInputs, partTargets);
    }

    /// <summary>Copies the samples of the given indices, in that order, into a batch.</summary>
    /// <param name="indices">Each from 0 to Count - 1.</param>
    /// <param name="inputs">[indices][InputSize]; overwritten.</param>
    /// <param name="targets">[indices][TargetSize]; overwritten.</param>
    /// <exception cref="ShapeMismatchException">A buffer has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    public void Batch(ReadOnlySpan<int> indices, Span<float> inputs, Span<TTarget> targets)
    {
        DataSetChecks.BatchLength(inputs.Length, indices.Length, InputSize, "inputs");
        DataSetChecks.BatchLength(targets.Length, indices.Length, TargetSize, "targets");
        var allInputs = Inputs;
        var allTargets = Targets;
        var count = Count;
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i];
            if ((uint)index >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), string.Create(CultureInfo.InvariantCulture, $"Sample {index} was asked for; the set has the samples 0 to {count - 1}."));
            }

            allInputs.Slice(index * InputSize, InputSize).CopyTo(inputs[(i * InputSize)..]);
            if (TargetSize == 1)
            {
                targets[i] = allTargets[index];
            }
            else
            {
                allTargets.Slice(index * TargetSize, TargetSize).CopyTo(targets[(i * TargetSize)..]);
            }
        }
    }

    /// <summary>Deals the samples at random into two sets, each in the order of this one.</summary>
    /// <param name="fraction">The share of the first set, above 0 and below 1; the number of its samples is rounded, and neither set is empty.</param>
    /// <param name="seed">Same seed, same sets.</param>
    /// <returns>The set to train on, and the rest to test with.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or there is but one sample.</exception>
    public (DataSet<TTarget> Train, DataSet<TTarget> Test) Split(double fraction, ulong seed)
    {
        var first = DataSetChecks.FirstPart(Count, fraction);
        var order = new int[Count];
        new SplitMix64(seed, 0).FillWithPermutation(order);
        Array.Sort(order, 0, first);
        Array.Sort(order, first, order.Length - first);
        return (Select(order.AsSpan(0, first)), Select(order.AsSpan(first)));
    }

    /// <summary>The same targets with other inputs, checked like those of a new set.</summary>
    internal DataSet<TTarget> WithInputs(ReadOnlyMemory<float> inputs) => new(inputs, targets, InputSize, TargetSize);

    private static int AtLeastOne(int size, string name) => size >= 1
        ? size
        : throw new ArgumentOutOfRangeException(
            name, string.Create(CultureInfo.InvariantCulture, $"{name} is {size}; a sample has at least 1 value and 1 target."));
}
