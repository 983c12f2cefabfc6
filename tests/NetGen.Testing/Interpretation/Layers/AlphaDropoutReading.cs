using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>
/// Alpha dropout (Klambauer et al. 2017, as PyTorch has it): with the probability p a value becomes alpha' = -1.758, SELU's limit to the left; then a x + b with
/// a = ((1 - p) (1 + p alpha'^2))^(-1/2) and b = -a alpha' p, which gives mean 0 and variance 1 back.
/// </summary>
internal sealed class AlphaDropoutReading : MaskReading
{
    // -1.0507009873554805 x 1.6732632423543772.
    private const double AlphaPrime = -1.7580993408473766;

    public AlphaDropoutReading(AlphaDropoutSpec layer, int number)
        : base(number, layer.Rate, Scale(layer.Rate), Shift(layer.Rate), dropped: (Scale(layer.Rate) * AlphaPrime) + Shift(layer.Rate))
    {
    }

    private static double Scale(double rate) => 1 / Math.Sqrt((1 - rate) * (1 + (rate * AlphaPrime * AlphaPrime)));

    private static double Shift(double rate) => -Scale(rate) * AlphaPrime * rate;
}
