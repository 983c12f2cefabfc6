using System.Globalization;
using System.Text;

namespace NetGen.Benchmarks.Compiling;

/// <summary>The declaration of a dense network as text, for sizes that are not known before the run.</summary>
internal static class NetworkSource
{
    /// <summary>Rectified linear layers, then one of logits, trained on a softmax cross-entropy.</summary>
    /// <param name="name">The class, public and in no namespace.</param>
    /// <param name="inputs">Values a sample.</param>
    /// <param name="hidden">The units of each hidden layer.</param>
    /// <param name="outputs">The units of the last.</param>
    public static string Dense(string name, int inputs, IEnumerable<int> hidden, int outputs)
    {
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder("using NetGen;\n\n/// <summary>A network to be measured.</summary>\n[NeuralNetwork]\n");
        text.Append(culture, $"[Input({inputs}, Mean = 0, StandardDeviation = 1)]\n");
        foreach (var units in hidden)
        {
            text.Append(culture, $"[Dense({units}, Activation.Relu)]\n");
        }

        text.Append(culture, $"[Dense({outputs})]\n[Loss(Loss.SoftmaxCrossEntropy)]\npublic sealed partial class {name};\n");
        return text.ToString();
    }

    /// <summary>W9: 784-[300 x 10]-10.</summary>
    /// <param name="name">The class.</param>
    /// <param name="units">The units of the first hidden layer, for an edit that changes the network.</param>
    public static string TenLayers(string name, int units = 300) => Dense(name, 784, [units, .. Enumerable.Repeat(300, 9)], 10);
}
