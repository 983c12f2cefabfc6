using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Layers;

/// <summary>Writes the code of one kind of layer.</summary>
internal interface ILayerEmitter
{
    /// <summary>The formula of the forward pass, as in <c>a1 = relu(x W1 + b1)</c>.</summary>
    string Formula(LayerPlan layer, string input);

    /// <summary>The statements of the forward pass.</summary>
    void Forward(CodeWriter writer, LayerPlan layer, LayerPass pass);

    /// <summary>The statements of the backward pass: from the gradient of the output to those of the parameters and of the input.</summary>
    void Backward(CodeWriter writer, LayerPlan layer, LayerPass pass);

    /// <summary>Whether the gradient of the input takes the place of the gradient of the output.</summary>
    bool IsInPlace { get; }

    /// <summary>Methods of the layer's own in the class of one vector width, for networks in which a lane is a sample.</summary>
    void LaneKernels(CodeWriter writer, LayerPlan layer, VectorWidth width);

    /// <summary>The signatures of those methods, name and parameters, by which the width is chosen.</summary>
    IEnumerable<KernelSignature> LaneSignatures(LayerPlan layer);

    /// <summary>Writes the layer for one sample alone; null where it has no such code.</summary>
    ISampleEmitter? Sample { get; }

    /// <summary>The typed view of the layer's parameters in the network's class, if it has any.</summary>
    void Members(CodeWriter writer, LayerPlan layer);

    /// <summary>The statements that set the layer's parameters from a seed.</summary>
    void Initialize(CodeWriter writer, LayerPlan layer, ResolvedParameters parameters);
}
