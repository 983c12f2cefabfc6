using Xunit;

namespace NetGen.Tests.Training;

public sealed class DivergenceTests
{
    [Fact]
    public void ALearningRateTooLargeIsNamed()
    {
        var network = new LinearRegression();
        var exception = Assert.Throws<DivergedException>(
            () => Trainer.Fit(network, FitTests.Plane(20), new FitOptions { Optimizer = new Sgd(1e12f), Epochs = 100, BatchSize = 10 }));
        Assert.False(double.IsFinite(exception.Loss));
        Assert.Equal((exception.Step + 1) / 2, exception.Epoch);
        Assert.Matches(
            @"^Training diverged in epoch \d+, step \d+: the loss is (NaN|Infinity)\. .*Try a learning rate below 1E\+12, FitOptions\.ClipNorm = 1, or inputs scaled to about 1 \(Standardizer\)\.$",
            exception.Message);

        // The step that would have spread the damage was not made.
        Assert.True(NetGen.Data.FiniteScan.IndexOfNonFinite(network.Parameters) < 0);
    }

    [Fact]
    public void TheFirstLayerWithBadParametersIsNamed()
    {
        var network = new LinearRegression();
        network.Parameters[6] = float.NaN;
        var exception = Assert.Throws<DivergedException>(() => Trainer.Fit(network, FitTests.Plane(20), new FitOptions()));
        Assert.Equal(("Right", 1, 1L), (exception.Layer, exception.Epoch, exception.Step));
        Assert.Contains("Right is the first layer whose parameters are no longer finite: an element of Right.weight is NaN", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithGoodParametersTheFirstLayerWithBadGradientsIsNamed()
    {
        // The output overflows in the right half only; its loss and its gradients are infinite, the left half's are not.
        var network = new LinearRegression();
        network.Parameters[4] = 3e38f;
        var data = new DataSet<float>(new float[] { 30, 0, 0 }, new float[] { 0, 0 }, 3, 2);
        var exception = Assert.Throws<DivergedException>(() => Trainer.Fit(network, data, new FitOptions { ClipNorm = 2 }));
        Assert.Equal("Right", exception.Layer);
        Assert.Contains("All parameters are finite; the largest is 3e+38, in Right. Right is the first layer whose gradients are not: one by an element of Right.weight is", exception.Message, StringComparison.Ordinal);
        Assert.Contains("a smaller FitOptions.ClipNorm (now 2)", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3e38f, network.Parameters[4]);
    }

    [Fact]
    public void ALossThatOverflowsAloneIsNamed()
    {
        // The error is 1e20, its square is past single precision, its gradient is not.
        var network = new LinearRegression();
        network.Parameters[3] = 1e20f;
        var exception = Assert.Throws<DivergedException>(
            () => Trainer.Fit(network, new DataSet<float>(new float[3], new float[2], 3, 2), new FitOptions()));
        Assert.Null(exception.Layer);
        Assert.Contains("the loss is Infinity. All parameters are finite; the largest is 1e+20, in Left. The gradients are finite too", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLastStepIsLookedAtToo()
    {
        // The only step moves a parameter past the largest float; its own loss was still finite.
        var network = new LinearRegression();
        var data = new DataSet<float>(new float[] { 0, 0, 1 }, new float[] { 1e15f, 0 }, 3, 2);
        var exception = Assert.Throws<DivergedException>(
            () => Trainer.Fit(network, data, new FitOptions { Optimizer = new Sgd(1e30f), Epochs = 1 }));
        Assert.Equal("Left", exception.Layer);
        Assert.Contains("a parameter is Infinity", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValidationDataMayBeWhereItDiverges()
    {
        var network = new LinearRegression();
        network.Parameters[0] = 1;
        var validation = new DataSet<float>(new float[] { 1e30f, 0, 0 }, new float[2], 3, 2);
        var exception = Assert.Throws<DivergedException>(
            () => Trainer.Fit(network, FitTests.Plane(20), new FitOptions { Optimizer = new Sgd(0), Epochs = 1, Validation = validation }));
        Assert.Contains("the validation loss is Infinity", exception.Message, StringComparison.Ordinal);
    }
}
