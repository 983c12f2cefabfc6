using BenchmarkDotNet.Attributes;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Micro;

/// <summary>One update of as many parameters as W9 has.</summary>
[MemoryDiagnoser]
public class OptimizerBenchmarks
{
    private const int Parameters = 1_051_210;
    private const float LearningRate = 1e-5f;

    private readonly AlignedBuffer parameters = new(Parameters);
    private readonly AlignedBuffer gradients = new(Parameters);
    private Optimizer optimizer = null!;

    /// <summary>Which optimizer.</summary>
    [Params("Sgd", "SgdMomentum", "Adagrad", "RmsProp", "Adam", "AdamW", "Nadam", "Adamax", "RAdam")]
    public string Rule { get; set; } = "";

    /// <summary>Gradients of about 0.01, and a first step, which allocates what the optimizer remembers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        foreach (ref var gradient in gradients.Span)
        {
            gradient = (float)((random.NextDouble() - 0.5) / 25);
        }

        optimizer = Rule switch
        {
            "Sgd" => new Sgd(LearningRate),
            "SgdMomentum" => new Sgd(LearningRate) { Momentum = 0.9 },
            "Adagrad" => new Adagrad(LearningRate),
            "RmsProp" => new RmsProp(LearningRate),
            "Adam" => new Adam(LearningRate),
            "AdamW" => new AdamW(LearningRate),
            "Nadam" => new Nadam(LearningRate),
            "Adamax" => new Adamax(LearningRate),
            "RAdam" => new RAdam(LearningRate),
            _ => throw new InvalidOperationException($"There is no optimizer {Rule}."),
        };
        Step();
    }

    /// <summary>The pass.</summary>
    [Benchmark]
    public void Step() => optimizer.Step(parameters.Span, gradients.Span);
}
