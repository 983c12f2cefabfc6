using System.Globalization;
using Xunit;

namespace NetGen.Tests.Optimizers;

public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<Optimizer>> All = new()
    {
        ["Sgd"] = () => new Sgd(),
        ["Sgd with momentum"] = () => new Sgd { Momentum = .9 },
        ["Adagrad"] = () => new Adagrad(),
        ["RmsProp"] = () => new RmsProp(),
        ["RmsProp with everything"] = () => new RmsProp { Momentum = .9, Centered = true },
        ["Adam"] = () => new Adam(),
        ["AdamW"] = () => new AdamW(),
        ["Nadam"] = () => new Nadam(),
        ["Adamax"] = () => new Adamax(),
        ["RAdam"] = () => new RAdam(),
    };

    public static TheoryData<string> Names() => [.. All.Keys];

    [Fact]
    public void LearningRatesDefaultToPyTorchs()
    {
        Assert.Equal(1e-3f, new Sgd().LearningRate);
        Assert.Equal(1e-2f, new Adagrad().LearningRate);
        Assert.Equal(1e-2f, new RmsProp().LearningRate);
        Assert.Equal(1e-3f, new Adam().LearningRate);
        Assert.Equal(1e-3f, new AdamW().LearningRate);
        Assert.Equal(2e-3f, new Nadam().LearningRate);
        Assert.Equal(2e-3f, new Adamax().LearningRate);
        Assert.Equal(1e-3f, new RAdam().LearningRate);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StepAllocatesNothingAfterTheFirst(string name)
    {
        var optimizer = All[name]();
        var (parameters, gradients) = (new float[1003], new float[1003]);
        optimizer.Step(parameters, gradients);
        optimizer.Step(parameters, gradients);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 10; step++)
        {
            optimizer.Step(parameters, gradients);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsOfAnotherNumberAreRefused(string name)
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => All[name]().Step(new float[7], new float[6]));
        Assert.Contains("7 parameters and 6 gradients", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnotherNetworksParametersAreRefusedAndLeftAlone(string name)
    {
        var optimizer = All[name]();
        optimizer.Step(new float[7], new float[7]);
        float[] parameters = [1, 2, 3];
        var exception = Assert.Throws<ShapeMismatchException>(() => optimizer.Step(parameters, new float[3]));
        Assert.Contains("1 steps with 7 parameters and was now given 3", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], parameters);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AfterResetTheFirstStepComesAgain(string name)
    {
        float[] gradients = [.1f, -2, 3, .4f, 5];
        var optimizer = All[name]();
        var fresh = Run(optimizer);
        optimizer.Reset();
        Assert.Equal(fresh, Run(optimizer));
        optimizer.Reset();
        optimizer.Step(new float[2], new float[2]);

        float[] Run(Optimizer optimizer)
        {
            float[] parameters = [1, 2, 3, 4, 5];
            for (var step = 0; step < 9; step++)
            {
                optimizer.Step(parameters, gradients);
            }

            return parameters;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ANaNGradientReachesItsParameterAndNoOther(string name)
    {
        var optimizer = All[name]();
        for (var at = 0; at < 35; at += 17)
        {
            var (parameters, gradients) = (new float[37], new float[37]);
            Array.Fill(gradients, .5f);
            gradients[at] = float.NaN;
            optimizer.Reset();
            optimizer.Step(parameters, gradients);
            Assert.Equal([at], Enumerable.Range(0, 37).Where(i => float.IsNaN(parameters[i])));
        }
    }

    [Fact]
    public void MomentsThatDecayDoNotStaySubnormal()
    {
        // After one gradient of 1 the momentum is 0.5^t; unflushed it would be stuck at the smallest subnormal and move the parameter for good.
        var optimizer = new Sgd(1e30f) { Momentum = .5 };
        var parameters = new float[19];
        var gradients = new float[19];
        Array.Fill(gradients, 1);
        optimizer.Step(parameters, gradients);
        Array.Clear(gradients);
        for (var step = 0; step < 140; step++)
        {
            optimizer.Step(parameters, gradients);
        }

        Array.Clear(parameters);
        optimizer.Step(parameters, gradients);
        Assert.All(parameters, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void LearningRatesThatCannotBeAreRefused(float rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(rate));
        var optimizer = new Adam(.5f);
        Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.LearningRate = rate);
        Assert.Equal(.5f, optimizer.LearningRate);
    }

    [Fact]
    public void SettingsAreChecked()
    {
        Refuses("Momentum is 1; it must be at least 0 and below 1", () => new Sgd { Momentum = 1 });
        Refuses("WeightDecay is -1; it must be finite and not negative", () => new Sgd { WeightDecay = -1 });
        Refuses("LearningRateDecay is NaN", () => new Adagrad { LearningRateDecay = double.NaN });
        Refuses("InitialAccumulator is -2", () => new Adagrad { InitialAccumulator = -2 });
        Refuses("Epsilon is 0; it must be above 1.2E-38", () => new Adagrad { Epsilon = 0 });
        Refuses("WeightDecay is ∞", () => new Adagrad { WeightDecay = double.PositiveInfinity });
        Refuses("Alpha is -0.5", () => new RmsProp { Alpha = -.5 });
        Refuses("Momentum is NaN", () => new RmsProp { Momentum = double.NaN });
        Refuses("Beta1 is 1.5", () => new Adam { Beta1 = 1.5 });
        Refuses("Beta2 is 1; it must be at least 0 and below 1, such as 0.999", () => new AdamW { Beta2 = 1 });
        Refuses("Epsilon is -1", () => new Adamax { Epsilon = -1 });
        Refuses("MomentumDecay is -1", () => new Nadam { MomentumDecay = -1 });
        Refuses("Beta1 is -1", () => new RAdam { Beta1 = -1 });

        static void Refuses(string message, Func<Optimizer> make)
        {
            // The text has a decimal point wherever the program runs.
            var culture = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo("de-DE");
                Assert.StartsWith(message.Replace("∞", CultureInfo.InvariantCulture.NumberFormat.PositiveInfinitySymbol, StringComparison.Ordinal), Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal);
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        }
    }
}
