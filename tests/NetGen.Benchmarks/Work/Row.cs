using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Work;

/// <summary>What was measured of one work; kept in the results' files.</summary>
internal sealed record Row
{
    /// <summary>Its identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    public required string Title { get; init; }

    /// <summary>Floating-point operations a step by the convention of the report; null where the work is no arithmetic.</summary>
    public double? Flops { get; init; }

    /// <summary>Our time.</summary>
    public Timing? Ours { get; init; }

    /// <summary>TorchSharp's.</summary>
    public Timing? Torch { get; init; }

    /// <summary>ONNX Runtime's.</summary>
    public Timing? Onnx { get; init; }

    /// <summary>Whether each peer was to take part; where it was and has no time, its column says why.</summary>
    public bool ComparesTorch { get; init; }

    /// <summary>The same of ONNX Runtime.</summary>
    public bool ComparesOnnx { get; init; }

    /// <summary>The peak of one core measured around this row, in GFLOP/s.</summary>
    public double? PeakGflops { get; init; }

    /// <summary>What a step of ours allocated.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>Whether both sides computed the same.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>What else is worth saying, from this very run.</summary>
    public string? Note { get; init; }

    /// <summary>What was to be reached, and whether it was.</summary>
    public IReadOnlyList<TargetResult> Targets { get; init; } = [];
}
