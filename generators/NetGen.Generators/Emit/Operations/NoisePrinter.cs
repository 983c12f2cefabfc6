using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Normal noise.</summary>
internal sealed class NoisePrinter : OperationPrinter<Noise>
{
    /// <inheritdoc/>
    protected override void Rows(Noise operation, PassContext pass)
    {
        var (x, y) = (operation.X, operation.Y);
        pass.Writer.Line(
            $"GaussianNoise.Add(in step, {Literal.Of(operation.Layer)}, first, samples, {Literal.Of(x.Positions)}, {Literal.Of(x.Columns)}, {pass.Stride(x)}, {pass.Stride(y)}, "
            + $"{Literal.Float(operation.StandardDeviation)}, {pass.Ref(x)}, {pass.Ref(y)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(Noise operation, PassContext pass) => pass.Writer.Line(
        $"GaussianNoise.AddLanes(in step, {Literal.Of(operation.Layer)}, first, samples, groups, {Literal.Of(operation.X.Size)}, {Literal.Float(operation.StandardDeviation)}, "
        + $"{pass.Ref(operation.X)}, {pass.Ref(operation.Y)});");
}
