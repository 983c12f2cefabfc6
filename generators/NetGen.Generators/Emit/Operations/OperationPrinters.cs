using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Emit.Operations;

/// <summary>The printer of every kind of operation.</summary>
internal static class OperationPrinters
{
    private static readonly Dictionary<Type, OperationPrinter> s_printers = new OperationPrinter[]
    {
        new MatrixProductPrinter(),
        new WeightGradientPrinter(),
        new InputGradientPrinter(),
        new MapPrinter(),
        new MapGradientPrinter(),
        new SoftmaxPrinter(),
        new SoftmaxGradientPrinter(),
        new AdditionPrinter(),
        new RowNormalizationPrinter(),
        new RowNormalizationGradientPrinter(),
        new BatchNormalizationPrinter(),
        new BatchNormalizationGradientPrinter(),
        new FoldStatisticsPrinter(),
        new ColumnScalePrinter(),
        new MaskPrinter(),
        new MaskGradientPrinter(),
        new NoisePrinter(),
        new ReshapePrinter(),
        new RescalingPrinter(),
    }.ToDictionary(static printer => printer.Operation);

    /// <summary>Writes an operation.</summary>
    public static void Print(Operation operation, PassContext pass)
    {
        if (!s_printers.TryGetValue(operation.GetType(), out var printer))
        {
            throw new InvalidOperationException($"No printer is registered for {operation.GetType().Name}: add its line to OperationPrinters.");
        }

        printer.Print(operation, pass);
    }
}
