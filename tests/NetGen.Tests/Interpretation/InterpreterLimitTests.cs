using NetGen.Generators.Model;
using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>What the activations do at NaN, infinities and kinks.</summary>
public sealed class InterpreterLimitTests
{
    public static TheoryData<string> Elementwise => [.. Enum.GetNames<ActivationKind>().Where(static name => name is not ("Softmax" or "Custom"))];

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void NaN_GivesNaN(string kind)
    {
        var function = Function(kind);
        Assert.True(double.IsNaN(function.Apply(double.NaN)));
        Assert.True(kind == "Identity" || double.IsNaN(function.Derivative(double.NaN)));
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void Infinities_GiveTheLimit(string kind)
    {
        var function = Function(kind);
        foreach (var sign in new[] { 1, -1 })
        {
            // Softsign approaches its limit as 1 / z: 1e15 is near enough for all.
            var atInfinity = function.Apply(sign * double.PositiveInfinity);
            var atLarge = function.Apply(sign * 1e15);
            Assert.True(double.IsInfinity(atInfinity) ? atLarge / sign > 1e12 || atLarge * sign < -1e12 : Math.Abs(atInfinity - atLarge) < 1e-12, $"{sign}: {atInfinity}, {atLarge}");
            Assert.Equal(function.Derivative(sign * 1e15), function.Derivative(sign * double.PositiveInfinity), 1e-12);
        }
    }

    [Theory]
    [InlineData("Relu", 0, 0)]
    [InlineData("LeakyRelu", 0, 0.01)]
    [InlineData("Elu", 0, 0.01)]
    [InlineData("Selu", 0, 1.7580993408473766)]
    [InlineData("HardSigmoid", -3, 0)]
    [InlineData("HardSigmoid", 3, 0)]
    [InlineData("HardSwish", -3, -0.5)]
    [InlineData("HardSwish", 3, 1.5)]
    public void Kinks_AreOnPyTorchsSide(string kind, double z, double derivative) => Assert.Equal(derivative, Function(kind).Derivative(z), 1e-14);

    private static ElementwiseFunction Function(string kind) => ActivationFunctions.Of(new(Enum.Parse<ActivationKind>(kind), Alpha: 0.01), CustomFunctions.Empty);
}
