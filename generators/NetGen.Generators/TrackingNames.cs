namespace NetGen.Generators;

/// <summary>The names of the pipeline's steps, by which tests see which of them ran again.</summary>
internal static class TrackingNames
{
    /// <summary>Attributes to a declaration.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>Every name, for tests that go through all steps.</summary>
    public static readonly string[] All = [Declarations];
}
