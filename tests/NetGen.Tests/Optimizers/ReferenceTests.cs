using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Optimizers against PyTorch's values; gradients come from the tests' own network in double precision.</summary>
public sealed class ReferenceTests
{
    /// <summary>The largest difference allowed, over the largest element of what is compared.</summary>
    private const double Tolerance = 5e-6;

    public static TheoryData<string> Cases() => [.. ReferenceCase.Names()];

    [Fact]
    public void EveryPublicCaseIsHere() => Assert.Equal(10, ReferenceCase.Names().Count());

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheTestsNetworkHasTheReferenceGradients(string name)
    {
        var reference = ReferenceCase.Read(name);
        var gradients = new double[ReferenceCase.Flatten(reference.Initial).Length];
        var loss = new DoublePrecisionNetwork(reference).ComputeGradients(ReferenceCase.Flatten(reference.Initial), gradients);
        Assert.Equal(reference.LossValue, loss, 1e-8 * reference.LossValue);
        AssertTensorsEqual(reference, ReferenceCase.Flatten(reference.Gradients), gradients, 1e-7);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void StepsFollowPyTorch(string name)
    {
        var reference = ReferenceCase.Read(name);
        var network = new DoublePrecisionNetwork(reference);
        var optimizer = OptimizerOf(reference.Optimizer);
        float[] parameters = [.. ReferenceCase.Flatten(reference.Initial).Select(v => (float)v)];
        var gradients = new double[parameters.Length];
        var largestLoss = reference.StepLosses.Max();
        for (var step = 0; step < reference.Steps; step++)
        {
            var loss = network.ComputeGradients([.. parameters.Select(v => (double)v)], gradients);
            Assert.Equal(reference.StepLosses[step], loss, Tolerance * largestLoss);
            float[] single = [.. gradients.Select(v => (float)v)];
            if (reference.ClipNorm is { } norm)
            {
                Gradients.ClipNorm(single, norm);
            }

            optimizer.Step(parameters, single);
        }

        AssertTensorsEqual(reference, ReferenceCase.Flatten(reference.After), [.. parameters.Select(v => (double)v)], Tolerance);
    }

    private static Optimizer OptimizerOf(string name) => name switch
    {
        "sgd" => new Sgd(.1f),
        "momentum" => new Sgd(.05f) { Momentum = .9 },
        "nesterov" => new Sgd(.05f) { Momentum = .9, Nesterov = true },
        "sgd_weight_decay" => new Sgd(.1f) { WeightDecay = .01 },
        "adagrad" => new Adagrad(.05f),
        "rmsprop" => new RmsProp(.01f) { Alpha = .9, Epsilon = 1e-8 },
        "adam" => new Adam(.01f),
        "nadam" => new Nadam(.01f),
        "adamax" => new Adamax(.01f),
        "radam" => new RAdam(.01f),
        "adamw" => new AdamW(.01f) { WeightDecay = .05 },
        _ => throw new NotSupportedException(name),
    };

    private static void AssertTensorsEqual(ReferenceCase reference, double[] expected, double[] actual, double tolerance)
    {
        var start = 0;
        foreach (var length in reference.TensorLengths())
        {
            var largest = expected.AsSpan(start, length).ToArray().Max(Math.Abs);
            for (var i = start; i < start + length; i++)
            {
                Assert.Equal(expected[i], actual[i], tolerance * largest);
            }

            start += length;
        }

        Assert.Equal(expected.Length, start);
    }
}
