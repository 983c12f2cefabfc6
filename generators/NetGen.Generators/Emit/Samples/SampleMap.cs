using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Functions of each number, and their derivatives, of one sample.</summary>
/// <param name="Function">phi.</param>
internal sealed record SampleMap(ActivationSpec Function)
{
    /// <summary>phi(z) of a vector in a register.</summary>
    public string Apply(VectorText vector, string z) => Function.Kind switch
    {
        ActivationKind.Identity => z,
        ActivationKind.Relu => vector.Rectify(z),
        _ => vector.Apply(Function, z),
    };

    /// <summary>Writes y = phi(x) of a value in memory.</summary>
    public void Print(CodeWriter writer, SampleValue x, SampleValue y) => y.Each(writer, (vector, index) =>
        writer.Line(vector.Store(Apply(vector, x.Load(vector, index)), y.Reference, y.At(index))));

    /// <summary>Writes dx = dy phi'(saved).</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="saved">What phi' is computed from, in memory.</param>
    /// <param name="dy">The gradient with respect to phi(x).</param>
    /// <param name="dx">The gradient with respect to x: a new variable where it is one vector.</param>
    public void PrintGradient(CodeWriter writer, SampleValue saved, SampleValue dy, SampleValue dx) => dx.Each(writer, (vector, index) =>
    {
        var product = Product(vector, dx.IsWide ? dy.Load(vector, index) : dy.Symbol, saved, index);
        writer.Line(dx.IsWide ? vector.Store(product, dx.Reference, dx.At(index)) : $"{vector.Type} {dx.Symbol} = {product};");
    });

    /// <summary>dy phi'(saved) of a vector in a register.</summary>
    public string Product(VectorText vector, string dy, SampleValue saved, string index) => vector.Multiply(dy, vector.Derivative(Function, saved.Load(vector, index)));
}
