using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Dropout.</summary>
internal sealed class MaskPrinter : OperationPrinter<Mask>
{
    /// <inheritdoc/>
    protected override void Rows(Mask operation, PassContext pass)
    {
        var (x, y) = (operation.X, operation.Y);
        pass.Writer.Line(
            $"Dropout.Forward(in step, {Literal.Of(operation.Layer)}, first, samples, {Literal.Of(x.Positions)}, {Literal.Of(x.Columns)}, {pass.Stride(x)}, {pass.Stride(y)}, "
            + $"{Parameters(operation)}, {pass.Ref(x)}, {pass.Ref(y)}, {pass.Ref(operation.Kept)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(Mask operation, PassContext pass) => pass.Writer.Line(
        $"Dropout.ForwardLanes(in step, {Literal.Of(operation.Layer)}, first, samples, groups, {Literal.Of(operation.X.Size)}, {Parameters(operation)}, "
        + $"{pass.Ref(operation.X)}, {pass.Ref(operation.Y)}, {pass.Ref(operation.Kept)});");

    private static string Parameters(Mask operation) =>
        $"{Literal.Double(operation.Rate)}, {Literal.Float(operation.Scale)}, {Literal.Float(operation.Shift)}, {Literal.Float(operation.Dropped)}";
}
