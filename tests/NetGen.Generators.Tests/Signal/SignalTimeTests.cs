using System.Diagnostics;
using NetGen.Generators.Model;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Rules;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

/// <summary>How long the analysis takes while somebody types: under a millisecond for ten layers.</summary>
public sealed class SignalTimeTests(ITestOutputHelper output)
{
    /// <summary>The fastest of many runs, which a busy machine disturbs least.</summary>
    [Theory]
    [InlineData("Relu")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Gelu")]
    public void TenLayers_TakeLessThanAMillisecond(string activation)
    {
        var kind = Enum.Parse<ActivationKind>(activation);
        var network = Networks.Dense(Networks.Mnist, Enumerable.Repeat(100, 9).ToArray(), 10, Networks.Activation(kind), NetworkEdits.Matched(kind));
        var signal = Fastest(() => SignalAnalysis.Analyze(network));
        var rules = Fastest(() => SignalRules.Check(new RuleContext(network, training: null, SignalThresholds.Default)));
        output.WriteLine($"{activation}, 10 layers: signal {signal:F3} ms, signal and all rules {rules:F3} ms");

        Assert.Equal(SignalAnalysis.Analyze(network), SignalAnalysis.Analyze(network));
        Assert.InRange(signal, 0, 1);
        Assert.InRange(rules, 0, 2);
    }

    private static double Fastest(Func<object> work)
    {
        var best = double.PositiveInfinity;
        for (var run = 0; run < 300; run++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
