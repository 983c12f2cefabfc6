using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using VerifyTests;

namespace VerifyXunit;

/// <summary>
/// The entry point of snapshot tests. Names, conventions and files are those of the packages Verify.XunitV3 and Verify.SourceGenerators, so that
/// they can take over by a change of references.
/// </summary>
internal static class Verifier
{
    /// <summary>Holds what a generator emitted against the snapshots of the running test.</summary>
    /// <param name="driver">A driver that has run.</param>
    /// <param name="sourceFile">The test's file, beside which its snapshots stand.</param>
    public static SettingsTask Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "") => VerifySourceGenerators.Initialized
        ? new SettingsTask(() => SnapshotTargets.Of(driver), sourceFile)
        : throw new InvalidOperationException("Call VerifySourceGenerators.Initialize() in a module initializer of the test assembly before verifying a generator driver.");
}
