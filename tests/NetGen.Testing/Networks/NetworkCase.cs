using NetGen.Generators.Model;
using NetGen.Testing.Comparison;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Networks;

/// <summary>A network to be compared with the interpreter, with what its parameters and data are drawn from.</summary>
/// <param name="Network">The network.</param>
/// <param name="Samples">The size of the batch.</param>
/// <param name="Seed">Of the parameters and the data.</param>
internal sealed record NetworkCase(NetworkSpec Network, int Samples, int Seed)
{
    /// <summary>The class by its metadata name.</summary>
    public string MetadataName => Network.Type.Namespace.Length == 0 ? Network.Type.Name : $"{Network.Type.Namespace}.{Network.Type.Name}";

    /// <summary>The same case under another name.</summary>
    public NetworkCase Named(string name) => this with { Network = Network with { Type = Network.Type with { Name = name, Identifier = name, HintName = name } } };

    /// <summary>The declaration.</summary>
    public override string ToString() => FormattableString.Invariant($"{Samples} samples, seed {Seed}\n{DeclarationWriter.Write(Network)}");

    /// <summary>Draws parameters and data, again and with fewer samples where a number falls too near to a kink for single precision to decide.</summary>
    /// <param name="interpreter">Reads the same network.</param>
    /// <param name="margin">The smallest distance allowed, see <see cref="InterpretedPass.KinkMargin"/>.</param>
    /// <param name="expected">What the interpreter makes of them.</param>
    public NetworkData Draw(Interpreter interpreter, double margin, out ExpectedPass expected)
    {
        var random = new Random(Seed);
        var samples = Samples;
        for (var attempt = 1; attempt <= 100; attempt++)
        {
            var data = NetworkData.Draw(Network, interpreter, Math.Max(samples, interpreter.LeastSamples), random);
            if (interpreter.Run(data.Values, data.WideInputs(), data.Targets, data.Step).KinkMargin >= margin)
            {
                expected = ExpectedPass.Of(interpreter, data);
                if (expected.Share.KinkMargin >= margin && expected.IsDecided)
                {
                    return data;
                }
            }

            samples = attempt % 3 == 0 ? (samples + 1) / 2 : samples;
        }

        throw new InvalidOperationException($"Every draw of 100 falls onto a kink:\n{this}");
    }
}
