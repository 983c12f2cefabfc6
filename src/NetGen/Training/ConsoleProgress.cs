namespace NetGen;

/// <summary>
/// Prints a line an epoch, at once and in order. (<see cref="Progress{T}"/> hands its reports to the thread pool, where two of them may overtake each other.)
/// </summary>
/// <param name="writer">Where to; the console unless given.</param>
public sealed class ConsoleProgress(TextWriter? writer = null) : IProgress<EpochReport>
{
    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        ArgumentNullException.ThrowIfNull(value);
        (writer ?? Console.Out).WriteLine(value.ToString());
    }
}
