using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Once warm, prediction and training allocate nothing; and the same seed gives the same trained bits.</summary>
public sealed class AllocationTests
{
    private const int Samples = 37;

    [Fact]
    public void LanesForm_AllocatesNothing() => Check(new TinyClassifier(seed: 1));

    [Fact]
    public void TilesForm_AllocatesNothing() => Check(new TiledClassifier(seed: 1));

    [Fact]
    public void SameSeed_TrainsToTheSameBits()
    {
        Assert.Equal(Trained(new TinyClassifier(seed: 3)), Trained(new TinyClassifier(seed: 3)));
        Assert.Equal(Trained(new TiledClassifier(seed: 3)), Trained(new TiledClassifier(seed: 3)));
        Assert.NotEqual(Trained(new TinyClassifier(seed: 3)), Trained(new TinyClassifier(seed: 4)));
    }

    private static void Check<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork, int>
    {
        var (inputs, targets) = Data<TNetwork>();
        var outputs = new float[Samples * TNetwork.OutputSize];
        var gradients = new float[TNetwork.ParameterCount];
        var inputGradients = new float[inputs.Length];
        var optimizer = new Adam();
        void Run()
        {
            network.Predict(inputs, outputs);
            network.ComputeGradients(inputs, targets, gradients);
            network.ComputeGradients(inputs, targets, gradients, inputGradients);
            network.TrainStep(inputs, targets, optimizer);
        }

        Run();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 10; run++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Trained<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork, int>
    {
        var (inputs, targets) = Data<TNetwork>();
        var optimizer = new Adam();
        for (var step = 0; step < 20; step++)
        {
            network.TrainStep(inputs, targets, optimizer);
        }

        return network.Parameters.ToArray();
    }

    private static (float[] Inputs, int[] Targets) Data<TNetwork>()
        where TNetwork : class, INetwork<TNetwork, int>
    {
        var random = new Random(5);
        return (
            [.. Enumerable.Range(0, Samples * TNetwork.InputSize).Select(_ => random.NextSingle())],
            [.. Enumerable.Range(0, Samples).Select(_ => random.Next(TNetwork.OutputSize))]);
    }
}
