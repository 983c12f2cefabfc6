using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Interpretation.Layers;

namespace NetGen.Tests.Emitted;

/// <summary>Faults in residual blocks, repeated blocks, and layers over several positions.</summary>
internal static class TreeFaults
{
    public static IReadOnlyList<ModelFault> All { get; } =
    [
        new("a residual block's input is not added", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right) { Output = (x, _, a) => layer.Projection is null ? Minus(a, x) : a })),
        new("a residual gradient does not go round", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right) { InputGradient = (_, _, da, dx) => layer.Projection is null ? Minus(dx, da) : dx })),
        new("a residual gradient does not go through the layers", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right) { InputGradient = (_, _, da, dx) => layer.Projection is null ? da : dx })),
        new("a residual gradient goes round twice", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right) { InputGradient = (_, _, da, dx) => layer.Projection is null ? Minus(dx, Minus(new double[da.Length], da)) : dx })),
        new("a nested residual gradient does not go round", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right) { InputGradient = (_, _, da, dx) => layer.Name == "Inner" ? Minus(dx, da) : dx })),
        new("a residual gradient does not go through the projection", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right)
        {
            InputGradient = (_, pass, da, dx) => layer.Projection is null ? dx : Minus(dx, Projected(da, pass.Parameters[layer.Name + ".weight"], layer.Input.Last, layer.Output.Last)),
        })),
        new("a projection has no gradient", static readings => readings.Changed<ResidualSpec>(static (layer, right) => new FaultyReading(right)
        {
            Gradients = (pass, _) => Clear(pass, layer.Projection is null ? "" : layer.Name + ".weight"),
        })),
        new("every repetition has the parameters of the first", static readings => readings.Changed<BlockSpec>(static (_, right) => new FaultyReading(right)
        {
            Pass = (x, pass) => right.Forward(x, pass.With(pass.Values with { Parameters = pass.Parameters.ToDictionary(static tensor => tensor.Key, tensor => pass.Parameters[First(tensor.Key)]) })),
        })),
        new("the gradients of the first repetition are those of the second", static readings => readings.Changed<BlockSpec>(static (layer, right) => new FaultyReading(right)
        {
            Gradients = (pass, _) =>
            {
                foreach (var name in pass.Gradients.Keys.Where(name => First(name) != name && name.StartsWith(layer.Name, StringComparison.Ordinal)).ToList())
                {
                    (pass.Gradients[name], pass.Gradients[First(name)]) = (new double[pass.Gradients[name].Length], pass.Gradients[name]);
                }
            },
        })),
        new("values are flattened in another order", static readings => readings.Changed<FlattenSpec>(static (_, right) => new FaultyReading(right)
        {
            Output = static (x, pass, _) => Reversed(x, pass.Samples),
            InputGradient = static (_, pass, da, _) => Reversed(da, pass.Samples),
        })),
        new("biases have the gradient of the first position", static readings => readings.Changed<DenseSpec>(static (layer, right) => new FaultyReading(right)
        {
            Gradients = (pass, da) => FirstPosition(pass, da, layer),
        }), NeedsPositions: true),
    ];

    // Of layers with several positions, and without an activation.
    private static void FirstPosition(InterpreterPass pass, double[] da, DenseSpec layer)
    {
        if (layer.Input.Positions > 1 && layer.Name == "Last")
        {
            pass.Gradients[layer.Name + ".bias"] = [.. Enumerable.Range(0, layer.Units).Select(unit => da.Chunk((int)layer.Output.Size).Sum(sample => sample[unit]))];
        }
    }

    private static string First(string tensor) => tensor.Replace("Stage2.", "Stage1.", StringComparison.Ordinal);

    private static void Clear(InterpreterPass pass, string tensor)
    {
        if (tensor.Length > 0)
        {
            Array.Clear(pass.Gradients[tensor]);
        }
    }

    private static double[] Projected(double[] da, double[] weight, int inputs, int units) =>
        [.. da.Chunk(units).SelectMany(row => Enumerable.Range(0, inputs).Select(input => row.Select((slope, unit) => slope * weight[(unit * inputs) + input]).Sum()))];

    private static double[] Minus(double[] left, double[] right) => [.. left.Zip(right, static (l, r) => l - r)];

    private static double[] Reversed(double[] values, int samples) => [.. values.Chunk(values.Length / samples).SelectMany(static sample => sample.Reverse())];
}
