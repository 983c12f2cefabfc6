using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>What a parser knows of one layer.</summary>
/// <param name="Layer">The layer; null where its input or its own size is not known.</param>
/// <param name="Output">What it gives a sample; null where that is not known. May be known where what it receives is not.</param>
/// <param name="Activation">The function at its end; null where that is not known.</param>
/// <param name="Parameters">Trainable parameters, 0 where not known.</param>
/// <param name="SizeArgument">The attribute's argument that sets the size, at which too many parameters are reported.</param>
internal sealed record LayerResult(LayerSpec? Layer, Shape? Output, ActivationSpec? Activation, long Parameters = 0, string SizeArgument = "");
