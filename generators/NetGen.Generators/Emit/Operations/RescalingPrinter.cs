using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Nothing: samples are rescaled where they are taken from the caller's memory, before the pass.</summary>
internal sealed class RescalingPrinter : OperationPrinter<Rescaling>
{
    /// <inheritdoc/>
    protected override void Rows(Rescaling operation, PassContext pass)
    {
    }

    /// <inheritdoc/>
    protected override void Lanes(Rescaling operation, PassContext pass)
    {
    }
}
