using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Functions of each value.</summary>
internal sealed class MapPrinter : OperationPrinter<Map>
{
    /// <inheritdoc/>
    protected override void Rows(Map operation, PassContext pass) => pass.Writer.Line(ActivationCode.Forward(operation, pass));

    /// <inheritdoc/>
    protected override void Lanes(Map operation, PassContext pass) => Rows(operation, pass);
}
