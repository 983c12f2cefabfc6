using System.Globalization;

namespace NetGen.Calibration;

/// <summary>A network as declared, and what it is trained on.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Set">Whether thresholds were set on it.</param>
/// <param name="Task">What it learns.</param>
/// <param name="Words">The hidden layers in few words.</param>
/// <param name="Layers">The attributes of the hidden layers, a line each; those of the output layer follow, or stand where <see cref="Output"/> does.</param>
/// <param name="Blocks">Classes of layers that they use; empty for none.</param>
internal sealed record CalibrationCase(int Number, CalibrationSet Set, CalibrationTask Task, string Words, string Layers, string Blocks = "")
{
    /// <summary>What stands for the output layer where others come behind it.</summary>
    public const string Output = "[Output]\n";

    /// <summary>The class's name.</summary>
    public string TypeName => string.Create(CultureInfo.InvariantCulture, $"Case{Number}");

    /// <summary>Whether it is one of those for normalizations, masks and residual blocks.</summary>
    public bool IsOfLayers => Set is CalibrationSet.LayerTuning or CalibrationSet.LayerHoldOut or CalibrationSet.LayerControl;

    /// <summary>Whether its layers are dense ones alone.</summary>
    public bool IsPlain => Layers.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(static line => line.StartsWith("[Dense(", StringComparison.Ordinal));

    /// <summary>The declaration.</summary>
    public string Source
    {
        get
        {
            var output = $"[Dense({Task.Outputs.ToString(CultureInfo.InvariantCulture)})]\n";
            var layers = Layers.Contains(Output, StringComparison.Ordinal) ? Layers.Replace(Output, output, StringComparison.Ordinal) : Layers + output;
            return $"using NetGen;\n{Blocks}[NeuralNetwork]\n[Input({Task.Input})]\n{layers}[Loss(Loss.{Task.Loss})]\npublic sealed partial class {TypeName};\n";
        }
    }
}
