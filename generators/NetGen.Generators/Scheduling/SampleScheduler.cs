using NetGen.Generators.Graph;

namespace NetGen.Generators.Scheduling;

/// <summary>Chooses whether one sample alone gets code of its own, in which a lane is a unit.</summary>
internal static class SampleScheduler
{
    // What fits the first-level cache.
    private const int BudgetOfNetwork = 8192;

    // Sums of wider layers would take longer than in register tiles.
    private const int WidestLayer = 128;

    // Every layer is in the same method, and what is inlined into it must not be more than the JIT is willing to inline.
    private const int MostLayers = 5;

    /// <summary>Rows of weights that are written out one by one; more are a loop.</summary>
    public const int StraightRows = 40;

    /// <summary>Whether prediction has such code.</summary>
    public static bool Predicts(NetworkProgram program) => IsSmall(program) && program.Prediction.Prologue.IsEmpty && program.Prediction.Forward.All(Has);

    /// <summary>Whether training has it too.</summary>
    public static bool Trains(NetworkProgram program) => Predicts(program) && program.Training.Forward.All(Has) && Backward(program.Training).All(Has);

    /// <summary>The operations of the backward pass, without what only the gradient with respect to the input needs.</summary>
    public static IEnumerable<Operation> Backward(PassProgram pass) => pass.Backward.Where(operation => !pass.OnDemand.Contains(operation));

    private static bool IsSmall(NetworkProgram program) =>
        program.MultiplyAdds is > 0 and <= BudgetOfNetwork && program.Steps.Length <= MostLayers && program.Graph.Operations.All(static operation => operation.Result.Size <= WidestLayer);

    private static bool Has(Operation operation) => operation.Forms.HasFlag(Forms.Sample);
}
