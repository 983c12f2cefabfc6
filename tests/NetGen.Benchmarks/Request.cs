namespace NetGen.Benchmarks;

/// <summary>What the program was asked for.</summary>
/// <param name="Command">table (unless said), scaling, compile, micro or render.</param>
/// <param name="IsQuick">Whether to measure for a minute at most, without writing results.</param>
/// <param name="LimitsToAvx2">Whether to run with 256-bit vectors on a machine that has wider ones.</param>
/// <param name="Rows">The rows asked for; empty for all.</param>
/// <param name="Rest">What follows the command.</param>
internal sealed record Request(string Command, bool IsQuick, bool LimitsToAvx2, IReadOnlyList<string> Rows, string[] Rest)
{
    private const string Usage = """
        usage: NetGen.Benchmarks [table|scaling|compile|micro|render] [--quick] [--avx2] [--rows id,id]

          table     measures every row of benchmarks/results.md and writes it (the default)
          scaling   measures step times over widths, depths and batches and writes benchmarks/scaling.md
          compile   measures what networks cost a build and writes it into benchmarks/results.md
          micro     runs BenchmarkDotNet over the small parts; what follows is passed on to it
          render    writes both pages anew from the numbers kept, after an explanation was changed
          --quick   measures for a minute at most, and writes nothing
          --rows    measures these rows alone, and writes nothing
          --avx2    leaves AVX-512 unused, here and in the peers that can be told so; fills a section of its own
        """;

    private static readonly string[] s_commands = ["table", "scaling", "compile", "micro", "render"];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">They are not understood; the message says what is.</exception>
    public static Request Parse(string[] arguments)
    {
        var hasCommand = arguments.Length > 0 && !arguments[0].StartsWith('-');
        var command = hasCommand ? arguments[0] : "table";
        if (!s_commands.Contains(command))
        {
            throw new ArgumentException($"There is no command '{command}'.\n{Usage}");
        }

        var rest = arguments[(hasCommand ? 1 : 0)..];
        if (command == "micro")
        {
            return new Request(command, IsQuick: false, LimitsToAvx2: false, [], rest);
        }

        var parsed = new Request(command, IsQuick: false, LimitsToAvx2: false, [], rest);
        for (var index = 0; index < rest.Length; index++)
        {
            parsed = rest[index] switch
            {
                "--quick" => parsed with { IsQuick = true },
                "--avx2" => parsed with { LimitsToAvx2 = true },
                "--rows" when index + 1 < rest.Length => parsed with { Rows = rest[++index].Split(',', StringSplitOptions.RemoveEmptyEntries) },
                _ => throw new ArgumentException($"'{rest[index]}' is not understood.\n{Usage}"),
            };
        }

        return parsed;
    }
}
