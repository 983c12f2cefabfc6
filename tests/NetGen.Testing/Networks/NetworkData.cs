using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Networks;

/// <summary>Parameters, state, inputs and targets; all but the targets are numbers that single precision holds exactly.</summary>
/// <param name="Values">Parameters and state by tensor name, in the visible layout.</param>
/// <param name="Inputs">[samples][inputs].</param>
/// <param name="Targets">[samples][outputs], or [samples] with whole numbers for class indices; exact in single precision too.</param>
internal sealed record NetworkData(InterpreterValues Values, float[] Inputs, double[] Targets)
{
    /// <summary>What the network draws by: seed and step, as if the batch were whole.</summary>
    public InterpreterStep Step { get; init; } = new(Seed: 1, Step: 0);

    /// <summary>What it draws by when the batch is a worker's share of a larger one, at another step.</summary>
    public InterpreterStep Share { get; init; } = new(Seed: 1, Step: 1, FirstSample: 10);

    /// <summary>The inputs in double precision.</summary>
    public double[] WideInputs() => Array.ConvertAll(Inputs, static value => (double)value);

    /// <summary>
    /// Draws weights of a standard deviation of about 1 / sqrt(fan in), with which deep networks neither die nor explode, biases of .3, scales about 1, running
    /// statistics of the size that the others have, and inputs that are standard normal after the network's rescaling.
    /// </summary>
    public static NetworkData Draw(NetworkSpec network, Interpreter interpreter, int samples, Random random)
    {
        var parameters = interpreter.Tensors.ToDictionary(static tensor => tensor.Name, Fill);
        var state = interpreter.State.ToDictionary(static tensor => tensor.Name, Fill);
        var inputs = Numbers(checked(samples * (int)network.Input.Shape.Size), () => (Normal(random) - network.Input.Shift) / network.Input.Scale);
        var targets = Numbers(checked(samples * (int)network.TargetSize), () => network.Loss.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => random.Next((int)network.Output.Size),
            LossKind.BinaryCrossEntropy => random.Next(3) == 0 ? random.NextDouble() : random.Next(2),
            _ => Normal(random),
        });

        // Steps beyond 32 bits among them.
        var seed = (ulong)random.NextInt64();
        return new NetworkData(new InterpreterValues(parameters, state), Array.ConvertAll(inputs, static value => (float)value), targets)
        {
            Step = new InterpreterStep(seed, random.Next(100_000)),
            Share = new InterpreterStep(seed, random.NextInt64(1L << 48), random.Next(1, 1000)),
        };

        double[] Fill(NetworkTensor tensor) => Numbers(tensor.Length, () => tensor.Role switch
        {
            NetworkTensorRole.Weight => Normal(random) * 1.2 / Math.Sqrt(tensor.Shape[1]),
            NetworkTensorRole.Shift => Normal(random) * 0.3,
            NetworkTensorRole.Scale => 1 + (Normal(random) * 0.3),
            NetworkTensorRole.Mean => Normal(random) * 0.5,
            NetworkTensorRole.Variance => Math.Exp(Normal(random) * 0.5),
            _ => throw new InvalidOperationException($"Say how values of the role {tensor.Role} are drawn."),
        });
    }

    private static double[] Numbers(int count, Func<double> draw)
    {
        var values = new double[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)draw();
        }

        return values;
    }

    // Box and Muller 1958.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
