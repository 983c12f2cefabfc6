using NetGen.Generators.Signal.Rules;

namespace NetGen.Generators.Diagnostics;

/// <summary>One threshold as .editorconfig names it.</summary>
/// <param name="Name">The key: <c>netgen_saturated_share</c>.</param>
/// <param name="Expected">Which numbers it takes, in words.</param>
/// <param name="Admits">Whether it takes a number; never asked about NaN and infinities.</param>
/// <param name="Get">Reads the threshold.</param>
/// <param name="Set">The thresholds with another value in its place.</param>
internal sealed record ThresholdOption(
    string Name,
    string Expected,
    Func<double, bool> Admits,
    Func<SignalThresholds, double> Get,
    Func<SignalThresholds, double, SignalThresholds> Set);
