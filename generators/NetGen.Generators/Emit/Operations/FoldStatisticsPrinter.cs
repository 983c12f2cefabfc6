using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Running statistics as a scale and a shift.</summary>
internal sealed class FoldStatisticsPrinter : OperationPrinter<FoldStatistics>
{
    /// <inheritdoc/>
    protected override void Rows(FoldStatistics operation, PassContext pass)
    {
        var columns = Literal.Of(operation.Gamma.Columns);
        var (scale, shift) = (pass.Ref(operation.Scale), pass.Ref(operation.Shift));
        pass.Writer.Line(
            $"BatchNormalization.Scale({pass.Ref(operation.Gamma)}, {pass.Ref(operation.Beta)}, {pass.Ref(operation.Mean)}, {pass.Ref(operation.Variance)}, "
            + $"{scale}, {shift}, {columns}, {Literal.Float(operation.Epsilon)});");
        if (operation.Bias is not null)
        {
            pass.Writer.Line($"BatchNormalization.AddScaled({pass.Ref(operation.Bias)}, {scale}, {shift}, {columns});");
        }
    }

    /// <inheritdoc/>
    protected override void Lanes(FoldStatistics operation, PassContext pass) => Rows(operation, pass);
}
