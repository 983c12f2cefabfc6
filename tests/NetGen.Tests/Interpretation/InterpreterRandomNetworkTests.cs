using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>Random networks of all kinds of layers, without emitted code: what they are made of, the interpreter's gradients, and how exactly they can be compared.</summary>
public sealed class InterpreterRandomNetworkTests(ITestOutputHelper output)
{
    // Those of the comparison with emitted code.
    private const double Tolerance = 3e-5;
    private const double KinkMargin = 4e-6;

    // A longer step crosses kinks, a shorter one is lost in the loss's rounding.
    private const double Step = 1e-8;
    private const double GradientTolerance = 2e-5;

    [Fact]
    public void Networks_CoverWhatIsThere()
    {
        var cases = NetworkGenerators.Draw(500, seed: 3);
        var layers = cases.SelectMany(static network => Flat(network.Network.Layers)).ToList();
        var kinds = typeof(LayerSpec).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(LayerSpec)) && !type.IsAbstract).ToList();
        Assert.Equal(kinds.Select(static kind => kind.Name).Order(), layers.Select(static layer => layer.GetType().Name).Distinct().Order());

        // At every rank, first, last, and inside of another layer.
        Assert.All(kinds.Where(static kind => kind != typeof(FlattenSpec)), kind => Assert.Equal([1, 2, 3], layers.Where(layer => layer.GetType() == kind).Select(static layer => layer.Input.Rank).Distinct().Order()));
        Assert.All(kinds, kind => Assert.Contains(cases, network => network.Network.Layers[0].GetType() == kind));
        Assert.All(kinds, kind => Assert.Contains(cases, network => network.Network.Layers[^1].GetType() == kind));
        Assert.All(kinds.Where(static kind => kind != typeof(FlattenSpec)), kind => Assert.Contains(layers, layer => layer.Body.Any(inner => inner.GetType() == kind)));
        Assert.InRange(cases.Max(static network => network.Network.Steps.Count), 20, 200);
        Assert.Contains(cases, static network => network.Samples == 1);
        Assert.Contains(cases, static network => network.Samples > 256);
    }

    [Fact]
    public void Gradients_AreTheSlopesOfTheLoss()
    {
        foreach (var network in NetworkGenerators.Draw(100, seed: 5))
        {
            var interpreter = new Interpreter(network.Network, OwnTypes.Functions);
            var data = network.Draw(interpreter, KinkMargin, out var expected);
            var random = new Random(1);
            var inputs = data.WideInputs();
            var slope = 0.0;
            var size = 0.0;
            var above = Move(Step);
            random = new Random(1);
            var below = Move(-Step);
            var difference = (above - below) / (2 * Step);
            Assert.True(Math.Abs(difference - slope) <= GradientTolerance * size, FormattableString.Invariant($"The slope is {slope}, the difference {difference}:\n{network}"));

            // The loss a step away in a random direction.
            double Move(double step)
            {
                (slope, size) = (0, 0);
                var parameters = data.Values.Parameters.ToDictionary(static tensor => tensor.Key, tensor => Along(tensor.Value, expected.Pass.Gradients[tensor.Key], step));
                return interpreter.ComputeTrainingLoss(data.Values with { Parameters = parameters }, Along(inputs, expected.Pass.InputGradients, step), data.Targets, data.Step);
            }

            double[] Along(double[] values, double[] gradient, double step) => [.. values.Zip(gradient, (value, derivative) =>
            {
                var direction = (2 * random.NextDouble()) - 1;
                slope += derivative * direction;
                size += Math.Abs(derivative * direction);
                return value + (step * direction);
            })];
        }
    }

    [Fact]
    public void SinglePrecision_PassesTheComparison()
    {
        var (tensors, relaxed, blind, all) = (0, 0, 0, new List<double>());
        foreach (var network in NetworkGenerators.Draw(100, seed: 1))
        {
            var interpreter = new Interpreter(network.Network, OwnTypes.Functions);
            var data = network.Draw(interpreter, KinkMargin, out var expected);
            var worst = NetworkComparison.Compare(new InterpretedNetwork(network.Network, interpreter, noiseSeed: 1000), data, expected).MaxBy(static deviation => deviation.Relative)!;
            Assert.True(worst.Relative <= Tolerance, FormattableString.Invariant($"{worst.What} differ by {worst.Relative:e2}:\n{network}"));
            (tensors, relaxed, blind) = (tensors + expected.Tensors, relaxed + expected.Relaxed(1), blind + expected.Relaxed(30_000));
            all.Add(worst.Relative);
        }

        all.Sort();
        output.WriteLine(FormattableString.Invariant($"{all.Count} networks: {all[all.Count / 2]:e1} in the median, {all[all.Count * 19 / 20]:e1} for 19 in 20, {all[^1]:e1} at most; of {tensors} tensors {relaxed} in proportion to their spread, {blind} of which nothing but that is known"));

        // What is compared less exactly is the exception.
        Assert.InRange(relaxed, 0, tensors / 5);
        Assert.InRange(blind, 0, tensors / 30);
    }

    private static IEnumerable<LayerSpec> Flat(IEnumerable<LayerSpec> layers) => layers.SelectMany(static layer => Flat(layer.Body).Append(layer));
}
