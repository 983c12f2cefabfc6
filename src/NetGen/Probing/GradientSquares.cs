namespace NetGen.Probing;

/// <summary>Sums over the gradients of batches, from which follows how large that of one sample is.</summary>
/// <param name="weights">By layer; null where there are none.</param>
internal sealed class GradientSquares(TensorInfo?[] weights)
{
    private readonly double[] _squares = new double[weights.Length];
    private readonly double[]?[] _sums = Array.ConvertAll(weights, static tensor => tensor is null ? null : new double[tensor.Length]);

    /// <summary>Gradients so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one batch's.</summary>
    /// <param name="gradients">In the layout of the network's parameters.</param>
    public void Add(ReadOnlySpan<float> gradients)
    {
        Count++;
        for (var layer = 0; layer < weights.Length; layer++)
        {
            if (weights[layer] is not { } tensor)
            {
                continue;
            }

            var values = gradients.Slice(tensor.Offset, tensor.Length);
            _squares[layer] += Moments.Squares(values);
            for (var i = 0; i < values.Length; i++)
            {
                _sums[layer]![i] += values[i];
            }
        }
    }

    /// <summary>
    /// The root mean square of the gradient of one sample, by layer. For batches of one it is that of the gradients. Otherwise a sample's variance is taken to be a
    /// batch's times its size, and what all batches have in common is added: E[g^2] = size Var(batch) + mean^2, the mean's square without what chance adds to it.
    /// </summary>
    /// <param name="size">Samples per batch.</param>
    public double?[] OfOneSample(int size)
    {
        var roots = new double?[weights.Length];
        for (var layer = 0; layer < weights.Length; layer++)
        {
            if (weights[layer] is { } tensor)
            {
                var square = _squares[layer] / Count;
                if (size > 1 && Count > 1)
                {
                    var mean = _sums[layer]!.Sum(sum => sum / Count * (sum / Count));
                    var variance = (square - mean) * Count / (Count - 1);
                    square = (size * variance) + Math.Max(mean - (variance / Count), 0);
                }

                roots[layer] = Math.Sqrt(Math.Max(square, 0) / tensor.Length);
            }
        }

        return roots;
    }
}
