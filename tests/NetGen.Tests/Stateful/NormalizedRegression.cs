using System.Collections.Immutable;
using NetGen.Numerics;

namespace NetGen.Tests.Stateful;

/// <summary>
/// Two inputs, one output, written out by hand: each input is normalized over the batch, dropped at random by a hash of what a mask may depend on, and weighted.
/// The state is the running means, then the running variances.
/// </summary>
internal sealed class NormalizedRegression : INetwork<NormalizedRegression, float>
{
    public const float Momentum = .25f;
    private const int Inputs = 2;

    private readonly float[] parameters = new float[3];
    private readonly float[] state = new float[2 * Inputs];
    private readonly float[] kept = new float[2 * Inputs];
    private readonly List<StepContext> seen = [];
    private readonly List<int> batches = [];
    private bool isKept;

    public static string Name => nameof(NormalizedRegression);

    public static int InputSize => Inputs;

    public static int OutputSize => 1;

    public static int TargetSize => 1;

    public static int ParameterCount => 3;

    public static int StateCount => 2 * Inputs;

    public static int MinimumBatchSize => 2;

    /// <summary>More than there are: every batch of two shares or more is worth being split over threads.</summary>
    public static long MultiplyAdds => 1 << 20;

    public static InputInfo Input { get; } = new([Inputs], Scale: 1, Shift: 0);

    public static LossInfo Loss { get; } = new("MeanSquaredError", NetworkTask.Regression);

    public static ImmutableArray<LayerInfo> Layers { get; } =
    [
        new("BatchNormalization1", "BatchNormalization", "Identity", [Inputs], [Inputs], 0, 0, ""),
        new("Dense1", "Dense", "Identity", [Inputs], [1], 0, 3, "Ones"),
    ];

    public static ImmutableArray<TensorInfo> Tensors { get; } =
    [
        new("Dense1.weight", [1, Inputs], 0, IsTransposed: true),
        new("Dense1.bias", [1], Inputs, IsTransposed: false),
        new("BatchNormalization1.running_mean", [Inputs], 0, IsTransposed: false, TensorRole.State),
        new("BatchNormalization1.running_var", [Inputs], Inputs, IsTransposed: false, TensorRole.State),
    ];

    public static string Architecture => "2 > BatchNormalization1 > Dense1 1";

    public static string Fingerprint => "57a7e";

    public static string Summary => Architecture;

    public Span<float> Parameters => parameters;

    public Span<float> State => state;

    public ulong Seed { get; set; }

    public long Step { get; set; }

    /// <summary>What each pass of training was given, by step and place in the batch.</summary>
    public StepContext[] Seen => [.. seen.OrderBy(static context => context.Step).ThenBy(static context => context.FirstSample)];

    /// <summary>Samples of each pass of training, in order where one thread calls.</summary>
    public IReadOnlyList<int> Batches => batches;

    public static NormalizedRegression Create(ulong seed)
    {
        var network = new NormalizedRegression();
        network.Initialize(seed);
        return network;
    }

    public void Initialize(ulong seed)
    {
        float[] start = [.5f, -.25f, 0];
        start.CopyTo(parameters, 0);
        state.AsSpan(0, Inputs).Clear();
        state.AsSpan(Inputs).Fill(1);
        (Seed, Step) = (seed, 0);
    }

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (var sample = 0; sample < outputs.Length; sample++)
        {
            outputs[sample] = parameters[Inputs];
            for (var i = 0; i < Inputs; i++)
            {
                outputs[sample] += parameters[i] * (inputs[(sample * Inputs) + i] - state[i]) / MathF.Sqrt(state[Inputs + i] + 1e-5f);
            }
        }
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        var outputs = new float[targets.Length];
        Predict(inputs, outputs);
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            sum += Math.Pow(outputs[i] - targets[i], 2);
        }

        return (float)(sum / outputs.Length);
    }

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients) =>
        ComputeGradients(inputs, targets, gradients, new StepContext(Seed, Step));

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, Span<float> inputGradients) =>
        throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, in StepContext step, Span<float> statistics = default)
    {
        var samples = Check.Batch(inputs, targets, gradients, Inputs, 1, ParameterCount, Name);
        Check.MinimumBatch(samples, MinimumBatchSize, Name);
        Record(step, samples);
        var keeps = statistics.IsEmpty;
        var batch = keeps ? kept : statistics;
        Measure(inputs, samples, batch);
        gradients.Clear();
        var loss = 0f;
        Span<float> normal = stackalloc float[Inputs];
        for (var sample = 0; sample < samples; sample++)
        {
            var y = parameters[Inputs];
            for (var i = 0; i < Inputs; i++)
            {
                var isKeptInput = IsKept(step, sample, i);
                normal[i] = isKeptInput ? (inputs[(sample * Inputs) + i] - batch[i]) / MathF.Sqrt(batch[Inputs + i] + 1e-5f) : 0;
                y += parameters[i] * normal[i];
            }

            var error = y - targets[sample];
            loss += error * error / samples;
            gradients[Inputs] += 2 * error / samples;
            for (var i = 0; i < Inputs; i++)
            {
                gradients[i] += 2 * error * normal[i] / samples;
            }
        }

        isKept |= keeps;
        return loss;
    }

    public void UpdateState(ReadOnlySpan<float> statistics)
    {
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = ((1 - Momentum) * state[i]) + (Momentum * statistics[i]);
        }
    }

    public void Update(ReadOnlySpan<float> gradients, Optimizer optimizer)
    {
        optimizer.Step(Parameters, gradients);
        if (isKept)
        {
            UpdateState(kept);
            isKept = false;
        }

        Step++;
    }

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Optimizer optimizer)
    {
        Span<float> gradients = stackalloc float[ParameterCount];
        var loss = ComputeGradients(inputs, targets, gradients);
        Update(gradients, optimizer);
        return loss;
    }

    private static bool IsKept(in StepContext step, int sample, int element)
    {
        var hash = unchecked(((step.Seed * 31) + (ulong)step.Step) * 31 + (ulong)(step.FirstSample + sample)) * 31 + (ulong)element;
        return (hash * 0x9E3779B97F4A7C15UL >> 60) != 0;
    }

    private static void Measure(ReadOnlySpan<float> inputs, int samples, Span<float> statistics)
    {
        statistics.Clear();
        for (var place = 0; place < inputs.Length; place++)
        {
            statistics[place % Inputs] += inputs[place] / samples;
        }

        for (var place = 0; place < inputs.Length; place++)
        {
            var distance = inputs[place] - statistics[place % Inputs];
            statistics[Inputs + (place % Inputs)] += distance * distance / (samples - 1);
        }
    }

    private void Record(in StepContext step, int samples)
    {
        lock (seen)
        {
            seen.Add(step);
            batches.Add(samples);
        }
    }
}
