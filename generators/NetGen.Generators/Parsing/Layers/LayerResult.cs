using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>What a parser knows of one layer.</summary>
/// <param name="Layer">The layer; null where its input or its own size is not known.</param>
/// <param name="Output">What it gives per sample; a guess where <paramref name="Layer"/> is not known, and null where there is none.</param>
/// <param name="Gives">What the next layer receives; null where that is not known.</param>
/// <param name="Parameters">Trainable parameters, 0 where not known.</param>
/// <param name="SizeArgument">The attribute's argument that sets the size, at which too many parameters are reported.</param>
internal sealed record LayerResult(LayerSpec? Layer, Shape? Output, Received? Gives, long Parameters = 0, string SizeArgument = "");
