using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>The list of reserved names against what is emitted.</summary>
public sealed class ReservedNamesTests
{
    /// <summary>Members that users know a network by through its interface, though the class implements them out of sight.</summary>
    private static readonly string[] s_ofTheInterface = ["Name", "Loss", "Create"];

    private static readonly IReadOnlyList<ISymbol> s_emitted = Emit();

    [Fact]
    public void EveryEmittedMember_IsReserved()
    {
        Assert.NotEmpty(s_emitted);
        foreach (var member in s_emitted)
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                Assert.Contains(Members.ParametersOf(constructor), ReservedNames.Constructors);
            }
            else if (member is IMethodSymbol method)
            {
                Assert.Contains(Members.ParametersOf(method), ReservedNames.Methods[method.Name]);
            }
            else
            {
                Assert.Contains(member.Name, ReservedNames.Members);
            }
        }
    }

    [Fact]
    public void EveryReservedName_IsEmitted()
    {
        var emitted = s_emitted.Select(static member => member.Name).ToHashSet();
        Assert.All(ReservedNames.Members.Except(s_ofTheInterface), name => Assert.Contains(name, emitted));
        Assert.All(ReservedNames.Methods.Keys.Except(s_ofTheInterface), name => Assert.Contains(name, emitted));
    }

    [Fact]
    public void EveryReservedOverload_IsEmitted()
    {
        var emitted = s_emitted.OfType<IMethodSymbol>().Select(static method => (method.Name, Members.ParametersOf(method))).ToHashSet();
        foreach (var (name, overloads) in ReservedNames.Methods.Where(static pair => !s_ofTheInterface.Contains(pair.Key)))
        {
            Assert.All(overloads, parameters => Assert.Contains((name, parameters), emitted));
        }
    }

    private static List<ISymbol> Emit()
    {
        var members = new List<ISymbol>();
        string[] layers =
        [
            "[Dense(3, Name = \"Hidden\")]\n[Activation(Activation.Tanh)]",
            "[Dense(3, Name = \"Hidden\")]\n[Dropout(0.5)]\n[BatchNormalization(Name = \"HiddenToo\")]",
            "[Block<Body>(Name = \"Hidden\")]",
        ];
        foreach (var (loss, kinds) in Enum.GetNames<Loss>().SelectMany(_ => layers, static (loss, kinds) => (loss, kinds)))
        {
            var source = RuleCase.Net($"[Input(3, Scale = 2)]\n{kinds}\n[Loss(Loss.{loss})]") + "\n[NetworkBlock, Dense(3)] public sealed class Body;";
            var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(source));
            members.AddRange(run.Output.GetTypeByMetadataName("Net")!.GetMembers().Where(static member => member.CanBeReferencedByName || member is IMethodSymbol { MethodKind: MethodKind.Constructor })
                .Where(static member => !member.IsImplicitlyDeclared && !member.Name.StartsWith("Hidden", StringComparison.Ordinal) && !member.Name.Contains('.')));
        }

        return members;
    }
}
