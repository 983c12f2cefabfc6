using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// What is done with a vector, as C#: with one of 128 or 256 bits by the base library's own methods, which the JIT need not inline; with sixteen floats, which are one
/// vector of 512 bits or two of 256, by <c>TOps</c>, in a method that is generic.
/// </summary>
internal sealed class VectorText
{
    private readonly string _class;

    private VectorText(string type, string operations, int lanes) => (Type, _class, Lanes) = (type, operations, lanes);

    /// <summary>Four floats.</summary>
    public static VectorText Four { get; } = new("Vector128<float>", "Vector128", 4);

    /// <summary>Eight floats.</summary>
    public static VectorText Eight { get; } = new("Vector256<float>", "Vector256", 8);

    /// <summary>Sixteen floats.</summary>
    public static VectorText Sixteen { get; } = new("TVector", "TOps", 16);

    /// <summary>The narrowest that so many floats fit in.</summary>
    public static VectorText Of(int floats) => floats <= Four.Lanes ? Four : floats <= Eight.Lanes ? Eight : Sixteen;

    /// <summary>Floats.</summary>
    public int Lanes { get; }

    /// <summary>The type.</summary>
    public string Type { get; }

    /// <summary>0 in every lane.</summary>
    public string Zero => IsGeneric ? "TOps.Zero" : Type + ".Zero";

    private static string Whole(string term) => term.Contains(' ') ? $"({term})" : term;

    private bool IsGeneric => Lanes == 16;

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
