using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>
/// Writes the class that computes: where each value lies, prediction, loss and gradients over batches, and the forward and backward pass layer by layer.
/// </summary>
internal static class PassEmitter
{
    /// <summary>The class.</summary>
    public static void Emit(CodeWriter writer, PassPlan pass, CancellationToken cancellationToken)
    {
        var plan = pass.Plan;
        writer.Line("/// <summary>The passes of the network: layer by layer, forward and backward, over blocks of samples.</summary>");
        writer.Line($"// {pass.Schedule.Reason}");
        using (writer.Open("file static class Passes"))
        {
            Offsets(writer, pass);
            writer.Line();
            BatchEmitter.Predict(writer, pass);
            writer.Line();
            BatchEmitter.ComputeLoss(writer, pass);
            writer.Line();
            BatchEmitter.ComputeGradients(writer, pass);
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            Prediction(writer, pass);
            writer.Line();
            Forward(writer, pass);
            writer.Line();
            Backward(writer, pass);
            foreach (var layer in plan.Layers.Where(static layer => layer.Spec.Activation.Kind == ActivationKind.Custom))
            {
                ActivationCode.CustomMethods(writer, layer.Number, layer.Spec.Activation);
            }

            LossCode.CustomMethods(writer, plan.Spec.Loss, pass.IsLanes);
        }
    }

    /// <summary>A place in the workspace, as a <c>ref</c> expression.</summary>
    public static string Place(PassPlan pass, string name) => pass.IsLanes ? $"ref Add(ref w, {name} * Kernels.Lanes)" : $"ref Add(ref w, {name})";

    private static void Offsets(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        if (pass.IsLanes)
        {
            writer.Line("// Where each tensor starts among the parameters is written out in the kernels: here, a lane is a sample.");
        }
        else if (plan.ParameterCount > 0)
        {
            writer.Line("// Where each tensor starts among the parameters, and its gradient among the gradients.");
            foreach (var layer in plan.Layers)
            {
                foreach (var tensor in layer.Tensors)
                {
                    var shape = tensor.IsTransposed ? tensor.Shape.Reverse() : tensor.Shape;
                    writer.Line($"private const nuint {tensor.Symbol} = {Literal.Of(tensor.Offset)}; // [{string.Join("][", shape.Select(static extent => Literal.Of(extent)))}] {tensor.Name}");
                }
            }
        }

        var unit = pass.IsLanes ? "vectors" : "floats";
        writer.Line();
        writer.Line($"// Where each value lies in the workspace of a training pass, in {unit}.");
        Constants(writer, pass, "TrainingLength");
        var extra = pass.TrainingWithInputGradient;
        foreach (var offset in extra.Offsets.Skip(1))
        {
            writer.Line($"private const nuint {offset.Key} = {Literal.Of(offset.Value)};");
        }

        writer.Line($"private const int TrainingLengthWithInputGradient = {Literal.Of(extra.Length)};");
        writer.Line();
        writer.Line($"// And in that of a pass of prediction, where two places take turns.");
        foreach (var offset in pass.Prediction.Offsets)
        {
            writer.Line($"private const nuint {PredictionName(offset.Key)} = {Literal.Of(offset.Value)};");
        }

        writer.Line($"private const int PredictionLength = {Literal.Of(pass.Prediction.Length)};");
        writer.Line();
        if (pass.IsLanes)
        {
            writer.Line("// Groups of samples a pass; a lane is a sample.");
            writer.Line($"private const int Groups = {Literal.Of(pass.Schedule.TrainingRows)};");
        }
        else
        {
            writer.Line("// Samples a pass.");
            writer.Line($"private const int TrainingRows = {Literal.Of(pass.Schedule.TrainingRows)};");
            writer.Line($"private const int PredictionRows = {Literal.Of(pass.Schedule.PredictionRows)};");
        }
    }

    private static void Constants(CodeWriter writer, PassPlan pass, string length)
    {
        foreach (var offset in pass.Training.Offsets)
        {
            writer.Line($"private const nuint {offset.Key} = {Literal.Of(offset.Value)};{Meaning(pass, offset.Key)}");
        }

        writer.Line($"private const int {length} = {Literal.Of(pass.Training.Length)};");
    }

    // The shape of a value, and what is in it where the name alone does not say.
    private static string Meaning(PassPlan pass, string name)
    {
        var plan = pass.Plan;
        var value = name == "x" ? plan.Input : name[0] is 'z' or 'a' && int.TryParse(name.Substring(1), out var number) ? plan.Layers[number - 1].Output : null;
        if (value is not null)
        {
            return pass.IsLanes
                ? $" // [groups][{Literal.Of(value.Size)}][lanes]"
                : $" // [{Literal.Of(pass.Schedule.TrainingRows)}][{Literal.Of(value.Size)}] by rows of {Literal.Of(value.Stride)}";
        }

        return name switch
        {
            "gradientA" => " // the gradient by one layer's output,",
            "gradientB" => " // and by the one's before, in turn",
            "scratch" => " // what a layer's kernels copy",
            "dp" => " // the gradients of the parameters, lane by lane",
            _ => "",
        };
    }

    private static string PredictionName(string name) => name switch { "x" => "predictionX", "scratch" => "predictionScratch", _ => name };

    private static void Prediction(CodeWriter writer, PassPlan pass)
    {
        writer.Line("/// <summary>The forward pass of one block of samples, two places in turn; returns what the last layer gives.</summary>");
        using (writer.Open($"private static ref float Predict(ref float x, ref float p, ref float w, nuint {Count(pass)})"))
        {
            var input = "ref x";
            var symbol = "x";
            var index = 0;
            foreach (var layer in pass.Plan.Layers)
            {
                var output = Place(pass, index++ % 2 == 0 ? "valueA" : "valueB");
                Comment(writer, layer, symbol);
                LayerKinds.Of(layer.Spec).Emitter.Forward(writer, layer, new LayerPass(pass.Schedule.Form, input, output, output, Scratch(pass, "predictionScratch")));
                input = output;
                symbol = "a" + Literal.Of(layer.Number);
            }

            writer.Line($"return {input};");
        }
    }

    private static void Forward(CodeWriter writer, PassPlan pass)
    {
        writer.Line("/// <summary>The forward pass of one block of samples; keeps what the backward pass will read.</summary>");
        using (writer.Open($"private static void Forward(ref float x, ref float p, ref float w, nuint {Count(pass)})"))
        {
            foreach (var layer in pass.Plan.Layers)
            {
                Comment(writer, layer, InputSymbol(layer));
                LayerKinds.Of(layer.Spec).Emitter.Forward(writer, layer, PassOf(pass, layer));
            }
        }
    }

    private static void Backward(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        writer.Line("/// <summary>");
        writer.Line("/// The backward pass of the same block, from the gradient of the last layer's output. The first block writes the gradients of the parameters, later ones add");
        writer.Line("/// to them. Returns the gradient of the input, where it is wanted.");
        writer.Line("/// </summary>");
        var parameters = pass.IsLanes
            ? "ref float x, ref float p, ref float w, ref float dp, nuint groups, nuint samples, bool accumulate, bool wantsInputGradient"
            : "ref float x, ref float p, ref float w, ref float dp, nuint samples, bool accumulate, bool wantsInputGradient";
        using (writer.Open($"private static ref float Backward({parameters})"))
        {
            var (gradient, other) = (Place(pass, "gradientA"), Place(pass, "gradientB"));
            for (var index = plan.Layers.Count - 1; index >= 0; index--)
            {
                var layer = plan.Layers[index];
                var emitter = LayerKinds.Of(layer.Spec).Emitter;
                var inputGradient = emitter.IsInPlace ? gradient : index == 0 ? Place(pass, "inputGradient") : other;
                var n = Literal.Of(layer.Number);
                if (index < plan.Layers.Count - 1)
                {
                    writer.Line();
                }

                writer.Line($"// {layer.Spec.Name}: from da{n} to {(layer.Tensors.Count > 0 ? $"dW{n}{(layer.Tensors.Count > 1 ? $", db{n}" : "")} and " : "")}d{InputSymbol(layer)}.");
                emitter.Backward(writer, layer, PassOf(pass, layer) with
                {
                    OutputGradient = gradient,
                    InputGradient = inputGradient,
                    InputGradientScratch = Scratch(pass, index == 0 ? "firstScratch" : "scratch"),
                    Condition = index == 0 ? "wantsInputGradient" : "",
                });
                if (!emitter.IsInPlace)
                {
                    (gradient, other) = (inputGradient, gradient);
                }
            }

            writer.Line($"return {gradient};");
        }
    }

    // What the passes count.
    private static string Count(PassPlan pass) => pass.IsLanes ? "groups" : "samples";

    private static LayerPass PassOf(PassPlan pass, LayerPlan layer)
    {
        var output = "a" + Literal.Of(layer.Number);
        var sum = layer.KeepsPreActivation ? "z" + Literal.Of(layer.Number) : output;
        var input = layer.Number == 1 ? "ref x" : Place(pass, "a" + Literal.Of(layer.Number - 1));
        return new LayerPass(pass.Schedule.Form, input, Place(pass, sum), Place(pass, output), Scratch(pass, "scratch"));
    }

    private static string Scratch(PassPlan pass, string name) => pass.IsLanes ? "" : Place(pass, name);

    private static string InputSymbol(LayerPlan layer) => layer.Number == 1 ? "x" : "a" + Literal.Of(layer.Number - 1);

    private static void Comment(CodeWriter writer, LayerPlan layer, string input) =>
        writer.Line($"// {layer.Spec.Name}: {LayerKinds.Of(layer.Spec).Emitter.Formula(layer, input)}, from {layer.Spec.Input} values to {layer.Spec.Output}.");
}
