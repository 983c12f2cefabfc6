namespace NetGen.Numerics;

/// <summary>
/// Floats side by side, of any width: elementwise functions are written once against this and become one loop a width, since the JIT compiles generic code
/// for each struct anew.
/// </summary>
/// <typeparam name="TSelf">The vector.</typeparam>
public interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Whether the processor has vectors of this width.</summary>
    static abstract bool IsHardwareAccelerated { get; }

    /// <summary>Floats a vector.</summary>
    static abstract nuint Count { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Lanes from memory.</summary>
    static abstract TSelf Load(ref float source, nuint offset);

    /// <summary>a + b.</summary>
    static abstract TSelf Add(TSelf a, TSelf b);

    /// <summary>a - b.</summary>
    static abstract TSelf Subtract(TSelf a, TSelf b);

    /// <summary>a b.</summary>
    static abstract TSelf Multiply(TSelf a, TSelf b);

    /// <summary>a / b.</summary>
    static abstract TSelf Divide(TSelf a, TSelf b);

    /// <summary>a b + c, rounded once where the processor can.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>-a.</summary>
    static abstract TSelf Negate(TSelf a);

    /// <summary>|a|.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>The magnitude of one with the sign of the other.</summary>
    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>Lane by lane, <paramref name="yes"/> where a is greater than b, <paramref name="no"/> elsewhere and where either is no number.</summary>
    static abstract TSelf SelectGreater(TSelf a, TSelf b, TSelf yes, TSelf no);

    /// <summary>Lane by lane, <paramref name="yes"/> where a equals b, <paramref name="no"/> elsewhere.</summary>
    static abstract TSelf SelectEqual(TSelf a, TSelf b, TSelf yes, TSelf no);

    /// <summary>exp(a), from the base library.</summary>
    static abstract TSelf Exp(TSelf a);

    /// <summary>ln(a), from the base library.</summary>
    static abstract TSelf Log(TSelf a);

    /// <summary>The sum of all lanes.</summary>
    static abstract float Sum(TSelf a);

    /// <summary>Lanes to memory.</summary>
    void Store(ref float destination, nuint offset);
}
