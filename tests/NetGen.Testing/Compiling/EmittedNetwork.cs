using System.Collections.Immutable;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Compiling;

/// <summary>A network compiled in memory, callable without knowing its type. Its calls go through <see cref="INetwork{TSelf, TTarget}"/>, not through reflection.</summary>
internal abstract class EmittedNetwork
{
    /// <inheritdoc cref="INetwork{TSelf, TTarget}.Name"/>
    public abstract string Name { get; }

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.InputSize"/>
    public abstract int InputSize { get; }

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.OutputSize"/>
    public abstract int OutputSize { get; }

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.TargetSize"/>
    public abstract int TargetSize { get; }

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.ParameterCount"/>
    public abstract int ParameterCount { get; }

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.Tensors"/>
    public abstract ImmutableArray<TensorInfo> Tensors { get; }

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.Parameters"/>
    public abstract Span<float> Parameters { get; }

    /// <summary>What is kept but not trained; its places count in <see cref="State"/>.</summary>
    public abstract ImmutableArray<TensorInfo> StateTensors { get; }

    /// <summary>The running statistics.</summary>
    public abstract Span<float> State { get; }

    /// <summary>What random layers draw by.</summary>
    public abstract ulong Seed { get; set; }

    /// <summary>The number of steps of training so far.</summary>
    public abstract long Step { get; set; }

    /// <summary>The network itself.</summary>
    public abstract object Instance { get; }

    /// <summary>Wraps a new network of a type that implements <see cref="INetwork{TSelf, TTarget}"/>.</summary>
    public static EmittedNetwork Create(Type type, ulong seed)
    {
        var contract = type.GetInterfaces().SingleOrDefault(static candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(INetwork<,>))
            ?? throw new CheckFailedException($"{type} does not implement INetwork<TSelf, TTarget>; was nothing emitted for it?");
        var adapter = typeof(EmittedNetwork<,>).MakeGenericType(contract.GetGenericArguments());
        return (EmittedNetwork)Activator.CreateInstance(adapter, seed)!;
    }

    /// <summary>The targets in the type the network takes.</summary>
    /// <param name="targets">Numbers, or whole numbers for class indices.</param>
    public abstract Array ConvertTargets(ReadOnlySpan<double> targets);

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.Initialize"/>
    public abstract void Initialize(ulong seed);

    /// <inheritdoc cref="INetwork{TSelf, TTarget}.Predict"/>
    public abstract void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The mean loss; the targets come from <see cref="ConvertTargets"/>.</summary>
    public abstract float ComputeLoss(ReadOnlySpan<float> inputs, Array targets);

    /// <summary>The mean loss and gradients; the targets come from <see cref="ConvertTargets"/>.</summary>
    public abstract float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients);

    /// <summary>The mean loss and all gradients; the targets come from <see cref="ConvertTargets"/>.</summary>
    public abstract float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients, Span<float> inputGradients);

    /// <summary>The mean loss and gradients of a share of a batch, with its statistics; the targets come from <see cref="ConvertTargets"/>.</summary>
    public abstract float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients, InterpreterStep step, Span<float> statistics);

    /// <summary>Folds the statistics of a share of a batch into the state.</summary>
    public abstract void UpdateState(ReadOnlySpan<float> statistics);

    /// <summary>Ends a step of training that began with gradients.</summary>
    public abstract void Update(ReadOnlySpan<float> gradients, Optimizer optimizer);

    /// <summary>One step of training; the targets come from <see cref="ConvertTargets"/>.</summary>
    public abstract float TrainStep(ReadOnlySpan<float> inputs, Array targets, Optimizer optimizer);

    /// <summary>One tensor in its visible layout, out of a buffer with the layout of the parameters or, for one of the state, of the state.</summary>
    public double[] ReadTensor(string name, ReadOnlySpan<float> buffer)
    {
        var tensor = Find(name);
        var values = new double[tensor.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = buffer[StoredIndex(tensor, index)];
        }

        return values;
    }

    /// <summary>Sets one tensor of the parameters or of the state from its visible layout.</summary>
    public void WriteTensor(string name, ReadOnlySpan<double> values)
    {
        var tensor = Find(name);
        if (values.Length != tensor.Length)
        {
            throw new CheckFailedException($"{Name} has {tensor.Length} elements in {name}, not {values.Length}.");
        }

        var buffer = StateTensors.Contains(tensor) ? State : Parameters;
        for (var index = 0; index < values.Length; index++)
        {
            buffer[StoredIndex(tensor, index)] = (float)values[index];
        }
    }

    private static int StoredIndex(TensorInfo tensor, int index)
    {
        if (!tensor.IsTransposed)
        {
            return tensor.Offset + index;
        }

        var (unit, input) = Math.DivRem(index, tensor.Shape[1]);
        return tensor.Offset + (input * tensor.Shape[0]) + unit;
    }

    private TensorInfo Find(string name) => Tensors.Concat(StateTensors).SingleOrDefault(tensor => tensor.Name == name)
        ?? throw new CheckFailedException($"{Name} has no tensor {name}; there are: {string.Join(", ", Tensors.Select(static tensor => tensor.Name))}.");
}
