using NetGen.Generators.Signal;

namespace NetGen.Generators.Tests.Signal;

/// <summary>Each activation by its textbook formula and derivative, written out without the care that the engine's own take.</summary>
internal static class PlainActivations
{
    /// <summary>phi and phi' of a member of <c>ActivationKind</c>.</summary>
    public static (Func<double, double> Value, Func<double, double> Slope) Find(string name)
    {
        static double S(double h) => 1 / (1 + Math.Exp(-h));
        static double Phi(double h) => 0.5 * Gaussian.Erfc(-h / Math.Sqrt(2));
        static double Normal(double h) => Math.Exp(-h * h / 2) / Math.Sqrt(2 * Math.PI);
        const double Lambda = 1.0507009873554804934, A = 1.6732632423543772848;
        return name switch
        {
            "Identity" => (h => h, _ => 1),
            "Sigmoid" => (S, h => S(h) * S(-h)),
            "Tanh" => (Math.Tanh, h => Math.Pow(Math.Cosh(Math.Clamp(h, -300, 300)), -2)),
            "Relu" => (h => Math.Max(h, 0), h => h > 0 ? 1 : 0),
            "LeakyRelu" => (h => h > 0 ? h : 0.01 * h, h => h > 0 ? 1 : 0.01),
            "Elu" => (h => h > 0 ? h : Math.Exp(h) - 1, h => h > 0 ? 1 : Math.Exp(h)),
            "Selu" => (h => h > 0 ? Lambda * h : Lambda * A * (Math.Exp(h) - 1), h => h > 0 ? Lambda : Lambda * A * Math.Exp(h)),
            "Gelu" => (h => h * Phi(h), h => Phi(h) + (h * Normal(h))),
            "GeluTanh" => (h => h * GeluGate(h), h => GeluGate(h) + (h * GeluGate(h) * GeluGate(-h) * 2 * GeluInnerSlope(h))),
            "Silu" => (h => h * S(h), h => S(h) * (1 + (h * S(-h)))),
            "Softplus" => (h => h > 30 ? h : h < -30 ? Math.Exp(h) : Math.Log(1 + Math.Exp(h)), S),
            "Softsign" => (h => h / (1 + Math.Abs(h)), h => Math.Pow(1 + Math.Abs(h), -2)),
            "Mish" => (h => h * MishGate(h), h => MishGate(h) + (h * (1 - (MishGate(h) * MishGate(h))) * S(h))),
            "HardSigmoid" => (h => Math.Clamp((h / 6) + 0.5, 0, 1), h => Math.Abs(h) < 3 ? 1.0 / 6 : 0),
            "HardSwish" => (h => h * Math.Clamp((h / 6) + 0.5, 0, 1), h => h <= -3 ? 0 : h >= 3 ? 1 : (h / 3) + 0.5),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no textbook formula"),
        };

        static double GeluGate(double h) => S(2 * Math.Sqrt(2 / Math.PI) * (h + (0.044715 * h * h * h)));
        static double GeluInnerSlope(double h) => Math.Sqrt(2 / Math.PI) * (1 + (3 * 0.044715 * h * h));
        static double MishGate(double h) => Math.Tanh(h > 30 ? h : Math.Log(1 + Math.Exp(h)));
    }
}
