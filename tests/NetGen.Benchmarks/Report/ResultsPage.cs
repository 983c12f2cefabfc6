using NetGen.Benchmarks.BuildCosts;
using System.Globalization;
using System.Text;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Work;

namespace NetGen.Benchmarks.Report;

/// <summary>The page benchmarks/results.md, made from every section that is kept.</summary>
internal static class ResultsPage
{
    private const string Name = "results.md";

    /// <summary>Writes the page.</summary>
    /// <returns>Its path.</returns>
    public static string Write(IReadOnlyList<(string Key, Section Section)> sections)
    {
        var explanations = Explanations.Read();
        var text = new StringBuilder();
        text.Append(Preface);
        foreach (var (key, section) in sections)
        {
            text.Append('\n').Append(Render(section, key, explanations));
            foreach (var (_, builds) in new Store<BuildSection>(CompileCommand.Folder).ReadAll().Where(kept => kept.Key == key))
            {
                text.Append('\n').Append(BuildTable.Render(builds));
            }
        }

        var path = Path.Combine(Repository.Benchmarks, Name);
        Directory.CreateDirectory(Repository.Benchmarks);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    /// <summary>One section.</summary>
    public static string Render(Section section, string key, Explanations explanations)
    {
        var machine = section.Machine;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {machine.Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"{machine.When}: {machine.Processor}, {machine.Cores} cores, AVX-512 {(machine.HasAvx512 ? "yes" : "no")}, vectors of {machine.VectorBits} bits used; {machine.Runtime} on {machine.System}. ");
        text.Append(CultureInfo.InvariantCulture, $"Measured peak of one core: {section.PeakGflops:0} GFLOP/s of fused multiply-adds in single precision (median over the rows). ");
        text.Append(CultureInfo.InvariantCulture, $"Peers: {section.Torch}; {section.Onnx}. The run took {section.Minutes:0.0} minutes.\n\n");
        if (machine.HasAvx512 && machine.VectorBits < 512)
        {
            text.Append("AVX-512 was switched off for .NET and for libtorch by their environment variables. ONNX Runtime has no such switch and kept using it, so its column is that of a wider machine.\n\n");
        }

        if (explanations.Of("section", key) is { } remark)
        {
            text.Append(CultureInfo.InvariantCulture, $"{remark}\n\n");
        }

        Targets(text, section);
        Measurements(text, section);
        Checks(text, section);
        Shortfalls(text, section, key, explanations);
        return text.ToString();
    }

    private static void Targets(StringBuilder text, Section section)
    {
        text.Append("### Targets\n| row | work | to reach | reached | |\n|---|---|---|---:|---|\n");
        foreach (var row in section.Rows)
        {
            foreach (var target in row.Targets)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {row.Title} | {target.Target} | {target.Reached} | {Of(target.Verdict, row)} |\n");
            }
        }

        text.Append('\n');
    }

    private static void Measurements(StringBuilder text, Section section)
    {
        text.Append("### Measured\nMedian (95th percentile) of the rounds. *Won*: our 95th percentile is below the peer's median.\n\n");
        text.Append("| row | ours | GFLOP/s | of peak | libtorch | ratio | won | ONNX Runtime | ratio | won | allocated a step |\n|---|---:|---:|---:|---:|---:|---|---:|---:|---|---:|\n");
        foreach (var row in section.Rows.Where(static row => row.Ours is not null))
        {
            var rate = row.Flops / row.Ours!.Median / 1e9;
            text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {Time(row.Ours)} | {(rate is { } gflops ? Words.ThreeDigits(gflops) : "-")} ");
            text.Append(CultureInfo.InvariantCulture, $"| {(rate / row.PeakGflops is { } share ? $"{(100 * share).ToString("0", CultureInfo.InvariantCulture)}%" : "-")} ");
            Peer(text, row.Ours, row.Torch, row.ComparesTorch);
            Peer(text, row.Ours, row.Onnx, row.ComparesOnnx);
            text.Append(CultureInfo.InvariantCulture, $"| {(row.AllocatedBytes is { } bytes ? $"{Words.ThreeDigits(bytes)} B" : "-")} |\n");
        }

        text.Append('\n');
    }

    private static void Peer(StringBuilder text, Timing ours, Timing? peer, bool compares)
    {
        if (peer is null)
        {
            text.Append(compares ? "| not loaded | - | - " : "| - | - | - ");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"| {Time(peer)} | {Words.ThreeDigits(peer.Median / ours.Median)} x | {(ours.Percentile95 < peer.Median ? "yes" : "no")} ");
    }

    private static void Checks(StringBuilder text, Section section)
    {
        var checkedRows = section.Rows.Where(static row => row.Agreement is not null).ToList();
        if (checkedRows.Count > 0)
        {
            text.Append("### The same work on both sides\n| row | compared | before the first step | ours | the peer's | apart |\n|---|---|---:|---:|---:|---:|\n");
            foreach (var row in checkedRows)
            {
                var agreement = row.Agreement!;
                var first = agreement.First is { } loss ? loss.ToString("0.00000", CultureInfo.InvariantCulture) : "-";
                text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {agreement.What} | {first} | {agreement.Ours:0.00000} | {agreement.Peer:0.00000} ");
                text.Append(CultureInfo.InvariantCulture, $"| {agreement.Difference:0.0e+0}{(agreement.Holds ? "" : ": **they do not agree**")} |\n");
            }

            text.Append('\n');
        }

        foreach (var row in section.Rows.Where(static row => row.Note is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {row.Id}: {row.Note}\n");
        }

        text.Append('\n');
    }

    private static void Shortfalls(StringBuilder text, Section section, string key, Explanations explanations)
    {
        text.Append("### What fell short, and why\n");
        var any = false;
        foreach (var row in section.Rows.Where(static row => row.Targets.Any(static target => target.Verdict is Verdict.Short or Verdict.NotMeasured)))
        {
            any = true;
            var missed = string.Join(", ", row.Targets.Where(static target => target.Verdict is Verdict.Short or Verdict.NotMeasured).Select(static target => $"{target.Target}: {target.Reached}"));
            var why = row.Targets.Any(static target => target.Verdict == Verdict.Short)
                ? explanations.Of(row.Id, key) ?? $"**Not explained yet**; a heading `## {row.Id}` in {Explanations.FileName} would say why."
                : row.Ours is null ? "Its note says what is missing." : "The peer did not load.";
            text.Append(CultureInfo.InvariantCulture, $"- **{row.Id}** ({missed}): {why}\n");
        }

        text.Append(any ? "" : "Nothing.\n");
    }

    private static string Time(Timing timing) => $"{Words.Time(timing.Median)} ({Words.Time(timing.Percentile95)})";

    private static string Of(Verdict verdict, Row row) => verdict switch
    {
        Verdict.Reached => "reached",
        Verdict.ReachedScaled => "reached, scaled by the peaks",
        Verdict.Short => "**short**",
        _ => row.Ours is null ? "not measured" : "peer not loaded",
    };

    private const string Preface = """
        # Results
        Made by one command, which replaces the section of the kind of machine it runs on and leaves the others:

        ```
        dotnet run -c Release --project tests/NetGen.Benchmarks -p:Peers=true
        ```

        `-p:Peers=true` fetches libtorch and ONNX Runtime, some hundred megabytes. Without it, or where they do not load, the peers' columns say so.

        How it is measured: both sides work in turns in one process, in at least 30 rounds, on one thread unless said, from the same weights, on the same batch, which stays
        the same. A step is forward, backward and update; it is timed at a learning rate of 1e-5, at which ten thousands of steps leave the network what it was, and compared
        after 20 steps at 1e-3 (Adam; 1e-5 in W9, see `TrainingRows.cs`) or 1e-2 (SGD). The peak is that of 12 independent chains of fused multiply-adds of the widest vector, measured before, among and
        after the rounds of each row. A dense network counts as 2 operations a weight and sample forward and 6 a whole step. The six include the gradient by the network's
        own inputs, which neither side computes: a network with a wide first layer can pass 100% of peak by this count.

        Absolute times were set for a machine with a peak of 219 GFLOP/s a core. Where a slower one misses such a time it is scaled by the ratio of the peaks; the table
        says so.

        """;
}
