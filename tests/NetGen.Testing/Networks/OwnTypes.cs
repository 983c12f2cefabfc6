using System.Collections.Immutable;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Networks;

/// <summary>Activations, a loss and an initializer of the user's own that random networks name: as source text, and as the interpreter takes them.</summary>
internal static class OwnTypes
{
    /// <summary>phi(z) = (sqrt(z^2 + 1) - 1) / 2 + z.</summary>
    public const string BentIdentity = "global::OwnTypes.BentIdentity";

    /// <summary>phi(z) = sin z.</summary>
    public const string Sine = "global::OwnTypes.Sine";

    /// <summary>phi(z) = 1 / z, which is not finite at 0; random networks do not name it.</summary>
    public const string Reciprocal = "global::OwnTypes.Reciprocal";

    /// <summary>l(y, t) = ln cosh(y - t).</summary>
    public const string LogCosh = "global::OwnTypes.LogCosh";

    /// <summary>Fills with a ramp of the element's number.</summary>
    public const string Ramp = "global::OwnTypes.Ramp";

    /// <summary>One file with all of them.</summary>
    public const string Source = """
        namespace OwnTypes
        {
            public sealed class BentIdentity : NetGen.IActivation
            {
                public static float Apply(float z) => ((System.MathF.Sqrt((z * z) + 1) - 1) / 2) + z;
                public static float Derivative(float z) => (z / (2 * System.MathF.Sqrt((z * z) + 1))) + 1;
            }

            public readonly struct Sine : NetGen.IActivation
            {
                public static float Apply(float z) => System.MathF.Sin(z);
                public static float Derivative(float z) => System.MathF.Cos(z);
            }

            public sealed class Reciprocal : NetGen.IActivation
            {
                public static float Apply(float z) => 1 / z;
                public static float Derivative(float z) => -1 / (z * z);
            }

            public sealed class LogCosh : NetGen.ILoss
            {
                public static float Apply(float output, float target)
                {
                    var distance = System.Math.Abs((double)output - target);
                    return (float)(distance + System.Math.Log(1 + System.Math.Exp(-2 * distance)) - System.Math.Log(2));
                }

                public static float Derivative(float output, float target) => System.MathF.Tanh(output - target);
            }

            public sealed class Ramp : NetGen.IInitializer
            {
                public static void Fill(System.Span<float> values, int fanIn, int fanOut, ref NetGen.Initialization.RandomStream random)
                {
                    for (var i = 0; i < values.Length; i++)
                    {
                        values[i] = (float)i / values.Length;
                    }
                }
            }
        }
        """;

    /// <summary>The same in double precision.</summary>
    public static CustomFunctions Functions { get; } = new(
        ImmutableDictionary<string, ElementwiseFunction>.Empty
            .Add(BentIdentity, new(static z => ((Math.Sqrt((z * z) + 1) - 1) / 2) + z, static z => (z / (2 * Math.Sqrt((z * z) + 1))) + 1))
            .Add(Sine, new(Math.Sin, Math.Cos))
            .Add(Reciprocal, new(static z => 1 / z, static z => -1 / (z * z))),
        ImmutableDictionary<string, LossFunction>.Empty
            .Add(LogCosh, new(static (y, t) => Math.Abs(y - t) + SpecialFunctions.Log1P(Math.Exp(-2 * Math.Abs(y - t))) - Math.Log(2), static (y, t) => Math.Tanh(y - t))));
}
