using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Kernels of layers allocate nothing.</summary>
public sealed class AllocationTests
{
    private const int Samples = 37;
    private const int Columns = 41;
    private const int Stride = 48;
    private const float Epsilon = 1e-5f;

    private readonly float[] _x = new float[Samples * Stride * 2];
    private readonly float[] _y = new float[Samples * Stride * 2];
    private readonly float[] _dy = new float[Samples * Stride * 2];
    private readonly float[] _dx = new float[Samples * Stride * 2];
    private readonly float[] _mask = new float[Samples * Stride];
    private readonly float[] _statistics = new float[16 * Stride];
    private readonly float[] _batch = new float[2 * Columns];
    private readonly float[] _gamma = new float[Columns];
    private readonly float[] _beta = new float[Columns];
    private readonly float[] _dGamma = new float[16 * Columns];
    private readonly float[] _dBeta = new float[16 * Columns];

    [Fact]
    public void NothingIsAllocated()
    {
        Run();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 10; run++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Run()
    {
        Rows();
        Lanes();
        BatchNormalization.Scale(ref _gamma[0], ref _beta[0], ref _gamma[0], ref _beta[0], ref _statistics[0], ref _statistics[Stride], Columns, Epsilon);
        BatchNormalization.UpdateRunning(_gamma, _beta, 0.1f);
        RowKernels.AddRows(ref _x[0], Stride, ref _dy[0], Stride, ref _dx[0], Stride, Samples, Columns);
    }

    private void Rows()
    {
        ref var statistics = ref _statistics[0];
        LayerNormalization.Forward(ref _x[0], Stride, ref _gamma[0], ref _beta[0], ref _y[0], Stride, ref statistics, Samples, Columns, Epsilon);
        LayerNormalization.Predict(ref _x[0], Stride, ref _gamma[0], ref _beta[0], ref _y[0], Stride, Samples, Columns, Epsilon);
        LayerNormalization.Backward(
            ref _x[0], Stride, ref statistics, ref _gamma[0], ref _dy[0], Stride, ref _dx[0], Stride, ref _dGamma[0], ref _dBeta[0], Samples, Columns, true);
        RmsNormalization.Forward(ref _x[0], Stride, ref _gamma[0], ref _y[0], Stride, ref statistics, Samples, Columns, Epsilon);
        RmsNormalization.Predict(ref _x[0], Stride, ref _gamma[0], ref _y[0], Stride, Samples, Columns, Epsilon);
        RmsNormalization.Backward(
            ref _x[0], Stride, ref statistics, ref _gamma[0], ref _dy[0], Stride, ref _dx[0], Stride, ref _dGamma[0], Samples, Columns, accumulate: true);
        BatchNormalization.Forward(
            ref _x[0], Stride, ref _gamma[0], ref _beta[0], ref _y[0], Stride, ref statistics, ref _batch[0], Samples, Columns, Epsilon);
        BatchNormalization.Backward(
            ref _x[0], Stride, ref statistics, ref _gamma[0], ref _dy[0], Stride, ref _dx[0], Stride, ref _dGamma[0], ref _dBeta[0], Samples, Columns);
        BatchNormalization.Predict(ref _x[0], Stride, ref _gamma[0], ref _beta[0], ref _y[0], Stride, Samples, Columns);
        var step = new StepContext(1, 2);
        Dropout.Forward(step, 3, 0, Samples, 1, Columns, Stride, Stride, 0.5, 2, 0, 0, ref _x[0], ref _y[0], ref _mask[0]);
        Dropout.Backward(ref _dy[0], ref _mask[0], ref _dx[0], Samples, Stride, 2);
        GaussianNoise.Add(step, 3, 0, Samples, 1, Columns, Stride, Stride, 0.1f, ref _x[0], ref _y[0]);
    }

    private void Lanes()
    {
        var groups = (nuint)((Samples + LaneBatch.Widest - 1) / LaneBatch.Widest);
        ref var statistics = ref _statistics[0];
        LayerNormalization.ForwardLanes(ref _x[0], ref _gamma[0], ref _beta[0], ref _y[0], ref statistics, groups, Columns, Epsilon);
        LayerNormalization.PredictLanes(ref _x[0], ref _gamma[0], ref _beta[0], ref _y[0], groups, Columns, Epsilon);
        LayerNormalization.BackwardLanes(
            ref _x[0], ref statistics, ref _gamma[0], ref _dy[0], ref _dx[0], ref _dGamma[0], ref _dBeta[0], groups, Samples, Columns, accumulate: false);
        RmsNormalization.ForwardLanes(ref _x[0], ref _gamma[0], ref _y[0], ref statistics, groups, Columns, Epsilon);
        RmsNormalization.PredictLanes(ref _x[0], ref _gamma[0], ref _y[0], groups, Columns, Epsilon);
        RmsNormalization.BackwardLanes(
            ref _x[0], ref statistics, ref _gamma[0], ref _dy[0], ref _dx[0], ref _dGamma[0], groups, Samples, Columns, accumulate: false);
        BatchNormalization.ForwardLanes(
            ref _x[0], ref _gamma[0], ref _beta[0], ref _y[0], ref statistics, ref _batch[0], groups, Samples, Columns, Epsilon);
        BatchNormalization.BackwardLanes(
            ref _x[0], ref statistics, ref _gamma[0], ref _dy[0], ref _dx[0], ref _dGamma[0], ref _dBeta[0], groups, Samples, Columns);
        BatchNormalization.PredictLanes(ref _x[0], ref _gamma[0], ref _beta[0], ref _y[0], groups, Columns);
        var step = new StepContext(1, 2);
        Dropout.ForwardLanes(step, 3, 0, Samples, groups, Columns, 0.5, 2, 0, 0, ref _x[0], ref _y[0], ref _mask[0]);
        Dropout.BackwardLanes(ref _dy[0], ref _mask[0], ref _dx[0], groups, Columns, 2);
        GaussianNoise.AddLanes(step, 3, 0, Samples, groups, Columns, 0.1f, ref _x[0], ref _y[0]);
    }
}
