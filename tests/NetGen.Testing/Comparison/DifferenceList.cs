namespace NetGen.Testing.Comparison;

/// <summary>Collects the deviations of one network.</summary>
internal sealed class DifferenceList(ExpectedPass expected)
{
    private readonly List<Deviation> _found = [];

    /// <summary>One entry for each thing compared.</summary>
    public IReadOnlyList<Deviation> Found => _found;

    /// <summary>Compares a tensor.</summary>
    /// <param name="what">See <see cref="Interpretation.InterpretedPass.Quantities"/>.</param>
    /// <param name="values">What it should be.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="suffix">Says when, where a tensor is compared more than once.</param>
    public void Add(string what, double[] values, double[] actual, string suffix = "") =>
        _found.Add(new Deviation(what + suffix, Difference.Relative(values, actual, expected.Floor(what))));

    /// <summary>Compares a number.</summary>
    public void Add(string what, double value, double actual, string suffix = "") => Add(what, [value], [actual], suffix);

    /// <summary>Compares a buffer, whose guards must be intact.</summary>
    public void Add(string what, double[] values, GuardedBuffer actual, string suffix = "")
    {
        Add(what, values, actual.Wide(), suffix);
        AddGuard(what + suffix, actual);
    }

    /// <summary>Checks that nothing was written beyond a buffer.</summary>
    public void AddGuard(string what, GuardedBuffer buffer) => AddRule($"{what}: written beyond the end", buffer.IsIntact);

    /// <summary>Checks what must hold.</summary>
    /// <param name="fault">Says what is wrong otherwise.</param>
    /// <param name="holds">Whether it holds.</param>
    public void AddRule(string fault, bool holds)
    {
        if (!holds)
        {
            _found.Add(new Deviation(fault, double.PositiveInfinity));
        }
    }
}
