using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Interpretation.Layers;

namespace NetGen.Tests.Emitted;

/// <summary>Faults in batch, layer and root-mean-square normalization.</summary>
internal static class NormalizationFaults
{
    public static IReadOnlyList<ModelFault> All { get; } =
    [
        // Statistics
        new("a batch's statistics are taken over each row", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            Pass = (x, pass) =>
            {
                var trace = right.Forward(x, pass);
                return pass.IsTraining ? new LayerNormalizationReading(new LayerNormalizationSpec(layer.Name, layer.Input, layer.Epsilon)).Forward(x, pass) : trace;
            },
        })),
        new("a row's statistics are taken over the batch", static readings => readings.Changed<LayerNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            Pass = (x, pass) => new BatchNormalizationReading(new BatchNormalizationSpec(layer.Name, layer.Input, Epsilon: layer.Epsilon)).Forward(x, pass.At(pass.Step ?? new InterpreterStep(1, 0))),
            Statistics = pass => Remove(pass.Statistics, layer.Name),
        })),
        new("a root mean square is taken about the mean", static readings => readings.Changed<RmsNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            Pass = (x, pass) => new LayerNormalizationReading(new LayerNormalizationSpec(layer.Name, layer.Input, layer.Epsilon)).Forward(x, WithoutShift(pass, layer)),
            Gradients = (pass, _) => pass.Gradients.Remove(layer.Name + ".bias"),
        })),
        new("a batch is normalized by its unbiased variance", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) =>
            ByUnbiasedVariance(right, layer.Name, x => x.Length / layer.Input.Last, static pass => pass.IsTraining))),
        new("a row is normalized by its unbiased variance", static readings => readings.Changed<LayerNormalizationSpec>(static (layer, right) => ByUnbiasedVariance(right, layer.Name, _ => layer.Input.Last, static _ => true))),
        new("a batch's epsilon is left out", static readings => readings.With<BatchNormalizationSpec>(static (layer, _) => new BatchNormalizationReading(layer with { Epsilon = 0 }))),
        new("a row's epsilon is left out", static readings => readings.With<LayerNormalizationSpec>(static (layer, _) => new LayerNormalizationReading(layer with { Epsilon = 0 }))),
        new("a root mean square's epsilon is left out", static readings => readings.With<RmsNormalizationSpec>(static (layer, _) => new RmsNormalizationReading(layer with { Epsilon = 0 }))),
        new("prediction takes the statistics of its batch", static readings => readings.Changed<BatchNormalizationSpec>(static (_, right) => new FaultyReading(right)
        {
            Pass = (x, pass) => right.Forward(x, pass.At(pass.Step ?? new InterpreterStep(1, 0))),
        })),
        new("training takes the running statistics", static readings => readings.Changed<BatchNormalizationSpec>(static (_, right) => new FaultyReading(right)
        {
            Pass = (x, pass) =>
            {
                // For the batch's statistics and the gradients of gamma and beta.
                var trace = right.Forward(x, pass);
                var predicted = right.Forward(x, pass.At(null));
                return new LayerTrace(predicted.A, da =>
                {
                    trace.Backward(da);
                    return predicted.Backward(da);
                });
            },
        })),

        // State
        new("the running variance takes the biased one", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            Statistics = pass => Scale(pass.Statistics, layer.Name + ".running_var", 1 - (1.0 / (pass.Samples * layer.Input.Positions))),
        })),
        new("the running variance is a standard deviation", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            Statistics = pass => pass.Statistics[layer.Name + ".running_var"] = Array.ConvertAll(pass.Statistics[layer.Name + ".running_var"], Math.Sqrt),
        })),
        new("the momentum is the share of the old statistics", static readings => readings.With<BatchNormalizationSpec>(static (layer, _) => new BatchNormalizationReading(layer with { Momentum = 1 - layer.Momentum }))),
        new("the running mean is not updated", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            NewState = (state, into) => into[layer.Name + ".running_mean"] = state[layer.Name + ".running_mean"],
        })),
        new("mean and variance are exchanged in the state", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            NewState = (_, into) => (into[layer.Name + ".running_mean"], into[layer.Name + ".running_var"]) = (into[layer.Name + ".running_var"], into[layer.Name + ".running_mean"]),
        })),

        // Gradients
        new("a batch's gamma has a gradient without x^", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => WithoutValues(right, layer))),
        new("a row's gamma has a gradient without x^", static readings => readings.Changed<LayerNormalizationSpec>(static (layer, right) => WithoutValues(right, layer))),
        new("a root mean square's gamma has a gradient without x^", static readings => readings.Changed<RmsNormalizationSpec>(static (layer, right) => WithoutValues(right, layer))),
        new("a batch's beta has no gradient", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right) { Gradients = (pass, _) => Scale(pass.Gradients, layer.Name + ".bias", 0) })),
        new("a row's beta has no gradient", static readings => readings.Changed<LayerNormalizationSpec>(static (layer, right) => new FaultyReading(right) { Gradients = (pass, _) => Scale(pass.Gradients, layer.Name + ".bias", 0) })),
        new("the gradient takes a batch's statistics for constants", static readings => readings.Changed<BatchNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            InputGradient = (x, pass, da, _) =>
            {
                var inverses = Enumerable.Range(0, layer.Input.Last).Select(column => new Standardization([.. x.Where((_, i) => i % layer.Input.Last == column)], layer.Epsilon, pass).Inverse).ToArray();
                return [.. da.Select((slope, i) => slope * pass.Parameters[layer.Name + ".weight"][i % layer.Input.Last] * inverses[i % layer.Input.Last])];
            },
        })),
        new("the gradient takes a row's statistics for constants", static readings => readings.Changed<LayerNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            InputGradient = (x, pass, da, _) =>
            {
                var inverses = x.Chunk(layer.Input.Last).Select(row => new Standardization(row, layer.Epsilon, pass).Inverse).ToArray();
                return [.. da.Select((slope, i) => slope * pass.Parameters[layer.Name + ".weight"][i % layer.Input.Last] * inverses[i / layer.Input.Last])];
            },
        })),
        new("the gradient takes a root mean square for a constant", static readings => readings.Changed<RmsNormalizationSpec>(static (layer, right) => new FaultyReading(right)
        {
            InputGradient = (x, pass, da, _) =>
            {
                var inverses = x.Chunk(layer.Input.Last).Select(row => 1 / Math.Sqrt(row.Average(static value => value * value) + layer.Epsilon)).ToArray();
                return [.. da.Select((slope, i) => slope * pass.Parameters[layer.Name + ".weight"][i % layer.Input.Last] * inverses[i / layer.Input.Last])];
            },
        })),
    ];

    // x^ with n - 1 for n is x^ sqrt((n - 1) / n), up to epsilon: as if gamma were that much smaller.
    private static FaultyReading ByUnbiasedVariance(LayerReading right, string name, Func<double[], int> count, Func<InterpreterPass, bool> isFaulty) => new(right)
    {
        Pass = (x, pass) =>
        {
            var factor = isFaulty(pass) ? Math.Sqrt(1 - (1.0 / count(x))) : 1;
            var scaled = pass.Parameters.ToDictionary(static tensor => tensor.Key, tensor => tensor.Key == name + ".weight" ? Array.ConvertAll(tensor.Value, gamma => gamma * factor) : tensor.Value);
            var trace = right.Forward(x, pass.With(pass.Values with { Parameters = scaled }));
            return new LayerTrace(trace.A, da =>
            {
                var dx = trace.Backward(da);
                Scale(pass.Gradients, name + ".weight", factor);
                return dx;
            });
        },
    };

    private static FaultyReading WithoutValues(LayerReading right, LayerSpec layer) => new(right)
    {
        Gradients = (pass, da) => pass.Gradients[layer.Name + ".weight"] = [.. Enumerable.Range(0, layer.Input.Last).Select(column => da.Where((_, i) => i % layer.Input.Last == column).Sum())],
    };

    private static InterpreterPass WithoutShift(InterpreterPass pass, LayerSpec layer) => pass.With(pass.Values with
    {
        Parameters = new Dictionary<string, double[]>(pass.Parameters) { [layer.Name + ".bias"] = new double[layer.Input.Last] },
    });

    private static void Remove(Dictionary<string, double[]> statistics, string layer)
    {
        statistics.Remove(layer + ".running_mean");
        statistics.Remove(layer + ".running_var");
    }

    private static void Scale(Dictionary<string, double[]> tensors, string name, double factor) => tensors[name] = Array.ConvertAll(tensors[name], value => value * factor);
}
