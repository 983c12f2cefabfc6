using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>Prediction of one batch.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class PredictionWork<TNetwork, TTarget> : BenchmarkWork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private const ulong Seed = 1;

    /// <summary>Samples at once.</summary>
    public required int Batch { get; init; }

    /// <summary>Our predictions.</summary>
    public required PredictionLoop<TNetwork> Loop { get; init; }

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var inputs = BatchData.Inputs(Batch, TNetwork.InputSize);
        var outputs = new float[Batch * TNetwork.OutputSize];
        var network = TNetwork.Create(Seed);
        var model = PeerModel.Of<TNetwork, TTarget>(network);
        using var torch = TorchLibrary.Problem is null ? new TorchNetwork(model, inputs, targets: null, optimizer: null) : null;
        using var onnx = OnnxLibrary.Problem is null ? new OnnxNetwork(model, inputs) : null;

        List<Contestant> contestants = [new("ours", Predict)];
        if (torch is not null)
        {
            contestants.Add(new("libtorch", torch.Predict));
        }

        if (onnx is not null)
        {
            contestants.Add(new("ONNX Runtime", onnx.Predict));
        }

        var result = PairedRunner.Run(contestants, effort);
        return Judge(
            new Row
            {
                Id = Id,
                Title = Title,
                Flops = 2 * BatchData.MultiplyAdds<TNetwork, TTarget>() * Batch,
                Ours = result.Timings[0],
                Torch = torch is null ? null : result.Timings[1],
                Onnx = onnx is null ? null : result.Timings[^1],
                ComparesTorch = true,
                ComparesOnnx = true,
                PeakGflops = result.PeakGflops,
                AllocatedBytes = result.AllocatedBytes,
                Agreement = onnx is not null ? Compare(outputs, onnx.Outputs) : torch is not null ? Compare(outputs, torch.Outputs()) : null,
            },
            machine);

        void Predict(int count)
        {
            Loop(network, inputs, outputs, count);
            Consumed.Take(outputs[^1]);
        }
    }

    private static Agreement Compare(float[] ours, float[] theirs)
    {
        var largest = theirs.Max(MathF.Abs);
        var difference = ours.Zip(theirs, static (mine, other) => MathF.Abs(mine - other)).Max();
        return new Agreement("largest output", null, ours.Max(MathF.Abs), largest, difference / largest);
    }
}
