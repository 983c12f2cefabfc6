using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Work;

namespace NetGen.Benchmarks.Micro;

/// <summary>W3, W4 and W7.</summary>
[MemoryDiagnoser]
public class SmallNetworkBenchmarks
{
    private const int W3Samples = 200;

    private readonly TwoLayers twoLayers = new(1);
    private readonly float[] twoLayersInputs = BatchData.Inputs(W3Samples, TwoLayers.InputSize);
    private readonly float[] twoLayersTargets = BatchData.Targets<TwoLayers, float>(W3Samples);
    private readonly float[] twoLayersGradients = new float[TwoLayers.ParameterCount];

    private readonly Dense4 dense4 = new(1);
    private readonly Dense4.Input input4 = Dense4.Input.From(BatchData.Inputs(1, Dense4.InputSize));
    private readonly Dense16 dense16 = new(1);
    private readonly Dense16.Input input16 = Dense16.Input.From(BatchData.Inputs(1, Dense16.InputSize));
    private readonly Dense64 dense64 = new(1);
    private readonly Dense64.Input input64 = Dense64.Input.From(BatchData.Inputs(1, Dense64.InputSize));

    private readonly OneSample oneSample = new(1);
    private readonly Sgd optimizer = new(1e-5f);
    private readonly float[] sample = BatchData.Inputs(1, OneSample.InputSize);
    private readonly float[] target = BatchData.Targets<OneSample, float>(1);

    /// <summary>24-8-2, loss and gradient of 200 samples.</summary>
    [Benchmark]
    public float W3Gradients() => twoLayers.ComputeGradients(twoLayersInputs, twoLayersTargets, twoLayersGradients);

    /// <summary>Dense 4 x 4, typed sample.</summary>
    [Benchmark]
    public float W4Dense4() => dense4.Predict(in input4).AsReadOnlySpan()[0];

    /// <summary>Dense 16 x 16, typed sample.</summary>
    [Benchmark]
    public float W4Dense16() => dense16.Predict(in input16).AsReadOnlySpan()[0];

    /// <summary>Dense 64 x 64, typed sample.</summary>
    [Benchmark]
    public float W4Dense64() => dense64.Predict(in input64).AsReadOnlySpan()[0];

    /// <summary>4-32-16-4, step on one sample.</summary>
    [Benchmark]
    public float W7Step() => oneSample.TrainStep(sample, target, optimizer);
}
