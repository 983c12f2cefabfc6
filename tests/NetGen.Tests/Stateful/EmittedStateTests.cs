using Xunit;

namespace NetGen.Tests.Stateful;

/// <summary>Seed, step and state of emitted networks.</summary>
public sealed class EmittedStateTests : IDisposable
{
    private const int Samples = 21;

    private readonly string folder = Directory.CreateTempSubdirectory("state").FullName;
    private readonly float[] inputs;
    private readonly int[] targets;

    public EmittedStateTests()
    {
        var random = new Random(5);
        inputs = [.. Enumerable.Range(0, Samples * StatefulClassifier.InputSize).Select(_ => (random.NextSingle() * 2) - 1)];
        targets = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(3))];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ANewNetwork_HasItsSeed_StepZero_AndUnitVariances()
    {
        var network = new StatefulClassifier(seed: 42);
        Assert.Equal(42UL, network.Seed);
        Assert.Equal(0, network.Step);
        Assert.Equal(48, StatefulClassifier.StateCount);
        Assert.Equal(48, network.State.Length);
        foreach (var tensor in StatefulClassifier.Tensors.Where(static tensor => tensor.Role == TensorRole.State))
        {
            Assert.All(Read(network, tensor.Name), value => Assert.Equal(tensor.Name.EndsWith("running_var", StringComparison.Ordinal) ? 1 : 0, value));
        }
    }

    [Fact]
    public void Gradients_FollowFromSeedAndStep_AndChangeNeitherStepNorState()
    {
        var network = new StatefulClassifier(seed: 1);
        var first = Gradients(network);
        Assert.Equal(first, Gradients(network));
        Assert.Equal(0, network.Step);
        Assert.Equal(new StatefulClassifier(seed: 1).State, network.State);

        network.Step = 5;
        var fifth = Gradients(network);
        Assert.NotEqual(first, fifth);
        Assert.Equal(fifth, Gradients(network, new StepContext(1, 5)));
        network.Seed = 2;
        Assert.NotEqual(fifth, Gradients(network));
        Assert.Equal(first, Gradients(network, new StepContext(1, 0)));
    }

    [Fact]
    public void InputGradients_AreThoseOfTheSameStep()
    {
        var network = new StatefulClassifier(seed: 1) { Step = 3 };
        var (gradients, inputGradients) = (new float[StatefulClassifier.ParameterCount], new float[inputs.Length]);
        network.ComputeGradients(inputs, targets, gradients, inputGradients);
        Assert.Equal(Gradients(network), gradients);
        Assert.Contains(inputGradients, static value => value != 0);
        Assert.Throws<ShapeMismatchException>(() => network.ComputeGradients(inputs, targets, gradients, new float[inputs.Length - 1]));
        Assert.Throws<ShapeMismatchException>(() => network.ComputeGradients(inputs, targets, gradients, new float[0]));
    }

    [Fact]
    public void Statistics_AreTheBatchsMeanAndUnbiasedVariance()
    {
        var network = new StatefulClassifier(seed: 1);
        var statistics = new float[48];
        network.ComputeGradients(inputs, targets, new float[StatefulClassifier.ParameterCount], new StepContext(1, 0), statistics);
        var layer = network.Dense1;
        for (var unit = 0; unit < 8; unit++)
        {
            var z = new double[Samples];
            for (var sample = 0; sample < Samples; sample++)
            {
                z[sample] = layer.Biases[unit];
                for (var input = 0; input < 6; input++)
                {
                    z[sample] += (double)layer.Weights[unit, input] * inputs[(sample * 6) + input];
                }
            }

            var mean = z.Average();
            Assert.Equal(mean, statistics[unit], 1e-5);
            Assert.Equal(z.Sum(value => (value - mean) * (value - mean)) / (Samples - 1), statistics[8 + unit], 1e-5);
        }

        Assert.Throws<ShapeMismatchException>(() => network.ComputeGradients(inputs, targets, new float[StatefulClassifier.ParameterCount], default(StepContext), new float[47]));
    }

    [Fact]
    public void TrainStep_IsGradientsThenUpdate()
    {
        var (whole, parts) = (new StatefulClassifier(seed: 1), new StatefulClassifier(seed: 1));
        var (first, second) = (new Adam(), new Adam());
        for (var step = 0; step < 3; step++)
        {
            whole.TrainStep(inputs, targets, first);
            parts.Update(Gradients(parts), second);
        }

        Assert.Equal(3, parts.Step);
        Assert.Equal(whole.Step, parts.Step);
        Assert.Equal(whole.Parameters, parts.Parameters);
        Assert.Equal(whole.State, parts.State);
    }

    [Fact]
    public void Update_FoldsTheLastBatchOnce_WithEachLayersMomentum()
    {
        var network = new StatefulClassifier(seed: 1);
        var statistics = new float[48];
        var gradients = new float[StatefulClassifier.ParameterCount];
        network.ComputeGradients(inputs, targets, gradients, new StepContext(1, 0), statistics);
        network.Update(gradients, new Sgd(0));
        Assert.Equal(new StatefulClassifier(seed: 1).State, network.State);

        network.ComputeGradients(inputs, targets, gradients);
        network.Update(gradients, new Sgd(0));
        var expected = new StatefulClassifier(seed: 1).State.ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            var momentum = i < 16 ? .5f : .1f;
            expected[i] = ((1 - momentum) * expected[i]) + (momentum * statistics[i]);
        }

        // The second step drew other masks: only what comes before them is the same.
        Assert.Equal(expected.AsSpan(0, 16), network.State[..16]);
        var after = network.State.ToArray();
        network.Update(gradients, new Sgd(0));
        Assert.Equal(after, network.State);
        Assert.Equal(3, network.Step);
    }

    [Fact]
    public void UpdateState_TakesExactlyItsStatistics()
    {
        var network = new StatefulClassifier(seed: 1);
        Assert.Throws<ShapeMismatchException>(() => network.UpdateState(new float[47]));
        network.UpdateState(new float[48]);
        Assert.Equal(.5f, network.BatchNormalization1.RunningVariances[0]);
    }

    [Fact]
    public void ABatchOfOne_IsRefusedInTraining_AndPredicted()
    {
        var network = new StatefulClassifier(seed: 1);
        var exception = Assert.Throws<ArgumentException>(() => network.TrainStep(inputs.AsSpan(0, 6), targets.AsSpan(0, 1), new Adam()));
        Assert.Contains("StatefulClassifier: a batch of 1 cannot be trained on", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, network.Step);
        network.Predict(inputs.AsSpan(0, 6), new float[3]);
    }

    [Fact]
    public void Initialize_MakesTheNetworkNew()
    {
        var network = new StatefulClassifier(seed: 1);
        network.TrainStep(inputs, targets, new Adam());
        network.Initialize(7);
        var expected = new StatefulClassifier(seed: 7);
        Assert.Equal(expected.Parameters, network.Parameters);
        Assert.Equal(expected.State, network.State);
        Assert.Equal((expected.Seed, expected.Step), (network.Seed, network.Step));
    }

    [Fact]
    public void AFile_HoldsTheState()
    {
        var network = new StatefulClassifier(seed: 1);
        network.TrainStep(inputs, targets, new Adam());
        network.Save(Path.Combine(folder, "net.safetensors"));
        var loaded = new StatefulClassifier(seed: 2);
        loaded.Load(Path.Combine(folder, "net.safetensors"));
        Assert.Equal(network.Parameters, loaded.Parameters);
        Assert.Equal(network.State, loaded.State);
        var (expected, actual) = (new float[Samples * 3], new float[Samples * 3]);
        network.Predict(inputs, expected);
        loaded.Predict(inputs, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void LayersOfBlocks_AreReachedThroughTheirBlock()
    {
        var network = new StatefulClassifier(seed: 1);
        network.Body2.Dense1.Weights[3, 2] = 123;
        network.Body1.BatchNormalization1.RunningMeans[1] = 45;
        network.Body2.LayerNormalization1.Biases[0] = 6;
        Assert.Equal(123, Read(network, "Body2.Dense1.weight")[(3 * 8) + 2]);
        Assert.Equal(45, Read(network, "Body1.BatchNormalization1.running_mean")[1]);
        Assert.Equal(6, Read(network, "Body2.LayerNormalization1.bias")[0]);
        Assert.Equal(0, Read(network, "Body1.LayerNormalization1.bias")[0]);
        Assert.True(network.Body1.LayerNormalization1.RunningMeans.IsEmpty);
    }

    [Fact]
    public void WithoutState_NoiseIsDrawnByStep_AndPredictionKnowsNothingOfIt()
    {
        var network = new NoisyRegression(seed: 1);
        float[] x = [.. inputs.Take(20)], y = new float[8];
        var (first, again, next) = (new float[NoisyRegression.ParameterCount], new float[NoisyRegression.ParameterCount], new float[NoisyRegression.ParameterCount]);
        network.ComputeGradients(x, y, first);
        network.ComputeGradients(x, y, again);
        Assert.Equal(first, again);
        network.ComputeGradients(x, y, next, new StepContext(1, 1));
        Assert.NotEqual(first, next);
        network.Update(first, new Sgd(0));
        network.ComputeGradients(x, y, again);
        Assert.Equal(next, again);
        Assert.Equal(0, NoisyRegression.StateCount);
        Assert.True(network.State.IsEmpty);
        var loss = network.ComputeLoss(x, y);
        network.Step = 9;
        Assert.Equal(loss, network.ComputeLoss(x, y));
    }

    [Fact]
    public void StepsAndPrediction_AllocateNothing()
    {
        var (network, optimizer, outputs) = (new StatefulClassifier(seed: 1), new Adam(), new float[Samples * 3]);
        Run();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 10; run++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            network.TrainStep(inputs, targets, optimizer);
            network.Predict(inputs, outputs);
            network.Classify(StatefulClassifier.Input.From(inputs.AsSpan(0, 6)));
        }
    }

    [Fact]
    public void StepsOfTheTrainer_AllocateNothing()
    {
        var (network, optimizer) = (new StatefulClassifier(seed: 1), new Adam());
        using var trainer = new ParallelTrainer<StatefulClassifier, int>(network, workers: 2, processors: 1);
        trainer.TrainStep(inputs, targets, optimizer);
        trainer.TrainStep(inputs, targets, optimizer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 10; step++)
        {
            trainer.TrainStep(inputs, targets, optimizer);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Read(StatefulClassifier network, string name)
    {
        var values = new float[StatefulClassifier.Tensors.Single(tensor => tensor.Name == name).Length];
        network.GetTensor(name, values);
        return values;
    }

    private float[] Gradients(StatefulClassifier network, StepContext? step = null)
    {
        var gradients = new float[StatefulClassifier.ParameterCount];
        if (step is { } context)
        {
            network.ComputeGradients(inputs, targets, gradients, context);
        }
        else
        {
            network.ComputeGradients(inputs, targets, gradients);
        }

        return gradients;
    }
}
