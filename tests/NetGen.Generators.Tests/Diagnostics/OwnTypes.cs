namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Types of a user's own, as source text.</summary>
internal static class OwnTypes
{
    /// <summary>An initializer.</summary>
    public const string Initializer = """

        public struct Eye : IInitializer
        {
            public static void Fill(System.Span<float> values, int fanIn, int fanOut, ref NetGen.Initialization.RandomStream random) => values.Fill(1);
        }
        """;

    /// <summary>The body of an activation.</summary>
    public const string ActivationBody = "{ public static float Apply(float z) => z * z; public static float Derivative(float z) => 2 * z; }";

    /// <summary>The body of a loss.</summary>
    public const string LossBody = "{ public static float Apply(float output, float target) => 0; public static float Derivative(float output, float target) => 0; }";
}
