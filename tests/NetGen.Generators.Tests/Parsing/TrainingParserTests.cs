using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Training;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>What <c>[Training]</c> means, held against the library's optimizers.</summary>
public sealed class TrainingParserTests
{
    public static TheoryData<string> Optimizers => new(Types.Select(static type => type.Name));

    private static IEnumerable<Type> Types =>
        typeof(Optimizer).Assembly.GetExportedTypes().Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Optimizer)));

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void EveryOptimizer_IsKnownWithItsDefaultLearningRate(string name)
    {
        var type = Types.Single(type => type.Name == name);
        var optimizer = (Optimizer)type.GetConstructors().Single().Invoke([.. type.GetConstructors().Single().GetParameters().Select(static parameter => parameter.DefaultValue)]);
        var training = Parse($"Training<{name}>").Training;

        Assert.Equal(name, training?.Optimizer.ToString());
        Assert.Equal(optimizer.LearningRate, (float)training!.LearningRate);
    }

    [Fact]
    public void EveryKind_IsAnOptimizer() => Assert.Equal(Enum.GetNames<OptimizerKind>().Order(StringComparer.Ordinal), Types.Select(static type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Numbers_AreRead()
    {
        Assert.Equal(new TrainingSpec(OptimizerKind.Sgd, 0.5, 0.9, true), Parse("Training<Sgd>(LearningRate = 0.5, Momentum = 0.9, Nesterov = true)").Training);
        Assert.Equal(new TrainingSpec(OptimizerKind.RmsProp, 1e-2, Alpha: 0.5), Parse("Training<RmsProp>(Alpha = 0.5)").Training);
    }

    [Fact]
    public void AnOptimizerOfOnesOwn_IsNotPredicted()
    {
        var parsed = Parse("Training<Adam>", "class Adam() : NetGen.Optimizer(1) { public override void Step(System.Span<float> parameters, System.ReadOnlySpan<float> gradients) { } public override void Reset() { } }");
        Assert.Null(parsed.Training);
        Assert.Empty(parsed.Errors);
    }

    /// <summary>The generator keeps nothing of it: another learning rate emits no code anew.</summary>
    [Fact]
    public void Training_IsNoPartOfTheDeclaration() =>
        Assert.Equal(Parse("Training<Adam>(LearningRate = 0.1)").Declaration, Parse("Training<Adam>(LearningRate = 0.2)").Declaration);

    private static ParsedNetwork Parse(string training, string more = "")
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"using NetGen; [NeuralNetwork, Input(4), Dense(3), Loss(Loss.Huber), {training}] partial class Net; {more}");
        var type = CompilationBuilder.Default.Build(source).GetTypeByMetadataName("Net")!;
        return NetworkParser.Parse(type, TestContext.Current.CancellationToken);
    }
}
