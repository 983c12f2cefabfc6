using System.Runtime.CompilerServices;
using VerifyTests;

namespace NetGen.Generators.Tests;

internal static class ModuleInitializer
{
    [ModuleInitializer]
    internal static void Initialize() => VerifySourceGenerators.Initialize();
}
