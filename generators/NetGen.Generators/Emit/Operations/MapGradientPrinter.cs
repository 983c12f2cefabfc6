using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Derivatives of functions of each value.</summary>
internal sealed class MapGradientPrinter : OperationPrinter<MapGradient>
{
    /// <inheritdoc/>
    protected override void Rows(MapGradient operation, PassContext pass) => pass.Writer.Line(ActivationCode.Backward(operation, pass));

    /// <inheritdoc/>
    protected override void Lanes(MapGradient operation, PassContext pass) => Rows(operation, pass);
}
