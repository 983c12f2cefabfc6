using NetGen.Generators.Emit.Kernels;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Layers;

/// <summary>Dense layers: a = phi(z), z = x W + b, and backward dz = da phi'(z), dW = x^T dz, db = sum dz, dx = dz W^T.</summary>
internal sealed class DenseEmitter : ILayerEmitter
{
    /// <inheritdoc/>
    public bool IsInPlace => false;

    /// <inheritdoc/>
    public ISampleEmitter Sample { get; } = new DenseSample();

    /// <inheritdoc/>
    public string Formula(LayerPlan layer, string input)
    {
        var n = Literal.Of(layer.Number);
        var dense = (DensePlan)layer;
        var sum = $"{input} W{n}" + (dense.Bias is null ? "" : $" + b{n}");
        return dense.Dense.Activation.Kind == ActivationKind.Identity
            ? $"a{n} = {sum}"
            : $"a{n} = {ActivationCode.Symbol(dense.Dense.Activation)}({sum})";
    }

    /// <inheritdoc/>
    public void Forward(CodeWriter writer, LayerPlan layer, LayerPass pass)
    {
        var dense = (DensePlan)layer;
        var z = dense.FusesActivation ? pass.Output : pass.PreActivation;
        if (pass.Form == NetworkForm.Lanes)
        {
            writer.Line($"Kernels.{DenseLanes.ForwardName(dense)}({pass.Input}, ref p, {z}, groups);");
        }
        else
        {
            var operands = new ProductOperands(pass.Input, $"ref Add(ref p, {dense.Weights.Symbol})", z, pass.Scratch, "samples")
            {
                Shift = dense.Bias is null ? "" : $"ref Add(ref p, {dense.Bias.Symbol})",
            };
            writer.Line($"{ProductEmitter.Call(dense.Forward, operands)};");
        }

        if (!dense.FusesActivation)
        {
            writer.Line(ActivationCode.Forward(layer.Number, dense.Dense.Activation, layer.Output, pass, z, pass.Output));
        }
    }

    /// <inheritdoc/>
    public void Backward(CodeWriter writer, LayerPlan layer, LayerPass pass)
    {
        var dense = (DensePlan)layer;
        var n = Literal.Of(layer.Number);
        var x = layer.Number == 1 ? "x" : "a" + Literal.Of(layer.Number - 1);
        var dz = pass.OutputGradient;
        if (dense.Dense.Activation.Kind != ActivationKind.Identity)
        {
            writer.Line($"// dz{n} = da{n} {ActivationCode.Symbol(dense.Dense.Activation)}'(z{n})");
            writer.Line(ActivationCode.Backward(layer.Number, dense.Dense.Activation, layer.Output, pass, pass.PreActivation, pass.Output, dz, dz));
        }

        var symbol = dense.Dense.Activation.Kind == ActivationKind.Identity ? $"da{n}" : $"dz{n}";
        writer.Line($"// dW{n} = {x}^T {symbol}{(dense.Bias is null ? "" : $", db{n} = the sum of {symbol} over samples")}");
        if (pass.Form == NetworkForm.Lanes)
        {
            if (layer.Number > 1)
            {
                writer.Line($"LaneKernels.ClearAbsent({pass.Input}, (int)Kernels.Lanes, samples, {Literal.Of(layer.Input.Size)});");
            }

            writer.Line($"LaneKernels.ClearAbsent({dz}, (int)Kernels.Lanes, samples, {Literal.Of(layer.Output.Size)});");
            writer.Line($"Kernels.{DenseLanes.WeightGradientName(dense)}({pass.Input}, {dz}, ref dp, groups, accumulate);");
        }
        else
        {
            var operands = new ProductOperands(pass.Input, dz, $"ref Add(ref dp, {dense.Weights.Symbol})", pass.Scratch, "samples") { Accumulate = "accumulate" };
            writer.Line($"{ProductEmitter.Call(dense.WeightGradient, operands)};");
            if (dense.Bias is not null)
            {
                writer.Line($"RowKernels.SumRows({dz}, {Literal.Of(layer.Output.Stride)}, (int)samples, {Literal.Of(layer.Output.Size)}, ref Add(ref dp, {dense.Bias.Symbol}), accumulate);");
            }
        }

        writer.Line($"// d{x} = {symbol} W{n}^T");
        if (pass.Condition.Length == 0)
        {
            InputGradient(writer, dense, pass);
            return;
        }

        using (writer.Open($"if ({pass.Condition})"))
        {
            InputGradient(writer, dense, pass);
        }
    }

    /// <inheritdoc/>
    public void LaneKernels(CodeWriter writer, LayerPlan layer, VectorWidth width) => DenseLanes.Emit(writer, (DensePlan)layer, width);

    /// <inheritdoc/>
    public IEnumerable<KernelSignature> LaneSignatures(LayerPlan layer) => DenseLanes.Signatures((DensePlan)layer);

    /// <inheritdoc/>
    public void Members(CodeWriter writer, LayerPlan layer)
    {
        var dense = (DensePlan)layer;
        var identifier = Parsing.Identifiers.Escape(dense.Spec.Name);
        var bias = dense.Bias is null
            ? "default"
            : $"Parameters.Slice({Literal.Of(dense.Bias.Offset)}, {Literal.Of(dense.Bias.Length)})";
        writer.Line();
        writer.Line($"/// <summary>Layer {Literal.Of(layer.Number)}, <c>{Literal.Xml(dense.Spec.Name)}</c>: weights [{Literal.Of(dense.Output.Size)}, {Literal.Of(dense.Input.Size)}]{(dense.Bias is null ? "" : $" and biases [{Literal.Of(dense.Output.Size)}]")}, a view of <see cref=\"Parameters\"/>.</summary>");
        writer.Line(Generated.Attribute);
        writer.Line($"public global::NetGen.DenseParameters {identifier} => new(Parameters.Slice({Literal.Of(dense.Weights.Offset)}, {Literal.Of(dense.Weights.Length)}), {bias}, {Literal.Of(dense.Output.Size)}, {Literal.Of(dense.Input.Size)});");
    }

    /// <inheritdoc/>
    public void Initialize(CodeWriter writer, LayerPlan layer, ResolvedParameters parameters) => DenseInitialization.Emit(writer, (DensePlan)layer, parameters);

    private static void InputGradient(CodeWriter writer, DensePlan dense, LayerPass pass)
    {
        if (pass.Form == NetworkForm.Lanes)
        {
            writer.Line($"Kernels.{DenseLanes.InputGradientName(dense)}({pass.OutputGradient}, ref p, {pass.InputGradient}, groups);");
            return;
        }

        var operands = new ProductOperands(pass.OutputGradient, $"ref Add(ref p, {dense.Weights.Symbol})", pass.InputGradient, pass.InputGradientScratch, "samples");
        writer.Line($"{ProductEmitter.Call(dense.InputGradient, operands)};");
    }
}
