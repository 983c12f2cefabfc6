using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Functions of each number, and their derivatives, of one sample.</summary>
/// <param name="Function">phi.</param>
internal sealed record SampleMap(ActivationSpec Function)
{
    /// <summary>Variables that one vector's phi adds to the method it is inlined into.</summary>
    public int Variables => Function.Kind switch
    {
        ActivationKind.Identity or ActivationKind.Relu => 0,
        ActivationKind.LeakyRelu or ActivationKind.HardSigmoid or ActivationKind.HardSwish or ActivationKind.Softsign => 12,
        _ => 60,
    };

    /// <summary>The same of phi'.</summary>
    public int DerivativeVariables => Function.Kind switch
    {
        ActivationKind.Relu or ActivationKind.LeakyRelu or ActivationKind.Tanh or ActivationKind.Sigmoid or ActivationKind.HardSigmoid
            or ActivationKind.HardSwish or ActivationKind.Softsign => 12,
        _ => 60,
    };

    /// <summary>phi(z) of a vector in a register.</summary>
    public string Apply(VectorText vector, string z) => Function.Kind switch
    {
        ActivationKind.Identity => z,
        ActivationKind.Relu => vector.Rectify(z),
        _ => vector.Apply(Function, z),
    };

    /// <summary>Writes y = phi(x) of a value in memory.</summary>
    public void Print(CodeWriter writer, SampleValue x, SampleValue y) => Each(writer, y, index =>
        writer.Line(y.Vector.Store(Apply(y.Vector, x.Load(y.Vector, index)), y.Reference, y.At(index))));

    /// <summary>Writes dx = dy phi'(saved).</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="saved">What phi' is computed from, in memory.</param>
    /// <param name="dy">The gradient with respect to phi(x).</param>
    /// <param name="dx">The gradient with respect to x: a new variable where it is one vector.</param>
    public void PrintGradient(CodeWriter writer, SampleValue saved, SampleValue dy, SampleValue dx) => Each(writer, dx, index =>
    {
        var product = Product(dx.Vector, dx.IsWide ? dy.Load(dy.Vector, index) : dy.Symbol, saved, index);
        writer.Line(dx.IsWide ? dx.Vector.Store(product, dx.Reference, dx.At(index)) : $"{dx.Vector.Type} {dx.Symbol} = {product};");
    });

    /// <summary>dy phi'(saved) of a vector in a register.</summary>
    public string Product(VectorText vector, string dy, SampleValue saved, string index) => vector.Multiply(dy, vector.Derivative(Function, saved.Load(vector, index)));

    private static void Each(CodeWriter writer, SampleValue value, Action<string> body)
    {
        if (!value.IsWide)
        {
            body("");
            return;
        }

        using (writer.Open($"for (nuint j = 0; j < {Literal.Of(value.Size)}; j += TOps.Lanes)"))
        {
            body("j");
        }
    }
}
