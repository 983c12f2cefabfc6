using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Work;

/// <summary>One row of the table: what is done, with what, and what is to be reached.</summary>
internal abstract class BenchmarkWork
{
    /// <summary>By which --rows and the explanations name it.</summary>
    public required string Id { get; init; }

    /// <summary>What is done.</summary>
    public required string Title { get; init; }

    /// <summary>What is to be reached.</summary>
    public Target[] Targets { get; init; } = [];

    /// <summary>Whether it can be measured in a second or two, so that --quick has it.</summary>
    public virtual bool IsShort => true;

    /// <summary>Measures it.</summary>
    /// <param name="effort">For how long.</param>
    /// <param name="machine">What is measured on.</param>
    public abstract Row Measure(Effort effort, Machine machine);

    /// <summary>The row held against the targets.</summary>
    protected Row Judge(Row row, Machine machine) => row with { Targets = [.. row.Targets, .. Targets.Select(target => target.Judge(row, machine))] };
}
