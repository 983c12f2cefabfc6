namespace NetGen.Initialization;

/// <summary>
/// What <see cref="NormalQuantileVector{TLanes, TOp}"/> needs of vectors of doubles, to be written once for all widths. The vectors are named by their bits, as
/// the generator's words come in them and the logarithm takes a number apart.
/// </summary>
/// <typeparam name="TLanes">The vector of 64-bit lanes.</typeparam>
internal interface IDoubleOperations<TLanes>
    where TLanes : struct
{
    /// <summary>The same number in every lane.</summary>
    static abstract TLanes Constant(double value);

    /// <summary>The same bits in every lane.</summary>
    static abstract TLanes Bits(ulong value);

    /// <summary>a + b.</summary>
    static abstract TLanes Add(TLanes a, TLanes b);

    /// <summary>a - b.</summary>
    static abstract TLanes Subtract(TLanes a, TLanes b);

    /// <summary>a b.</summary>
    static abstract TLanes Multiply(TLanes a, TLanes b);

    /// <summary>a / b.</summary>
    static abstract TLanes Divide(TLanes a, TLanes b);

    /// <summary>The square root of each lane.</summary>
    static abstract TLanes Sqrt(TLanes a);

    /// <summary>|a|.</summary>
    static abstract TLanes Abs(TLanes a);

    /// <summary>The magnitude of the first with the sign of the second.</summary>
    static abstract TLanes CopySign(TLanes magnitude, TLanes sign);

    /// <summary>The smaller one of two numbers.</summary>
    static abstract TLanes Min(TLanes a, TLanes b);

    /// <summary>The first where a &lt;= b, else the second.</summary>
    static abstract TLanes SelectWhereAtMost(TLanes a, TLanes b, TLanes whenAtMost, TLanes whenAbove);

    /// <summary>The sum of the bits taken as whole numbers.</summary>
    static abstract TLanes AddBits(TLanes a, TLanes b);

    /// <summary>The difference of the bits taken as whole numbers.</summary>
    static abstract TLanes SubtractBits(TLanes a, TLanes b);

    /// <summary>The bits moved towards the lower end, zeros behind them.</summary>
    static abstract TLanes ShiftRight52(TLanes a);

    /// <summary>The bits moved towards the upper end, zeros behind them.</summary>
    static abstract TLanes ShiftLeft52(TLanes a);

    /// <summary>The lower halves of the lanes under the upper half of some bits.</summary>
    static abstract TLanes LowerWith(TLanes lower, TLanes upper);

    /// <summary>Stores the numbers as floats, rounded to the nearest.</summary>
    static abstract void StoreSingles(TLanes value, ref float destination);
}
