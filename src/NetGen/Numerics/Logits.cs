using System.ComponentModel;
using System.Runtime.InteropServices;
using NetGen.Activations;

namespace NetGen.Numerics;

/// <summary>From logits to probabilities and classes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Logits
{
    private const int BlockSize = 256;

    /// <summary>Replaces each row of logits by its softmax.</summary>
    /// <param name="rows">Whole rows.</param>
    /// <param name="width">Logits a row.</param>
    public static void Softmax(Span<float> rows, int width)
    {
        ref var first = ref MemoryMarshal.GetReference(rows);
        NetGen.Activations.Softmax.Forward(ref first, ref first, rows.Length / width, (nuint)width, 1, width);
    }

    /// <summary>Replaces each logit by its logistic function.</summary>
    /// <param name="values">Logits.</param>
    public static void Logistic(Span<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        Elementwise.Forward(default(Sigmoid), ref first, ref first, (nuint)values.Length);
    }

    /// <summary>The place of the largest logit, the first of equal ones; what is no number never wins.</summary>
    /// <param name="logits">The logits of one sample.</param>
    public static int MostProbable(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[best] || float.IsNaN(logits[best]))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The class of each sample, or for logits of a yes or no each, 1 where a logit is above 0.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[samples][InputSize].</param>
    /// <param name="classes">[samples], or [samples][OutputSize] for a yes or no each; overwritten.</param>
    public static void Classify<TNetwork, TTarget>(TNetwork network, ReadOnlySpan<float> inputs, Span<int> classes)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var samples = Check.Samples(inputs.Length, TNetwork.InputSize, TNetwork.Name);
        var isBinary = TNetwork.Loss.Task == NetworkTask.BinaryClassification;
        var width = TNetwork.OutputSize;
        Check.Length(classes.Length, isBinary ? (long)samples * width : samples, nameof(classes), TNetwork.Name);
        using var workspace = Workspace.Rent(BlockSize * width);
        for (var first = 0; first < samples; first += BlockSize)
        {
            var rows = Math.Min(BlockSize, samples - first);
            var logits = MemoryMarshal.CreateSpan(ref workspace.Origin, rows * width);
            network.Predict(inputs.Slice(first * TNetwork.InputSize, rows * TNetwork.InputSize), logits);
            for (var i = 0; i < (isBinary ? logits.Length : rows); i++)
            {
                classes[isBinary ? (first * width) + i : first + i] = isBinary ? (logits[i] > 0 ? 1 : 0) : MostProbable(logits.Slice(i * width, width));
            }
        }
    }
}
