using System.Collections.Immutable;
using System.Globalization;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>Finds where in a network the numbers stopped being finite, and says so.</summary>
internal static class Divergence
{
    /// <summary>The exception for a loss or a gradient that is not finite.</summary>
    /// <param name="what">What is not finite, with its value: <c>the loss is NaN</c>.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="epoch">Counted from 1.</param>
    /// <param name="step">Counted from 1.</param>
    /// <param name="layers">The network's layers.</param>
    /// <param name="tensors">The network's tensors.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="gradients">The gradients of the same step; empty where there are none.</param>
    /// <param name="options">The options of the run.</param>
    public static DivergedException Describe(
        string what,
        double loss,
        int epoch,
        long step,
        ImmutableArray<LayerInfo> layers,
        ImmutableArray<TensorInfo> tensors,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> gradients,
        FitOptions options)
    {
        var (layer, finding) = Locate(layers, tensors, parameters, gradients);
        var clipping = options.ClipNorm is { } norm ? Invariant($"a smaller FitOptions.ClipNorm (now {norm})") : "FitOptions.ClipNorm = 1";
        return new DivergedException(
            Invariant(
                $"Training diverged in epoch {epoch}, step {step}: {what}. {finding} Try a learning rate below {options.Optimizer.LearningRate}, {clipping}, or inputs scaled to about 1 (Standardizer)."),
            epoch,
            step,
            loss,
            layer);
    }

    private static (string? Layer, string Finding) Locate(
        ImmutableArray<LayerInfo> layers, ImmutableArray<TensorInfo> tensors, ReadOnlySpan<float> parameters, ReadOnlySpan<float> gradients)
    {
        if (FirstIn(layers, tensors, parameters) is { } parameter)
        {
            return (parameter.Layer, Invariant(
                $"{parameter.Layer} is the first layer whose parameters are no longer finite: an element of {parameter.Tensor} is {parameter.Value}, so the step before was too large."));
        }

        var (name, largest) = Largest(layers, parameters);
        var size = Invariant($"All parameters are finite; the largest is {largest:g4}, in {name}.");
        return FirstIn(layers, tensors, gradients) is { } gradient
            ? (gradient.Layer, Invariant(
                $"{size} {gradient.Layer} is the first layer whose gradients are not: one by an element of {gradient.Tensor} is {gradient.Value}."))
            : (null, $"{size} The gradients are finite too, so it is the outputs that left the range of single precision.");
    }

    private static (string Layer, string Tensor, float Value)? FirstIn(
        ImmutableArray<LayerInfo> layers, ImmutableArray<TensorInfo> tensors, ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        foreach (var layer in layers)
        {
            var index = FiniteScan.IndexOfNonFinite(values.Slice(layer.ParameterOffset, layer.ParameterCount));
            if (index >= 0)
            {
                var place = layer.ParameterOffset + index;
                var tensor = tensors.First(t => place >= t.Offset && place < t.Offset + t.Length);
                return (layer.Name, tensor.Name, values[place]);
            }
        }

        return null;
    }

    private static (string Layer, float Value) Largest(ImmutableArray<LayerInfo> layers, ReadOnlySpan<float> parameters)
    {
        var (name, largest) = ("", 0f);
        foreach (var layer in layers)
        {
            foreach (var value in parameters.Slice(layer.ParameterOffset, layer.ParameterCount))
            {
                if (name.Length == 0 || MathF.Abs(value) > MathF.Abs(largest))
                {
                    (name, largest) = (layer.Name, value);
                }
            }
        }

        return (name, largest);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
