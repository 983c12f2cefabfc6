using System.Globalization;
using System.Text;

namespace NetGen.Calibration;

/// <summary>A network as declared, and what it is trained on.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Set">Whether thresholds were set on it.</param>
/// <param name="Task">What it learns.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="Width">Units of each.</param>
/// <param name="Hidden">The arguments of every hidden layer after its units.</param>
/// <param name="First">Those of the first hidden layer, where they differ; empty otherwise.</param>
internal sealed record CalibrationCase(int Number, CalibrationSet Set, CalibrationTask Task, int Depth, int Width, string Hidden, string First)
{
    /// <summary>The class's name.</summary>
    public string TypeName => string.Create(CultureInfo.InvariantCulture, $"Case{Number}");

    /// <summary>The declaration.</summary>
    public string Source
    {
        get
        {
            var text = new StringBuilder("using NetGen;\n[NeuralNetwork]\n");
            text.Append(CultureInfo.InvariantCulture, $"[Input({Task.Input})]\n");
            for (var layer = 0; layer < Depth; layer++)
            {
                text.Append(CultureInfo.InvariantCulture, $"[Dense({Width}, {(layer == 0 && First.Length > 0 ? First : Hidden)})]\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"[Dense({Task.Outputs})]\n[Loss(Loss.{Task.Loss})]\npublic sealed partial class {TypeName};\n");
            return text.ToString();
        }
    }

    /// <summary>The hidden layers in few words.</summary>
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
