using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Interpretation.Layers;

namespace NetGen.Tests.Emitted;

/// <summary>Faults in dropout, alpha dropout and noise.</summary>
internal static class RandomLayerFaults
{
    private const double AlphaPrime = -1.7580993408473766;

    public static IReadOnlyList<ModelFault> All { get; } =
    [
        new("a dropout's mask is applied in prediction", static readings => readings.Changed<DropoutSpec>(static (_, right) => new FaultyReading(right) { Pass = (x, pass) => right.Forward(x, Trained(pass)) })),
        new("noise is added in prediction", static readings => readings.Changed<GaussianNoiseSpec>(static (_, right) => new FaultyReading(right) { Pass = (x, pass) => right.Forward(x, Trained(pass)) })),
        new("an alpha dropout's mask is applied in prediction", static readings => readings.Changed<AlphaDropoutSpec>(static (_, right) => new FaultyReading(right) { Pass = (x, pass) => right.Forward(x, Trained(pass)) })),
        new("nothing is dropped in training", static readings => readings.Changed<DropoutSpec>(static (_, right) => new FaultyReading(right) { Pass = (x, pass) => right.Forward(x, pass.At(null)) })),
        new("a value that stays is not divided by 1 - p", static readings => readings.Changed<DropoutSpec>(static (layer, right) => new FaultyReading(right)
        {
            Output = (_, pass, a) => pass.IsTraining ? Times(a, 1 - layer.Rate) : a,
            InputGradient = (_, _, _, dx) => Times(dx, 1 - layer.Rate),
        })),
        new("a gradient is not divided by 1 - p", static readings => readings.Changed<DropoutSpec>(static (layer, right) => new FaultyReading(right) { InputGradient = (_, _, _, dx) => Times(dx, 1 - layer.Rate) })),
        new("a gradient passes where a value was dropped", static readings => readings.Changed<DropoutSpec>(static (layer, right) => new FaultyReading(right) { InputGradient = (_, _, da, _) => Times(da, 1 / (1 - layer.Rate)) })),
        new("the numbers of layers start from 0", static readings => readings.With<DropoutSpec>(static (layer, context) => new DropoutReading(layer, context.Number(layer) - 1))),
        new("the numbers of layers of noise start from 0", static readings => readings.With<GaussianNoiseSpec>(static (layer, context) => new GaussianNoiseReading(layer, context.Number(layer) - 1))),
        new("a share draws as if it were the whole batch", static readings => AtStep<DropoutSpec>(readings, static step => step with { FirstSample = 0 })),
        new("noise of a share is drawn as if it were the whole batch", static readings => AtStep<GaussianNoiseSpec>(readings, static step => step with { FirstSample = 0 })),
        new("every step draws the same", static readings => AtStep<AlphaDropoutSpec>(readings, static step => step with { Step = 0 })),
        new("the upper half of the step has no effect", static readings => AtStep<DropoutSpec>(readings, static step => step with { Step = step.Step & 0xFFFFFFFF })),
        new("the upper half of the seed has no effect", static readings => AtStep<GaussianNoiseSpec>(readings, static step => step with { Seed = step.Seed & 0xFFFFFFFF })),
        new("a mask is laid over the elements in another order", static readings => readings.Changed<DropoutSpec>(static (layer, right) => new FaultyReading(right)
        {
            Pass = (x, pass) =>
            {
                var trace = right.Forward(Reversed(x, x.Length / pass.Samples), pass);
                return new LayerTrace(Reversed(trace.A, x.Length / pass.Samples), da => Reversed(trace.Backward(Reversed(da, x.Length / pass.Samples)), x.Length / pass.Samples));
            },
        })),
        new("an alpha dropout drops to 0", static readings => readings.With<AlphaDropoutSpec>(static (layer, context) => new DropoutReading(new DropoutSpec(layer.Name, layer.Input, layer.Rate), context.Number(layer)))),
        new("an alpha dropout does not restore mean and variance", static readings => readings.Changed<AlphaDropoutSpec>(static (layer, right) => new FaultyReading(right)
        {
            Output = (_, pass, a) => pass.IsTraining ? Array.ConvertAll(a, value => (value / Scale(layer.Rate)) + (AlphaPrime * layer.Rate)) : a,
            InputGradient = (_, _, _, dx) => Times(dx, 1 / Scale(layer.Rate)),
        })),
        new("an alpha dropout shifts the wrong way", static readings => readings.Changed<AlphaDropoutSpec>(static (layer, right) => new FaultyReading(right)
        {
            Output = (_, pass, a) => pass.IsTraining ? Array.ConvertAll(a, value => value + (2 * Scale(layer.Rate) * AlphaPrime * layer.Rate)) : a,
        })),
        new("noise has the variance for its standard deviation", static readings => readings.With<GaussianNoiseSpec>(static (layer, context) =>
            new GaussianNoiseReading(layer with { StandardDeviation = layer.StandardDeviation * layer.StandardDeviation }, context.Number(layer)))),
    ];

    // In the form for training whatever the pass is.
    private static InterpreterPass Trained(InterpreterPass pass) => pass.At(pass.Step ?? new InterpreterStep(1, 0));

    private static LayerReadings AtStep<TSpec>(LayerReadings readings, Func<InterpreterStep, InterpreterStep> change)
        where TSpec : LayerSpec => readings.Changed<TSpec>((_, right) => new FaultyReading(right) { Pass = (x, pass) => right.Forward(x, pass.Step is { } step ? pass.At(change(step)) : pass) });

    private static double Scale(double rate) => 1 / Math.Sqrt((1 - rate) * (1 + (rate * AlphaPrime * AlphaPrime)));

    private static double[] Times(double[] values, double factor) => Array.ConvertAll(values, value => value * factor);

    private static double[] Reversed(double[] values, int size) => [.. values.Chunk(size).SelectMany(static sample => sample.Reverse())];
}
