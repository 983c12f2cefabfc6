using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Work;

namespace NetGen.Benchmarks.Report;

/// <summary>One kind of machine's part of the results, as it is kept between runs.</summary>
/// <param name="Machine">What was measured on.</param>
/// <param name="Torch">TorchSharp's version, or why it took no part.</param>
/// <param name="Onnx">The same of ONNX Runtime.</param>
/// <param name="PeakGflops">The median over all rows.</param>
/// <param name="Minutes">How long the run took.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Section(Machine Machine, string Torch, string Onnx, double PeakGflops, double Minutes, IReadOnlyList<Row> Rows);
