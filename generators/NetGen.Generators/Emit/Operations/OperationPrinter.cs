using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Writes one kind of operation as C#: for samples in rows, and for a sample per lane.</summary>
internal abstract class OperationPrinter
{
    /// <summary>The kind of operation.</summary>
    public abstract Type Operation { get; }

    /// <summary>The statements, in the form of the pass.</summary>
    public abstract void Print(Operation operation, PassContext pass);
}
