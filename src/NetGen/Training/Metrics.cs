namespace NetGen.Training;

/// <summary>Sums from which metrics are means.</summary>
internal static class Metrics
{
    /// <summary>How many samples have their largest logit at their class. NaN among the logits makes a sample wrong.</summary>
    /// <param name="logits">[samples][classes].</param>
    /// <param name="labels">[samples].</param>
    /// <param name="classes">Logits a sample.</param>
    public static int RightClasses(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int classes)
    {
        var right = 0;
        for (var sample = 0; sample < labels.Length; sample++)
        {
            right += MostProbable(logits.Slice(sample * classes, classes)) == labels[sample] ? 1 : 0;
        }

        return right;
    }

    /// <summary>How many logits are above 0 where the target is above 0.5, and not where it is not. NaN is wrong.</summary>
    /// <param name="logits">[samples][outputs].</param>
    /// <param name="targets">[samples][outputs].</param>
    public static int RightSides(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)
    {
        var right = 0;
        for (var i = 0; i < targets.Length; i++)
        {
            right += !float.IsNaN(logits[i]) && logits[i] > 0 == targets[i] > .5f ? 1 : 0;
        }

        return right;
    }

    /// <summary>The sum of |output - target|.</summary>
    /// <param name="outputs">[samples][outputs].</param>
    /// <param name="targets">[samples][outputs].</param>
    public static double AbsoluteErrors(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            sum += Math.Abs((double)outputs[i] - targets[i]);
        }

        return sum;
    }

    /// <summary>The place of the largest logit, the first of equal ones; -1 where one is NaN.</summary>
    /// <param name="logits">The logits of one sample.</param>
    public static int MostProbable(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            if (float.IsNaN(logits[i]))
            {
                return -1;
            }

            best = logits[i] > logits[best] ? i : best;
        }

        return best;
    }
}
