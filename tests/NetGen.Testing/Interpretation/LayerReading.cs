using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation;

/// <summary>
/// A kind of layer as the interpreter computes it, forward beside backward. A new kind is a class of its own and one row in <see cref="LayerReadings"/>.
/// </summary>
internal abstract class LayerReading
{
    /// <summary>What the layer trains, weights before biases, and after those of the layers inside.</summary>
    public virtual ImmutableArray<NetworkTensor> Tensors => [];

    /// <summary>What the layer keeps beside them.</summary>
    public virtual ImmutableArray<NetworkTensor> State => [];

    /// <summary>Whether the layer, or one inside it, draws numbers in training.</summary>
    public virtual bool IsRandom => false;

    /// <summary>The rows that training needs at least, where a statistic is taken over the batch; given as samples.</summary>
    public virtual int LeastSamples => 1;

    /// <summary>What the layer gives for a batch, with the way back.</summary>
    /// <param name="x">[samples][inputs].</param>
    /// <param name="pass">What the pass is done with, and where its by-products go.</param>
    public abstract LayerTrace Forward(double[] x, InterpreterPass pass);

    /// <summary>What the state is after a step of training.</summary>
    /// <param name="state">Before the step, by name.</param>
    /// <param name="statistics">Of the step's batch, by the names of the state.</param>
    /// <param name="into">Takes the layer's new state.</param>
    public virtual void UpdateState(IReadOnlyDictionary<string, double[]> state, IReadOnlyDictionary<string, double[]> statistics, IDictionary<string, double[]> into)
    {
    }
}
