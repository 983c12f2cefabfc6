using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>Inverted dropout (Srivastava et al. 2014): a = x / (1 - p), or 0 with the probability p.</summary>
internal sealed class DropoutReading(DropoutSpec layer, int number) : MaskReading(number, layer.Rate, scale: 1 / (1 - layer.Rate), shift: 0, dropped: 0);
