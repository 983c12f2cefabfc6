using NetGen.Generators.Emit.Layers;
using NetGen.Generators.Lowering.Layers;

namespace NetGen.Generators;

/// <summary>How one kind of layer becomes code.</summary>
/// <param name="Name">The kind, as its spec calls it.</param>
/// <param name="Lowering">Turns the spec into steps and memory.</param>
/// <param name="Emitter">Writes the steps as C#.</param>
internal sealed record LayerKind(string Name, ILayerLowering Lowering, ILayerEmitter Emitter);
