namespace VerifyTests;

/// <summary>Makes generator drivers verifiable. Called once an assembly, in a module initializer.</summary>
internal static class VerifySourceGenerators
{
    /// <summary>Whether <see cref="Initialize"/> was called.</summary>
    public static bool Initialized { get; private set; }

    /// <summary>Enables the verification of generator drivers.</summary>
    public static void Initialize() => Initialized = true;
}
