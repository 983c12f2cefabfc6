using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Model;

namespace NetGen.Generators.Scheduling;

/// <summary>A network with everything decided: what is left is to print it.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Graph">The forward pass as declared.</param>
/// <param name="Steps">The layers, in order.</param>
/// <param name="Schedule">The form, and how many samples go through it at a time.</param>
/// <param name="Training">The forward and backward pass of training.</param>
/// <param name="Prediction">The forward pass of prediction.</param>
internal sealed record NetworkProgram(
    NetworkSpec Spec,
    NetworkGraph Graph,
    ImmutableArray<NetworkStep> Steps,
    NetworkSchedule Schedule,
    PassProgram Training,
    PassProgram Prediction)
{
    /// <summary>Values per sample that the caller passes in.</summary>
    public int InputSize => Graph.Input.Size;

    /// <summary>Values per sample that the last layer gives.</summary>
    public int OutputSize => Graph.Output.Size;

    /// <summary>The parameters, in the order of their buffer.</summary>
    public IEnumerable<StoredTensor> Tensors => Steps.SelectMany(static step => step.Tensors);

    /// <summary>The state, in the order of its buffer.</summary>
    public IEnumerable<StoredTensor> States => Steps.SelectMany(static step => step.States);

    /// <summary>The length of the buffer of parameters.</summary>
    public int ParameterCount => Tensors.Sum(static tensor => tensor.Length);

    /// <summary>The length of the buffer of state.</summary>
    public int StateCount => States.Sum(static tensor => tensor.Length);

    /// <summary>Whether training draws random numbers.</summary>
    public bool IsRandom => Graph.Operations.Any(static operation => operation.IsRandom);

    /// <summary>Whether a lane is a sample.</summary>
    public bool IsLanes => Schedule.Form == NetworkForm.Lanes;

    /// <summary>Multiply-adds of one sample's forward pass.</summary>
    public long MultiplyAdds => Graph.Operations.Sum(static operation => operation.MultiplyAdds);
}
