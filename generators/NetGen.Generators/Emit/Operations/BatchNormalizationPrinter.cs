using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Batch normalization in training.</summary>
internal sealed class BatchNormalizationPrinter : OperationPrinter<BatchNormalization>
{
    /// <inheritdoc/>
    protected override void Rows(BatchNormalization operation, PassContext pass)
    {
        var (x, y) = (operation.X, operation.Y);
        pass.Writer.Line(
            $"BatchNormalization.Forward({pass.Ref(x)}, {pass.Stride(x)}, {pass.Ref(operation.Gamma)}, {pass.Ref(operation.Beta)}, {pass.Ref(y)}, {pass.Stride(y)}, "
            + $"{pass.Ref(operation.Statistics)}, {Batch(operation, pass)}, {PassContext.Rows(x)}, {Literal.Of(x.Columns)}, {Literal.Float(operation.Epsilon)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(BatchNormalization operation, PassContext pass) => pass.Writer.Line(
        $"BatchNormalization.ForwardLanes({pass.Ref(operation.X)}, {pass.Ref(operation.Gamma)}, {pass.Ref(operation.Beta)}, {pass.Ref(operation.Y)}, "
        + $"{pass.Ref(operation.Statistics)}, {Batch(operation, pass)}, groups, samples, {Literal.Of(operation.X.Columns)}, {Literal.Float(operation.Epsilon)});");

    // The mean and the unbiased variance of the batch, where the running ones are in the buffer of state.
    private static string Batch(BatchNormalization operation, PassContext pass) => $"ref Unsafe.Add(ref statistics, {Literal.Of(pass.Offset(operation.RunningMean))})";
}
