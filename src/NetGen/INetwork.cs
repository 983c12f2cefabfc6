using System.Collections.Immutable;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// What the generator implements for every network, so that the trainer, the optimizers, files and probes are written once and run on all of them
/// without reflection.
/// </summary>
/// <typeparam name="TSelf">The network.</typeparam>
/// <typeparam name="TTarget">
/// <see cref="int"/> for a softmax cross-entropy: class indices, one per sample. <see cref="float"/> for every other loss: OutputSize per sample.
/// </typeparam>
public interface INetwork<TSelf, TTarget>
    where TSelf : class, INetwork<TSelf, TTarget>
    where TTarget : unmanaged
{
    /// <summary>The name of the network's class.</summary>
    static abstract string Name { get; }

    /// <summary>Values per sample.</summary>
    static abstract int InputSize { get; }

    /// <summary>Values that the last layer gives per sample.</summary>
    static abstract int OutputSize { get; }

    /// <summary>Targets per sample: 1 for class indices, OutputSize otherwise.</summary>
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

    /// <summary>
    /// Elements of <see cref="State"/>, and of the statistics of a batch. Unless said, none: the network keeps nothing between steps but its parameters.
    /// </summary>
    static virtual int StateCount => 0;

    /// <summary>
    /// The fewest samples that a batch of training may have. Unless said, 1; 2 where a layer normalizes over the batch and has one value per sample and unit,
    /// of which one sample has no variance.
    /// </summary>
    static virtual int MinimumBatchSize => 1;

    /// <summary>The layers, in order; a layer's number is its place here, counted from 1.</summary>
    static abstract ImmutableArray<LayerInfo> Layers { get; }

    /// <summary>
    /// The tensors: those of the parameters in the order in which they lie in <see cref="Parameters"/>, then those of the state in the order in which they lie
    /// in <see cref="State"/>.
    /// </summary>
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
    /// What a layer does to its pre-activations, for probes: a = phi(z). A layer without weights takes what the layer before it gives. Unless said, the function
    /// that <see cref="Layers"/> names.
    /// </summary>
    /// <param name="layer">The layer's number: its place in <see cref="Layers"/>, counted from 1.</param>
    /// <param name="z">[samples][the layer's outputs], row-major.</param>
    /// <param name="a">The same shape; overwritten. May be <paramref name="z"/>, but must not overlap it otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ShapeMismatchException"><paramref name="a"/> has another length, or a row is incomplete.</exception>
    static virtual void Activate(int layer, ReadOnlySpan<float> z, Span<float> a) => LayerFunctions.Apply(TSelf.Layers, layer, z, a, TSelf.Name);

    /// <summary>All parameters, contiguous and 64-byte aligned. Weights are stored [inputs][units].</summary>
    Span<float> Parameters { get; }

    /// <summary>
    /// What is kept between steps but not trained, <see cref="StateCount"/> elements: of each batch normalization the running mean, then the running variance.
    /// Empty for a network without state.
    /// </summary>
    Span<float> State => default;

    /// <summary>
    /// The seed that the random layers draw by, such as dropout: at first the one that the parameters were initialized with. Without such a layer it has no
    /// effect.
    /// </summary>
    ulong Seed { get; set; }

    /// <summary>
    /// The number of the next step of training, 0 at first: random layers draw anew at each. An update adds 1. Set it together with <see cref="Seed"/> to have a
    /// step drawn again.
    /// </summary>
    long Step { get; set; }

    /// <summary>Makes the network what a new one with this seed is: every parameter and the state anew, the seed kept, the next step 0.</summary>
    /// <param name="seed">Same seed, same bits, on every machine.</param>
    void Initialize(ulong seed);

    /// <summary>
    /// What the last layer gives for a batch, in prediction: batch normalizations take their running statistics, and dropout and noise do nothing. Safe to call
    /// from several threads at once; allocates nothing.
    /// </summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="outputs">[samples][OutputSize], row-major; overwritten.</param>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>
    /// The mean loss over a batch of what <see cref="Predict"/> gives, without gradients. Safe to call from several threads at once; allocates nothing.
    /// </summary>
    /// <remarks>
    /// For one size of batch, prediction and training give the same outputs to the bit. One sample alone has code of its own in small networks: its outputs differ in
    /// the last bits (about 1e-6 of the largest) from those of the same sample in a batch, from its <c>ComputeLoss</c>, and from the pass that gives the gradient with
    /// respect to the input.
    /// </remarks>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <returns>The mean loss.</returns>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets);

    /// <summary>
    /// The mean loss over a batch and its gradient with respect to every parameter, in training: at the current <see cref="Seed"/> and <see cref="Step"/>, with
    /// the batch's own statistics. Neither the step nor the state changes; a network with state keeps the batch's statistics for <see cref="Update"/>. Allocates
    /// nothing.
    /// </summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="gradients">ParameterCount elements in the layout of <see cref="Parameters"/>; overwritten.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    /// <exception cref="ArgumentException">The batch has fewer than <see cref="MinimumBatchSize"/> samples.</exception>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients);

    /// <summary>
    /// The mean loss over a batch and its gradient with respect to every parameter and every input, in training: as
    /// <see cref="ComputeGradients(ReadOnlySpan{float},ReadOnlySpan{TTarget},Span{float})"/>.
    /// </summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="gradients">ParameterCount elements in the layout of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="inputGradients">[samples][InputSize], with respect to the values as they were passed in; overwritten.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    /// <exception cref="ArgumentException">The batch has fewer than <see cref="MinimumBatchSize"/> samples.</exception>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients, Span<float> inputGradients);

    /// <summary>
    /// The mean loss over a batch, or a share of one, and its gradient with respect to every parameter, in training at a step that is said. Where the statistics
    /// have a place the network itself is not changed, and several threads may compute a share each.
    /// </summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="gradients">ParameterCount elements in the layout of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="step">What random layers draw by: seed, step, and where in the batch the samples begin.</param>
    /// <param name="statistics">
    /// Receives what <see cref="UpdateState"/> takes: StateCount elements in the layout of <see cref="State"/>, of each batch normalization the mean of these
    /// samples and their unbiased variance; overwritten. Empty: the network keeps them for <see cref="Update"/>, as it does without a step.
    /// </param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    /// <exception cref="ArgumentException">There are fewer than <see cref="MinimumBatchSize"/> samples.</exception>
    float ComputeGradients(
        ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients, in StepContext step, Span<float> statistics = default);

    /// <summary>
    /// Folds the statistics of one batch into the running ones: running = (1 - momentum) running + momentum statistics (Ioffe and Szegedy 2015; PyTorch's
    /// momentum). Without state there is nothing to fold.
    /// </summary>
    /// <param name="statistics">What <c>ComputeGradients</c> gave: StateCount elements in the layout of <see cref="State"/>.</param>
    /// <exception cref="ShapeMismatchException">The span has another length.</exception>
    void UpdateState(ReadOnlySpan<float> statistics)
    {
    }

    /// <summary>
    /// Ends a step of training: the optimizer's update of <see cref="Parameters"/>, then the statistics of the last batch, if the network has kept some since the
    /// last update, into <see cref="State"/>, then <see cref="Step"/> + 1.
    /// </summary>
    /// <param name="gradients">ParameterCount elements in the layout of <see cref="Parameters"/>.</param>
    /// <param name="optimizer">Holds the learning rate and what it remembers between steps.</param>
    /// <exception cref="ShapeMismatchException">The span has another length, or the optimizer has taken steps with another network.</exception>
    void Update(ReadOnlySpan<float> gradients, Optimizer optimizer);

    /// <summary>One step of training: the gradients over the batch, then <see cref="Update"/> by them.</summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="optimizer">Holds the learning rate and what it remembers between steps.</param>
    /// <returns>The mean loss before the update.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length, or the optimizer has taken steps with another network.</exception>
    /// <exception cref="ArgumentException">The batch has fewer than <see cref="MinimumBatchSize"/> samples.</exception>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer);

    /// <summary>Trains over a data set, batch by batch and epoch by epoch: <see cref="Trainer.Fit{TNetwork,TTarget}"/>.</summary>
    /// <param name="data">Samples with their targets.</param>
    /// <param name="options">Optimizer, epochs, batch size and what else a run needs.</param>
    /// <returns>Loss and metric of every epoch.</returns>
    TrainingHistory Fit(DataSet<TTarget> data, FitOptions options) => Trainer.Fit<TSelf, TTarget>((TSelf)this, data, options);

    /// <summary>Loss and metric over a data set, in prediction: <see cref="Trainer.Evaluate{TNetwork,TTarget}"/>.</summary>
    /// <param name="data">Samples with their targets.</param>
    /// <returns>Loss, and accuracy or mean absolute error.</returns>
    Evaluation Evaluate(DataSet<TTarget> data) => Trainer.Evaluate<TSelf, TTarget>((TSelf)this, data);

    /// <summary>
    /// Saves parameters and state in the safetensors format: <see cref="WeightsFile.Save{TNetwork,TTarget}(TNetwork,string)"/>. The old file stays whole until the
    /// new one is complete.
    /// </summary>
    /// <param name="path">The file; replaced where it exists.</param>
    void Save(string path) => WeightsFile.Save<TSelf, TTarget>((TSelf)this, path);

    /// <summary>
    /// Loads parameters and state from a safetensors file of this architecture: <see cref="WeightsFile.Load{TNetwork,TTarget}(TNetwork,string)"/>. They stay as
    /// they are unless all of them load.
    /// </summary>
    /// <param name="path">The file.</param>
    void Load(string path) => WeightsFile.Load<TSelf, TTarget>((TSelf)this, path);

    /// <summary>Copies a tensor of parameters or state, in the order of its visible shape.</summary>
    /// <param name="name">One of <see cref="Tensors"/>.</param>
    /// <param name="into">As many elements as the tensor has; overwritten.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">The span has another length.</exception>
    void GetTensor(string name, Span<float> into) => TensorAccess.Get(TSelf.Tensors, name, Parameters, State, into);

    /// <summary>Copies a tensor, in the order of its visible shape, out of a buffer with the layout of the parameters, such as one of gradients.</summary>
    /// <param name="name">One of <see cref="Tensors"/>, no state.</param>
    /// <param name="buffer">ParameterCount elements.</param>
    /// <param name="into">As many elements as the tensor has; overwritten.</param>
    /// <exception cref="ArgumentException">There is no such tensor, or it is state.</exception>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    static virtual void GetTensor(string name, ReadOnlySpan<float> buffer, Span<float> into) => TensorAccess.Get(TSelf.Tensors, name, buffer, into);

    /// <summary>Sets a tensor of parameters or state.</summary>
    /// <param name="name">One of <see cref="Tensors"/>.</param>
    /// <param name="values">The tensor's elements, in the order of its visible shape.</param>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="ShapeMismatchException">The span has another length.</exception>
    void SetTensor(string name, ReadOnlySpan<float> values) => TensorAccess.Set(TSelf.Tensors, name, Parameters, State, values);
}
