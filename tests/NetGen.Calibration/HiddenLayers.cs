using System.Globalization;
using System.Text;

namespace NetGen.Calibration;

/// <summary>Hidden layers that are declared alike.</summary>
/// <param name="Depth">How many.</param>
/// <param name="Width">Units of each.</param>
/// <param name="Hidden">The arguments of every one after its units.</param>
/// <param name="First">Those of the first, where they differ; empty otherwise.</param>
internal sealed record HiddenLayers(int Depth, int Width, string Hidden, string First)
{
    /// <summary>The attributes, a line each.</summary>
    public string Source
    {
        get
        {
            var text = new StringBuilder();
            for (var layer = 0; layer < Depth; layer++)
            {
                text.Append(CultureInfo.InvariantCulture, $"[Dense({Width}, {(layer == 0 && First.Length > 0 ? First : Hidden)})]\n");
            }

            return text.ToString();
        }
    }

    /// <summary>The layers in few words.</summary>
    public string Words
    {
        get
        {
            if (Depth == 0)
            {
                return "none";
            }

            var words = Hidden.Replace("Activation.", "", StringComparison.Ordinal).Replace("BiasInitializer = Initializer.Constant, BiasValue =", "bias", StringComparison.Ordinal).Replace("Initializer = Initializer.", "", StringComparison.Ordinal)
                .Replace("StandardDeviation", "std", StringComparison.Ordinal).Replace("Gain = Gain.", "gain ", StringComparison.Ordinal);
            return string.Create(CultureInfo.InvariantCulture, $"{Depth} x {Width} {words}");
        }
    }
}
