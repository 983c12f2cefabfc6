using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Tests.Signal;

/// <summary>A function that counts how often it is asked.</summary>
internal sealed class CountingActivation(ActivationFunction function) : ActivationFunction
{
    /// <summary>Evaluations so far.</summary>
    public int Evaluations { get; private set; }

    public override IReadOnlyList<double> Kinks => function.Kinks;

    public override double FinestScale => function.FinestScale;

    public override void Evaluate(double h, out double value, out double derivative)
    {
        Evaluations++;
        function.Evaluate(h, out value, out derivative);
    }

    public override double? SaturatedShare(SignalDistribution distribution) => function.SaturatedShare(distribution);
}
