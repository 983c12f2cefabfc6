using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Layer and root-mean-square normalization.</summary>
internal sealed class RowNormalizationPrinter : OperationPrinter<RowNormalization>
{
    /// <inheritdoc/>
    protected override void Rows(RowNormalization operation, PassContext pass)
    {
        var (x, y) = (operation.X, operation.Y);
        pass.Writer.Line(
            $"{Owner(operation.IsCentred)}.{(operation.Statistics is null ? "Predict" : "Forward")}({pass.Ref(x)}, {pass.Stride(x)}, {Tensors(operation, pass)}, "
            + $"{pass.Ref(y)}, {pass.Stride(y)}, {Statistics(operation, pass)}{PassContext.Rows(x)}, {Literal.Of(x.Columns)}, {Literal.Float(operation.Epsilon)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(RowNormalization operation, PassContext pass) => pass.Writer.Line(
        $"{Owner(operation.IsCentred)}.{(operation.Statistics is null ? "Predict" : "Forward")}Lanes({pass.Ref(operation.X)}, {Tensors(operation, pass)}, "
        + $"{pass.Ref(operation.Y)}, {Statistics(operation, pass)}groups, {Literal.Of(operation.X.Columns)}, {Literal.Float(operation.Epsilon)});");

    /// <summary>The library's class.</summary>
    public static string Owner(bool isCentred) => isCentred ? "LayerNormalization" : "RmsNormalization";

    private static string Tensors(RowNormalization operation, PassContext pass) =>
        pass.Ref(operation.Gamma) + (operation.Beta is null ? "" : ", " + pass.Ref(operation.Beta));

    private static string Statistics(RowNormalization operation, PassContext pass) => operation.Statistics is null ? "" : pass.Ref(operation.Statistics) + ", ";
}
