using NetGen.Generators.Model;
using static NetGen.Testing.Interpretation.SpecialFunctions;

namespace NetGen.Testing.Interpretation;

/// <summary>The losses: the mean over a batch and its derivative with respect to every output.</summary>
internal static class LossFunctions
{
    /// <summary>The mean loss of a batch.</summary>
    /// <param name="loss">Which loss.</param>
    /// <param name="custom">The losses of the user's own.</param>
    /// <param name="outputs">[samples][outputs].</param>
    /// <param name="targets">[samples][outputs], or [samples] with whole numbers for class indices.</param>
    /// <param name="pass">Which pass the outputs are of.</param>
    /// <param name="derivative">[samples][outputs], written.</param>
    public static double Mean(LossSpec loss, CustomFunctions custom, double[] outputs, ReadOnlySpan<double> targets, InterpreterPass pass, double[] derivative)
    {
        if (loss.Kind == LossKind.SoftmaxCrossEntropy)
        {
            return SoftmaxCrossEntropy(outputs, targets, pass, derivative);
        }

        var function = Of(loss, custom);
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            sum += pass.Round(function.Apply(outputs[i], targets[i]));
            derivative[i] = pass.Round(function.Derivative(outputs[i], targets[i]) / outputs.Length);
        }

        return sum / outputs.Length;
    }

    /// <summary>The loss of one output, for all losses but the softmax cross-entropy.</summary>
    public static LossFunction Of(LossSpec loss, CustomFunctions custom) => loss.Kind switch
    {
        LossKind.Custom => custom.Losses[loss.CustomType],
        LossKind.MeanSquaredError => new((y, t) => (y - t) * (y - t), (y, t) => 2 * (y - t)),
        LossKind.MeanAbsoluteError => new((y, t) => Math.Abs(y - t), (y, t) => double.IsNaN(y - t) ? y - t : Math.Sign(y - t), HasKink: true),
        LossKind.Huber => new(
            (y, t) => Math.Abs(y - t) <= loss.Delta ? (y - t) * (y - t) / 2 : loss.Delta * (Math.Abs(y - t) - (loss.Delta / 2)),
            (y, t) => Math.Min(Math.Max(y - t, -loss.Delta), loss.Delta)),
        LossKind.BinaryCrossEntropy => new((y, t) => Softplus(y) - (y * t), (y, t) => Logistic(y) - t),
        _ => throw new NotSupportedException($"The loss {loss.Kind} is not a mean over outputs."),
    };

    // l = ln sum_j exp(y_j) - y_t; dl/dy_j = softmax(y)_j - [j = t]
    private static double SoftmaxCrossEntropy(double[] outputs, ReadOnlySpan<double> targets, InterpreterPass pass, double[] derivative)
    {
        var samples = pass.Samples;
        var classes = outputs.Length / samples;
        var sum = 0.0;
        for (var sample = 0; sample < samples; sample++)
        {
            var logits = outputs.AsSpan(sample * classes, classes);
            var into = derivative.AsSpan(sample * classes, classes);
            var target = (int)targets[sample];
            sum += pass.Round(pass.Round(SoftmaxFunction.LogSumExp(logits)) - logits[target]);
            SoftmaxFunction.Apply(logits, into);
            for (var i = 0; i < classes; i++)
            {
                into[i] = pass.Round(pass.Round(into[i]) - (i == target ? 1 : 0)) / samples;
            }
        }

        return sum / samples;
    }
}
