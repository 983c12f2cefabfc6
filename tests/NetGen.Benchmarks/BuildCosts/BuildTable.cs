using System.Globalization;
using System.Text;

namespace NetGen.Benchmarks.BuildCosts;

/// <summary>The table of what builds cost.</summary>
internal static class BuildTable
{
    private const int Networks = 40;

    /// <summary>The table in Markdown.</summary>
    public static string Render(BuildSection section)
    {
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder("### What a build costs\n");
        text.Append(culture, $"`-- compile`, {section.Machine.When}: `dotnet build -c Release` of a class library without a compiler server; the best of three.\n\n");
        text.Append("| project | time | processor time | beyond none | per network |\n|---|---:|---:|---:|---:|\n");
        Row(text, "no network", section.Plain, section.Plain, 0);
        Row(text, "one network of three layers", section.One, section.Plain, 1);
        Row(text, "40 networks of three layers, widths 8 to 560", section.Forty, section.Plain, Networks);
        text.Append(culture, $"\n{section.EmittedBytes / 1e6:0.00} MB are emitted for the forty.\n\n| network | emitted | at most |\n|---|---:|---:|\n");
        foreach (var size in section.Sizes)
        {
            text.Append(culture, $"| {size.Network} | {size.Bytes / 1e3:0.0} KB | {(size.Limit is { } limit ? $"{limit / 1000} KB{(size.Bytes > limit ? ": **short**" : "")}" : "-")} |\n");
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, BuildCost cost, BuildCost plain, int networks)
    {
        var beyond = (cost.ProcessorSeconds ?? cost.Seconds) - (plain.ProcessorSeconds ?? plain.Seconds);
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {cost.Seconds:0.0} s | {(cost.ProcessorSeconds is { } processor ? $"{processor.ToString("0.0", CultureInfo.InvariantCulture)} s" : "-")} ");
        text.Append(networks == 0 ? "| - | - |\n" : string.Create(CultureInfo.InvariantCulture, $"| {beyond:0.0} s | {beyond / networks:0.00} s |\n"));
    }
}
