using NetGen.Generators.Lowering;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>What the code of one layer is written against: where its values lie, as <c>ref</c> expressions.</summary>
/// <param name="Form">How samples stand in vectors.</param>
/// <param name="Input">What the layer reads.</param>
/// <param name="PreActivation">Where z goes; the same as <paramref name="Output"/> where z need not be kept.</param>
/// <param name="Output">What the layer writes.</param>
/// <param name="Scratch">Room for what the layer's kernels copy.</param>
/// <param name="OutputGradient">The gradient of the output, read by the backward pass; may be overwritten.</param>
/// <param name="InputGradient">Where the gradient of the input goes.</param>
/// <param name="InputGradientScratch">The same for the gradient of the input.</param>
/// <param name="Condition">Under what condition the gradient of the input is wanted; empty for always.</param>
internal sealed record LayerPass(
    NetworkForm Form,
    string Input,
    string PreActivation,
    string Output,
    string Scratch,
    string OutputGradient = "",
    string InputGradient = "",
    string InputGradientScratch = "",
    string Condition = "")
{
    /// <summary>The number of floats that a value takes in this pass.</summary>
    public string Length(ValuePlan value) =>
        Form == NetworkForm.Lanes ? $"groups * {Literal.Of(value.Size)} * Kernels.Lanes" : $"samples * {Literal.Of(value.Stride)}";
}
