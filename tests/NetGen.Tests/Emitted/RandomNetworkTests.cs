using System.Diagnostics;
using NetGen.Testing.Comparison;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    [Fact]
    public void Agree()
    {
        var cases = NetworkGenerators.Draw(int.Parse(Environment.GetEnvironmentVariable("N") ?? "30"), 1);
        var clock = Stopwatch.StartNew();
        var worst = new List<(double, string)>();
        foreach (var batch in cases.Chunk(30))
        {
            clock.Restart();
            var run = NetworkBatch.Generate(batch);
            var t1 = clock.ElapsedMilliseconds;
            using (NetGen.Testing.Compiling.EmittedAssembly.Load(run)) { }
            var t2 = clock.ElapsedMilliseconds;
            var results = NetworkBatch.Compare(run, batch, 4e-6);
            output.WriteLine($"generate {t1}, compile {t2 - t1}, compare {clock.ElapsedMilliseconds - t2}, text {run.Sources.Sum(s => s.SourceText.Length)}");
            foreach (var (network, deviations) in results)
            {
                var d = deviations.MaxBy(static x => x.Relative)!;
                worst.Add((d.Relative, $"{d.Relative:g3} {d.What} depth {network.Network.Layers.Count}\n{network}"));
            }
        }

        foreach (var (_, text) in worst.OrderDescending().Take(12)) output.WriteLine(text);
        output.WriteLine(string.Join(" ", worst.Select(w => w.Item1).Order().Select(x => $"{x:g2}")));
    }
}
