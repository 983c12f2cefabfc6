namespace NetGen.Testing.Interpretation;

/// <summary>
/// Disturbs results at random by up to half a unit in the last place of single precision: Monte Carlo arithmetic (Parker 1997). The spread of what is
/// computed with it from what is computed without is what single precision can be expected to err by, however the operations are arranged.
/// </summary>
internal sealed class RoundingNoise(ulong seed)
{
    // 2^-24 of the value, at the ends of the interval of random numbers.
    private const double Size = 1.0 / (1 << 24) / int.MaxValue;

    private ulong _state = (seed * 2) + 1;

    /// <summary>A number that rounds to about the same in single precision; 0, NaN and infinities stay what they are.</summary>
    public double Disturb(double value)
    {
        // Xorshift (Marsaglia 2003): one number a call, millions of calls a network.
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return value + (value * ((int)(_state >> 32) * Size));
    }
}
