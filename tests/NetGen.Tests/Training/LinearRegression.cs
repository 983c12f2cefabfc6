using System.Collections.Immutable;
using NetGen.Numerics;

namespace NetGen.Tests.Training;

/// <summary>
/// Three inputs, two outputs, mean squared error, written out by hand; each output is a layer of its own in what it tells of itself, so that there is a
/// first and a second one.
/// </summary>
internal sealed class LinearRegression : INetwork<LinearRegression, float>
{
    private readonly float[] parameters = new float[8];

    public static string Name => nameof(LinearRegression);

    public static int InputSize => 3;

    public static int OutputSize => 2;

    public static int TargetSize => 2;

    public static int ParameterCount => 8;

    /// <summary>More than there are, so that every batch of two shares or more is worth being split over threads.</summary>
    public static long MultiplyAdds => 1 << 20;

    public static InputInfo Input { get; } = new([3], Scale: 1, Shift: 0);

    public static LossInfo Loss { get; } = new("MeanSquaredError", NetworkTask.Regression);

    public static ImmutableArray<LayerInfo> Layers { get; } =
    [
        new("Left", "Dense", "Identity", [3], [1], 0, 4, "Zeros"),
        new("Right", "Dense", "Identity", [3], [1], 4, 4, "Zeros"),
    ];

    public static ImmutableArray<TensorInfo> Tensors { get; } =
    [
        new("Left.weight", [1, 3], 0, IsTransposed: false),
        new("Left.bias", [1], 3, IsTransposed: false),
        new("Right.weight", [1, 3], 4, IsTransposed: false),
        new("Right.bias", [1], 7, IsTransposed: false),
    ];

    public static string Architecture => "3 -> two Dense(1)";

    public static string Fingerprint => "11ea";

    public static string Summary => Architecture;

    public static void Activate(int layer, ReadOnlySpan<float> z, Span<float> a) => z.CopyTo(a);

    public Span<float> Parameters => parameters;

    public ulong Seed { get; set; }

    public long Step { get; set; }

    public static LinearRegression Create(ulong seed) => new();

    public void Initialize(ulong seed) => Array.Clear(parameters);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (var sample = 0; sample < inputs.Length / 3; sample++)
        {
            for (var output = 0; output < 2; output++)
            {
                var w = parameters.AsSpan(output * 4, 4);
                var x = inputs.Slice(sample * 3, 3);
                outputs[sample * 2 + output] = w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + w[3];
            }
        }
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        Span<float> gradients = stackalloc float[8];
        return ComputeGradients(inputs, targets, gradients);
    }

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients)
    {
        var samples = Check.Batch(inputs.Length, 3, Name);
        Check.Length(targets.Length, samples * 2, nameof(targets), Name);
        gradients.Clear();
        Span<float> y = stackalloc float[2];
        var loss = 0f;
        for (var sample = 0; sample < samples; sample++)
        {
            var x = inputs.Slice(sample * 3, 3);
            Predict(x, y);
            for (var output = 0; output < 2; output++)
            {
                var error = y[output] - targets[sample * 2 + output];
                loss += error * error / (samples * 2);
                for (var input = 0; input < 4; input++)
                {
                    gradients[output * 4 + input] += error / samples * (input < 3 ? x[input] : 1);
                }
            }
        }

        return loss;
    }

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, Span<float> inputGradients) =>
        throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, in StepContext step, Span<float> statistics = default) =>
        ComputeGradients(inputs, targets, gradients);

    public void Update(ReadOnlySpan<float> gradients, Optimizer optimizer) => throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Optimizer optimizer) => throw new NotSupportedException();
}
