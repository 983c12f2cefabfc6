using System.Runtime.InteropServices;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>
/// Rows without padding may be a user's memory, and parameters are as many floats as there are columns: nothing beyond them is touched. A read of what is then
/// discarded shows nowhere else than before a page that may not be read.
/// </summary>
public sealed class MemoryBoundsTests : IDisposable
{
    private const int Rows = 11;
    private const float Epsilon = 1e-5f;

    private readonly GuardedPage[] _pages = [];

    public MemoryBoundsTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pages are mapped by Linux's calls.");
        _pages = [.. Enumerable.Range(0, 10).Select(static _ => new GuardedPage())];
    }

    [Fact]
    public void RowKernels_TouchNothingBeyondTheirRows()
    {
        for (var columns = 1; columns <= 70; columns++)
        {
            var (n, stride) = (Rows * columns, (nuint)columns);
            ref var x = ref _pages[0].Last(n);
            ref var y = ref _pages[1].Last(n);
            ref var dy = ref _pages[2].Last(n);
            ref var dx = ref _pages[3].Last(n);
            ref var gamma = ref _pages[4].Last(columns);
            ref var beta = ref _pages[5].Last(columns);
            ref var dGamma = ref _pages[6].Last(columns);
            ref var dBeta = ref _pages[7].Last(columns);
            ref var rowStatistics = ref _pages[8].Last(2 * Rows);
            MemoryMarshal.CreateSpan(ref x, n).Fill(0.5f);
            LayerNormalization.Forward(ref x, stride, ref gamma, ref beta, ref y, stride, ref rowStatistics, Rows, columns, Epsilon);
            LayerNormalization.Backward(
                ref x, stride, ref rowStatistics, ref gamma, ref dy, stride, ref dx, stride, ref dGamma, ref dBeta, Rows, columns, accumulate: false);
            ref var inverses = ref _pages[8].Last(Rows);
            RmsNormalization.Forward(ref x, stride, ref gamma, ref y, stride, ref inverses, Rows, columns, Epsilon);
            RmsNormalization.Backward(
                ref x, stride, ref inverses, ref gamma, ref dy, stride, ref dx, stride, ref dGamma, Rows, columns, accumulate: true);
            ref var statistics = ref _pages[8].Last(2 * (int)BatchNormalization.Pad(columns));
            ref var batch = ref _pages[9].Last(2 * columns);
            BatchNormalization.Forward(
                ref x, stride, ref gamma, ref beta, ref y, stride, ref statistics, ref batch, Rows, columns, Epsilon);
            BatchNormalization.Backward(
                ref x, stride, ref statistics, ref gamma, ref dy, stride, ref dx, stride, ref dGamma, ref dBeta, Rows, columns);
            BatchNormalization.Predict(ref x, stride, ref gamma, ref beta, ref y, stride, Rows, columns);
            RowKernels.AddRows(ref x, stride, ref dy, stride, ref y, stride, Rows, columns);
            Assert.All(MemoryMarshal.CreateSpan(ref y, n).ToArray(), static value => Assert.Equal(0.5f, value));
        }
    }

    [Fact]
    public void RandomLayers_TouchNothingBeyondTheirRows()
    {
        var step = new StepContext(1, 2);
        for (var columns = 1; columns <= 70; columns++)
        {
            var padded = (columns + 15) / 16 * 16;
            ref var x = ref _pages[0].Last(Rows * columns);
            ref var y = ref _pages[1].Last(Rows * padded);
            ref var dx = ref _pages[2].Last(Rows * padded);

            // Words of 16 bits, of which two are a float.
            ref var mask = ref _pages[3].Last((Rows * padded / 32) + (Rows * padded / 16 % 2));
            MemoryMarshal.CreateSpan(ref x, Rows * columns).Fill(0.5f);
            Dropout.Forward(step, 3, 0, Rows, 1, columns, (nuint)columns, (nuint)padded, 0, 2, 0, 0, ref x, ref y, ref mask);
            Assert.Equal(1, MemoryMarshal.CreateSpan(ref y, Rows * padded)[((Rows - 1) * padded) + columns - 1]);
            Dropout.Backward(ref y, ref mask, ref dx, Rows, (nuint)padded, 2);
            GaussianNoise.Add(step, 3, 0, Rows, 1, columns, (nuint)columns, (nuint)columns, 0, ref x, ref _pages[4].Last(Rows * columns));
            Assert.Equal(0.5f, MemoryMarshal.CreateSpan(ref _pages[4].Last(Rows * columns), Rows * columns)[^1]);
        }
    }

    public void Dispose()
    {
        foreach (var page in _pages)
        {
            page.Dispose();
        }
    }
}
