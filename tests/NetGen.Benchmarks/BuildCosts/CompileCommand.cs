using System.Globalization;
using System.Text;
using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Report;
using NetGen.Generators;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.BuildCosts;

/// <summary>Measures what networks cost a build: its time with and without them, and the bytes that are emitted.</summary>
internal static class CompileCommand
{
    /// <summary>Where the numbers are kept.</summary>
    public const string Folder = "compile";

    private const int Networks = 40;
    private const int Times = 3;
    private const string Plain = "/// <summary>Nothing.</summary>\npublic static class Nothing;\n";

    /// <summary>Measures, prints, and writes unless it was to be quick.</summary>
    public static int Run(Request request)
    {
        var times = request.IsQuick ? 1 : Times;
        List<string> sources = [.. Enumerable.Range(0, Networks).Select(Source)];
        var section = new BuildSection(
            Machine.Current(),
            new MeasuredProject("Plain", [Plain]).Build(times),
            new MeasuredProject("One", [Plain, sources[Networks / 2]]).Build(times),
            new MeasuredProject("Forty", [Plain, .. sources]).Build(times),
            Emitted(sources),
            [
                new("2-1", Emitted(["using NetGen; [NeuralNetwork][Input(2)][Dense(1)] public sealed partial class Smallest;"]), 15_000),
                new("2-8-8-2 tanh", Emitted(["using NetGen; [NeuralNetwork][Input(2)][Dense(8, Activation.Tanh)][Dense(8, Activation.Tanh)][Dense(2)][Loss(Loss.SoftmaxCrossEntropy)] public sealed partial class Tiny;"]), 60_000),
                new("784-[300 x 10]-10 ReLU", Emitted([NetworkSource.TenLayers("Ten")]), 150_000),
            ]);
        Console.WriteLine(BuildTable.Render(section));
        if (!request.IsQuick)
        {
            new Store<BuildSection>(Folder).Write(section.Machine.Key, section);
            TableCommand.Render();
        }

        return 0;
    }

    // Three layers of widths from 8 to 560.
    private static string Source(int index)
    {
        var width = 8 + (7 * index);
        return string.Create(CultureInfo.InvariantCulture, $"""
            using NetGen;

            /// <summary>A network to be measured.</summary>
            [NeuralNetwork]
            [Input({width}, Mean = 0, StandardDeviation = 1)]
            [Dense({2 * width}, Activation.Relu)]
            [Dense({width + 3}, Activation.Tanh)]
            [Dense({3 + (index % 9)})]
            public sealed partial class Net{index};
            """);
    }

    private static int Emitted(IEnumerable<string> sources) => GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(sources))
        .Sources.Sum(static source => Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
}
