using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>The adjoints of layer and root-mean-square normalization.</summary>
internal sealed class RowNormalizationGradientPrinter : OperationPrinter<RowNormalizationGradient>
{
    /// <inheritdoc/>
    protected override void Rows(RowNormalizationGradient operation, PassContext pass)
    {
        var (x, dy, dx) = (operation.X, operation.Dy, operation.Dx);
        pass.Writer.Line(
            $"{RowNormalizationPrinter.Owner(operation.IsCentred)}.Backward({pass.Ref(x)}, {pass.Stride(x)}, {pass.Ref(operation.Statistics)}, {pass.Ref(operation.Gamma)}, "
            + $"{pass.Ref(dy)}, {pass.Stride(dy)}, {pass.Ref(dx)}, {pass.Stride(dx)}, {Tensors(operation, pass)}, {PassContext.Rows(x)}, {Literal.Of(x.Columns)}, accumulate);");
    }

    /// <inheritdoc/>
    protected override void Lanes(RowNormalizationGradient operation, PassContext pass) => pass.Writer.Line(
        $"{RowNormalizationPrinter.Owner(operation.IsCentred)}.BackwardLanes({pass.Ref(operation.X)}, {pass.Ref(operation.Statistics)}, {pass.Ref(operation.Gamma)}, "
        + $"{pass.Ref(operation.Dy)}, {pass.Ref(operation.Dx)}, {Tensors(operation, pass)}, groups, samples, {Literal.Of(operation.X.Columns)}, accumulate);");

    private static string Tensors(RowNormalizationGradient operation, PassContext pass) =>
        pass.Ref(operation.Dgamma) + (operation.Dbeta is null ? "" : ", " + pass.Ref(operation.Dbeta));
}
