using System.Collections.Immutable;
using NetGen.Numerics;

namespace NetGen.Tests.Training;

/// <summary>Four inputs, three classes, one layer, written out by hand; weights are stored [inputs][units], as emitted networks have them.</summary>
internal sealed class SoftmaxRegression : INetwork<SoftmaxRegression, int>
{
    private readonly float[] parameters = new float[15];

    public static string Name => nameof(SoftmaxRegression);

    public static int InputSize => 4;

    public static int OutputSize => 3;

    public static int TargetSize => 1;

    public static int ParameterCount => 15;

    /// <summary>More than there are, so that every batch of two shares or more is worth being split over threads.</summary>
    public static long MultiplyAdds => 1 << 20;

    public static InputInfo Input { get; } = new([4], Scale: 1, Shift: 0);

    public static LossInfo Loss { get; } = new("SoftmaxCrossEntropy", NetworkTask.Classification);

    public static ImmutableArray<LayerInfo> Layers { get; } = [new("Dense1", "Dense", "Identity", [4], [3], 0, 15, "Uniform(-0.5, 0.5)")];

    public static ImmutableArray<TensorInfo> Tensors { get; } =
        [new("Dense1.weight", [3, 4], 0, IsTransposed: true), new("Dense1.bias", [3], 12, IsTransposed: false)];

    public static string Architecture => "4 -> Dense(3)";

    public static string Fingerprint => "5a17";

    public static string Summary => Architecture;

    public static void Activate(int layer, ReadOnlySpan<float> z, Span<float> a) => z.CopyTo(a);

    public Span<float> Parameters => parameters;

    public ulong Seed { get; set; }

    public long Step { get; set; }

    /// <summary>What every pass calls first; a test may throw or count here.</summary>
    public Action? OnGradients { get; set; }

    public static SoftmaxRegression Create(ulong seed)
    {
        var network = new SoftmaxRegression();
        network.Initialize(seed);
        return network;
    }

    public void Initialize(ulong seed)
    {
        var random = new NetGen.Data.SplitMix64(seed, 1);
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = random.NextBelow(1000) / 1000f - .5f;
        }
    }

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        Check.Length(outputs.Length, inputs.Length / 4 * 3, nameof(outputs), Name);
        for (var sample = 0; sample < inputs.Length / 4; sample++)
        {
            for (var unit = 0; unit < 3; unit++)
            {
                var z = parameters[12 + unit];
                for (var input = 0; input < 4; input++)
                {
                    z += inputs[sample * 4 + input] * parameters[input * 3 + unit];
                }

                outputs[sample * 3 + unit] = z;
            }
        }
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets)
    {
        Span<float> gradients = stackalloc float[15];
        return Pass(inputs, targets, gradients);
    }

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Span<float> gradients)
    {
        OnGradients?.Invoke();
        return Pass(inputs, targets, gradients);
    }

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Span<float> gradients, Span<float> inputGradients) =>
        throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Span<float> gradients, in StepContext step, Span<float> statistics = default) =>
        ComputeGradients(inputs, targets, gradients);

    public void Update(ReadOnlySpan<float> gradients, Optimizer optimizer) => throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Optimizer optimizer) => throw new NotSupportedException();

    private float Pass(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Span<float> gradients)
    {
        var samples = Check.Batch(inputs.Length, 4, Name);
        Check.Length(targets.Length, samples, nameof(targets), Name);
        gradients.Clear();
        Span<float> z = stackalloc float[3];
        var loss = 0.0;
        for (var sample = 0; sample < samples; sample++)
        {
            var x = inputs.Slice(sample * 4, 4);
            Predict(x, z);
            var largest = Math.Max(z[0], Math.Max(z[1], z[2]));
            var total = Math.Exp(z[0] - largest) + Math.Exp(z[1] - largest) + Math.Exp(z[2] - largest);
            loss += Math.Log(total) + largest - z[targets[sample]];
            for (var unit = 0; unit < 3; unit++)
            {
                var dz = (float)((Math.Exp(z[unit] - largest) / total - (unit == targets[sample] ? 1 : 0)) / samples);
                gradients[12 + unit] += dz;
                for (var input = 0; input < 4; input++)
                {
                    gradients[input * 3 + unit] += dz * x[input];
                }
            }
        }

        return (float)(loss / samples);
    }
}
