using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// What the generator implements for every network, so that the trainer, the optimizers, files and probes are written once and run on all of them
/// without reflection.
/// </summary>
/// <typeparam name="TSelf">The network.</typeparam>
/// <typeparam name="TTarget">
/// <see cref="int"/> for a softmax cross-entropy: class indices, one a sample. <see cref="float"/> for every other loss: OutputSize a sample.
/// </typeparam>
public interface INetwork<TSelf, TTarget>
    where TSelf : class, INetwork<TSelf, TTarget>
    where TTarget : unmanaged
{
    /// <summary>The name of the network's class.</summary>
    static abstract string Name { get; }

    /// <summary>Values a sample.</summary>
    static abstract int InputSize { get; }

    /// <summary>Values the last layer gives a sample.</summary>
    static abstract int OutputSize { get; }

    /// <summary>Targets a sample: 1 for class indices, OutputSize otherwise.</summary>
    static abstract int TargetSize { get; }

    /// <summary>Trainable parameters, the length of <see cref="Parameters"/> and of every gradient buffer.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>
    /// Multiply-adds of one sample's forward pass, by which it is decided whether a batch is worth being split over threads. Unless said, as many as there are
    /// parameters: so it is in dense layers.
    /// </summary>
    static virtual long MultiplyAdds => TSelf.ParameterCount;

    /// <summary>The input's shape, and how it is rescaled before the first layer.</summary>
    static abstract InputInfo Input { get; }

    /// <summary>What the network is trained on.</summary>
    static abstract LossInfo Loss { get; }

    /// <summary>The layers, in order.</summary>
    static abstract ImmutableArray<LayerInfo> Layers { get; }

    /// <summary>The tensors of parameters, in the order in which they stand in <see cref="Parameters"/>.</summary>
    static abstract ImmutableArray<TensorInfo> Tensors { get; }

    /// <summary>The layers as a line: shapes, kinds, activations. Two networks with the same line compute the same function of the same parameters.</summary>
    static abstract string Architecture { get; }

    /// <summary>A short hash of <see cref="Architecture"/>, kept in weights files.</summary>
    static abstract string Fingerprint { get; }

    /// <summary>The architecture as a table, with the signal predicted at initialization.</summary>
    static abstract string Summary { get; }

    /// <summary>A network with the parameters that <paramref name="seed"/> gives.</summary>
    /// <param name="seed">Same seed, same bits, on every machine.</param>
    static abstract TSelf Create(ulong seed);

    /// <summary>
    /// What a layer does to its pre-activations, for probes: a = phi(z). A layer without weights takes what the layer before it gives.
    /// </summary>
    /// <param name="layer">Which of <see cref="Layers"/>, counted from 0.</param>
    /// <param name="z">[samples][the layer's outputs], row-major.</param>
    /// <param name="a">The same shape; overwritten. May be <paramref name="z"/>, but must not overlap it otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ShapeMismatchException"><paramref name="a"/> has another length, or a row is incomplete.</exception>
    static abstract void Activate(int layer, ReadOnlySpan<float> z, Span<float> a);

    /// <summary>All parameters, contiguous and 64-byte aligned.</summary>
    Span<float> Parameters { get; }

    /// <summary>Sets every parameter anew.</summary>
    /// <param name="seed">Same seed, same bits, on every machine.</param>
    void Initialize(ulong seed);

    /// <summary>What the last layer gives for a batch. Safe to call from several threads at once; allocates nothing.</summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="outputs">[samples][OutputSize], row-major; overwritten.</param>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The mean loss over a batch, without gradients. Safe to call from several threads at once; allocates nothing.</summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <returns>The mean loss.</returns>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets);

    /// <summary>The mean loss over a batch and its gradient by every parameter.</summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="gradients">ParameterCount elements in the layout of <see cref="Parameters"/>; overwritten.</param>
    /// <returns>The mean loss.</returns>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients);

    /// <summary>The mean loss over a batch and its gradient by every parameter and every input.</summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="gradients">ParameterCount elements in the layout of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="inputGradients">[samples][InputSize], by the values as they were passed in; overwritten.</param>
    /// <returns>The mean loss.</returns>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients, Span<float> inputGradients);

    /// <summary>One step of training: gradients over the batch, then the optimizer's update.</summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="optimizer">Holds the learning rate and what it remembers between steps.</param>
    /// <returns>The mean loss before the update.</returns>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer);
}
