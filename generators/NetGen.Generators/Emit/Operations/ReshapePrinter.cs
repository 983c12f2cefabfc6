using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Changes of shape: a second name for the same rows, or a copy where padding comes or goes.</summary>
internal sealed class ReshapePrinter : OperationPrinter<Reshape>
{
    /// <inheritdoc/>
    protected override void Rows(Reshape operation, PassContext pass)
    {
        var (x, y) = (operation.X, operation.Y);
        if (pass.AreSame(x, y))
        {
            pass.DeclareView(y, x);
            return;
        }

        // The rows of the one with more positions, position by position.
        var (positions, columns) = (Math.Max(x.Positions, y.Positions), Math.Min(x.Columns, y.Columns));
        var (from, to) = (pass.Ref(x), pass.Ref(y));
        using (pass.Writer.Open($"for (nuint position = 0; position < {Literal.Of(positions)}; position++)"))
        {
            pass.Writer.Line(
                $"RowKernels.CopyRows(ref Unsafe.Add({from}, position * {Step(x, columns, pass)}), {PerSample(x, pass)}, ref Unsafe.Add({to}, position * {Step(y, columns, pass)}), "
                + $"{PerSample(y, pass)}, (int)samples, {Literal.Of(columns)});");
        }
    }

    /// <inheritdoc/>
    protected override void Lanes(Reshape operation, PassContext pass) => pass.DeclareView(operation.Y, operation.X);

    private static string Step(Value value, int columns, PassContext pass) => value.Columns == columns ? pass.Stride(value) : Literal.Of(columns);

    private static string PerSample(Value value, PassContext pass) => Literal.Of((long)value.Positions * pass.Pass.Memory.Stride(value));
}
