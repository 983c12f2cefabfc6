using System.Collections.Immutable;
using NetGen.Generators.Emit.Layers;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators;

/// <summary>One kind of layer: what declares it, who reads the declaration, who lays it out and who writes its code.</summary>
/// <param name="Name">What users call the kind and the stem of default layer names: <c>Dense</c> gives <c>Dense1</c>, <c>Dense2</c>.</param>
/// <param name="AttributeNames">The metadata names of the attributes that declare a layer of this kind.</param>
/// <param name="Parser">Reads such an attribute into a spec.</param>
/// <param name="Lowering">Turns the spec into steps and memory.</param>
/// <param name="Emitter">Writes the steps as C#.</param>
internal sealed record LayerKind(string Name, ImmutableArray<string> AttributeNames, LayerParser Parser, ILayerLowering Lowering, ILayerEmitter Emitter);
