using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Emit.Operations;

/// <inheritdoc/>
/// <typeparam name="TOperation">The kind of operation.</typeparam>
internal abstract class OperationPrinter<TOperation> : OperationPrinter
    where TOperation : Operation
{
    /// <inheritdoc/>
    public sealed override Type Operation => typeof(TOperation);

    /// <inheritdoc/>
    public sealed override void Print(Operation operation, PassContext pass)
    {
        if (pass.IsLanes)
        {
            Lanes((TOperation)operation, pass);
        }
        else
        {
            Rows((TOperation)operation, pass);
        }
    }

    /// <summary>The statements where samples are rows.</summary>
    protected abstract void Rows(TOperation operation, PassContext pass);

    /// <summary>The statements where a lane is a sample; the schedule takes this form only where every operation has it.</summary>
    protected virtual void Lanes(TOperation operation, PassContext pass) =>
        throw new InvalidOperationException($"{typeof(TOperation).Name} has no form in which a lane is a sample, and was scheduled so.");
}
