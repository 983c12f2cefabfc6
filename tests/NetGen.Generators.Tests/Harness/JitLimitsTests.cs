using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Harness;

/// <summary>The check of emitted methods against the JIT's limits sees what it is there for, and the largest networks pass it.</summary>
public sealed class JitLimitsTests
{
    [Fact]
    public void TooManyLocals_AreSeen() => Assert.Contains("crosses a limit", Refusal(Method(Repeat(520, "var v{0} = System.Environment.TickCount64;") + Repeat(520, "System.Console.Write(v{0});") + Repeat(520, "System.Console.Write(v{0});"))), StringComparison.Ordinal);

    [Fact]
    public void TooLongAMethod_IsSeen() => Assert.Contains("crosses a limit", Refusal(Method(Repeat(2_500, "System.Console.Write({0});"))), StringComparison.Ordinal);

    [Fact]
    public void TooManyBranches_AreSeen() => Assert.Contains("crosses a limit", Refusal(Method(Repeat(2_001, "if (a > {0}) a++;"))), StringComparison.Ordinal);

    [Fact]
    public void AnOrdinaryMethod_Passes() => Check(Method(Repeat(100, "System.Console.Write(a + {0});")));

    [Theory]
    [InlineData(784, 2048, 2)]
    [InlineData(17, 1031, 40)]
    [InlineData(2, 8, 64)]
    [InlineData(32, 32, 2)]
    [InlineData(26, 26, 4)]
    [InlineData(31, 32, 4)]
    [InlineData(16, 16, 4)]
    [InlineData(8, 60, 2)]
    [InlineData(64, 64, 1)]
    public void TheLargestNetworks_StayBelow(int inputs, int units, int layers)
    {
        var dense = string.Concat(Enumerable.Repeat($"[NetGen.Dense({units}, NetGen.Activation.Tanh)]\n", layers));
        var compilation = CompilationBuilder.Default.Build([$"[NetGen.NeuralNetwork]\n[NetGen.Input({inputs})]\n{dense}[NetGen.Dense({units})]\npublic sealed partial class Net;"]);
        EmittedAssembly.Check(GeneratorHarness.Run(new NetworkGenerator(), compilation));
    }

    private static string Refusal(string source) => Assert.Throws<CheckFailedException>(() => Check(source)).Message;

    private static void Check(string source)
    {
        using var image = new MemoryStream();
        Assert.True(CompilationBuilder.Default.Build([source]).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        JitLimits.Check(image);
    }

    private static string Method(string body) => $"public static class Holder {{ public static void Run(int a) {{ {body} }} }}";

    private static string Repeat(int count, string statement) =>
        string.Join('\n', Enumerable.Range(0, count).Select(number => statement.Replace("{0}", $"{number}", StringComparison.Ordinal)));
}
