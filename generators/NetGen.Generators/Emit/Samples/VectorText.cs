using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// What is done with a vector, as C#: with one of 128 or 256 bits by the base library's own methods, which the JIT need not inline; with one that is as wide as the
/// processor has by <c>TOps</c>, in a method that is generic.
/// </summary>
internal sealed class VectorText
{
    private readonly string _class;

    private VectorText(int bits) =>
        (_class, Type, Lanes) = bits == 0 ? ("TOps", "TVector", 0) : ("Vector" + Literal.Of(bits), $"Vector{Literal.Of(bits)}<float>", bits / 32);

    /// <summary>Four floats.</summary>
    public static VectorText Four { get; } = new(128);

    /// <summary>Eight floats.</summary>
    public static VectorText Eight { get; } = new(256);

    /// <summary>As many as the processor takes at a time, eight at the least.</summary>
    public static VectorText Widest { get; } = new(0);

    /// <summary>Floats; 0 where they are not known before run time.</summary>
    public int Lanes { get; }

    /// <summary>The type.</summary>
    public string Type { get; }

    /// <summary>0 in every lane.</summary>
    public string Zero => IsGeneric ? "TOps.Zero" : Type + ".Zero";

    private static string Whole(string term) => term.Contains(' ') ? $"({term})" : term;

    private bool IsGeneric => Lanes == 0;

    private string TypeArguments => IsGeneric ? "<TVector, TOps>" : "";

    /// <summary>The floats from an offset on.</summary>
    public string Load(string reference, string offset) => $"{_class}.{(IsGeneric ? "Load" : "LoadUnsafe")}(ref {reference}{Offset.Argument(offset)})";

    /// <summary>One float in every lane.</summary>
    public string Broadcast(string reference, string offset) => IsGeneric
        ? $"TOps.Broadcast(ref {reference}{Offset.Argument(offset)})"
        : $"{_class}.Create({(offset == "0" ? reference : $"Unsafe.Add(ref {reference}, {offset})")})";

    /// <summary>Stores a vector; a statement.</summary>
    public string Store(string value, string reference, string offset) => $"{_class}.{(IsGeneric ? "Store" : "StoreUnsafe")}({value}, ref {reference}{Offset.Argument(offset)});";

    /// <summary>a b + c.</summary>
    public string MultiplyAdd(string a, string b, string c) => $"{_class}.MultiplyAddEstimate({a}, {b}, {c})";

    /// <summary>a b.</summary>
    public string Multiply(string a, string b) => IsGeneric ? $"TOps.Multiply({a}, {b})" : $"{a} * {b}";

    /// <summary>a + b.</summary>
    public string Add(string a, string b) => IsGeneric ? $"TOps.Add({a}, {b})" : $"{Whole(a)} + {Whole(b)}";

    /// <summary>max(0, a).</summary>
    public string Rectify(string a) => IsGeneric ? $"TOps.AtLeast(TOps.Zero, {a})" : $"{_class}.MaxNative({Zero}, {a})";

    /// <summary>phi(z).</summary>
    public string Apply(ActivationSpec function, string z) => $"{ActivationCode.Instance(function)}.Apply{TypeArguments}({z})";

    /// <summary>phi'(z), computed from what phi keeps.</summary>
    public string Derivative(ActivationSpec function, string saved) => $"{ActivationCode.Instance(function)}.Derivative{TypeArguments}({saved})";
}
