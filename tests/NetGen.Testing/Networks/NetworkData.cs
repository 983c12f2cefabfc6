using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Networks;

/// <summary>Parameters, inputs and targets; all but the targets are numbers that single precision holds exactly.</summary>
/// <param name="Parameters">By tensor name, in the visible layout.</param>
/// <param name="Inputs">[samples][inputs].</param>
/// <param name="Targets">[samples][outputs], or [samples] with whole numbers for class indices; exact in single precision too.</param>
internal sealed record NetworkData(IReadOnlyDictionary<string, double[]> Parameters, float[] Inputs, double[] Targets)
{
    /// <summary>The inputs in double precision.</summary>
    public double[] WideInputs() => Array.ConvertAll(Inputs, static value => (double)value);

    /// <summary>
    /// Draws weights of a standard deviation of about 1 / sqrt(fan in), so that deep networks neither die nor explode, biases of .3, and inputs that are
    /// standard normal after the network's rescaling.
    /// </summary>
    public static NetworkData Draw(NetworkSpec network, IEnumerable<ParameterTensor> tensors, int samples, Random random)
    {
        var parameters = tensors.ToDictionary(
            static tensor => tensor.Name,
            tensor => Fill(tensor.Length, () => Normal(random) * (tensor.Shape.Length == 2 ? 1.2 / Math.Sqrt(tensor.Shape[1]) : 0.3)));
        var inputs = Fill(checked(samples * (int)network.Input.Shape.Size), () => (Normal(random) - network.Input.Shift) / network.Input.Scale);
        var targets = Fill(checked(samples * (int)network.TargetSize), () => network.Loss.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => random.Next((int)network.Output.Size),
            LossKind.BinaryCrossEntropy => random.Next(3) == 0 ? random.NextDouble() : random.Next(2),
            _ => Normal(random),
        });
        return new NetworkData(parameters, Array.ConvertAll(inputs, static value => (float)value), targets);
    }

    private static double[] Fill(int count, Func<double> draw)
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
