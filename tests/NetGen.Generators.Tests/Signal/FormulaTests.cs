using NetGen.Generators.Model;
using NetGen.Generators.Signal.Formulas;
using NetGen.Generators.Signal.Functions;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("z / (1 + exp(-z))", "Silu")]
    [InlineData("z * sigmoid(z)", "Silu")]
    [InlineData("1 / (1 + exp(-z))", "Sigmoid")]
    [InlineData("(exp(z) - exp(-z)) / (exp(z) + exp(-z))", "Tanh")]
    [InlineData("max(z, 0)", "Relu")]
    [InlineData("0.5 * z * (1 + erf(z / sqrt(2)))", "Gelu")]
    [InlineData("0.5 z", "")]
    [InlineData("z * (1 + tanh(sqrt(2 / pi) * (z + 0.044715 * z^3))) / 2", "GeluTanh")]
    [InlineData("softplus(z)", "Softplus")]
    [InlineData("log(1 + exp(z))", "Softplus")]
    [InlineData("z / (1 + abs(z))", "Softsign")]
    [InlineData("z * tanh(softplus(z))", "Mish")]
    [InlineData("min(max(z / 6 + 1 / 2, 0), 1)", "HardSigmoid")]
    [InlineData("z*min(max(z/6+1/2,0),1)", "HardSwish")]
    public void GivesValueAndDerivativeOfWhatItSays(string formula, string activation)
    {
        var function = FormulaParser.Parse(formula).Function;
        if (activation.Length == 0)
        {
            Assert.Null(function);
            return;
        }

        var builtIn = ActivationFunctions.Find(Networks.Activation(Enum.Parse<ActivationKind>(activation)))!;
        for (var h = -20.3; h < 21; h += 0.7)
        {
            function!.Evaluate(h, out var value, out var slope);
            builtIn.Evaluate(h, out var expected, out var expectedSlope);
            Assert.Equal(expected, value, 1e-9 * (1 + Math.Abs(expected)));
            Assert.Equal(expectedSlope, slope, 1e-9);
        }
    }

    [Theory]
    [InlineData("-z^2", 3, -9, -6)]
    [InlineData("2^3^2 * z", 1, 512, 512)]
    [InlineData("z - 1 - 2", 1, -2, 1)]
    [InlineData("8 / z / 2", 2, 2, -1)]
    [InlineData("z^-1", 2, 0.5, -0.25)]
    [InlineData("2^z", 3, 8, 5.545177444479562)]
    [InlineData("  1e-3*z + .5 ", 1, 0.501, 0.001)]
    public void FollowsTheOrderOfOperations(string formula, double z, double value, double slope)
    {
        FormulaParser.Parse(formula).Function!.Evaluate(z, out var actual, out var actualSlope);

        Assert.Equal(value, actual, 1e-12);
        Assert.Equal(slope, actualSlope, 1e-12);
    }

    [Theory]
    [InlineData("", "at character 1 there is the end; expected is a number, z, a function or an opening parenthesis")]
    [InlineData("z +", "at character 4 there is the end; expected is a number, z, a function or an opening parenthesis")]
    [InlineData("(z", "at character 3 there is the end; expected is ')'")]
    [InlineData("z)", "at character 2 there is ')'; expected is an operator or the end")]
    [InlineData("x * 2", "at character 1 there is 'x'; expected is z, pi or one of abs, erf, exp, log, max, min, sigmoid, softplus, sqrt, tanh")]
    [InlineData("max(z)", "at character 6 there is ')'; expected is ','")]
    [InlineData("0,5 * z", "at character 2 there is ','; expected is an operator or the end")]
    [InlineData("1.2.3", "at character 1 there is '1'; expected is a number, z, a function or an opening parenthesis")]
    public void SaysWhereItStopsBeingAFormula(string formula, string error)
    {
        var result = FormulaParser.Parse(formula);

        Assert.Null(result.Function);
        Assert.Equal(error, result.Error);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    [InlineData('^')]
    public void DeepNestingIsRefused(char symbol)
    {
        var formula = symbol == '^' ? string.Join('^', Enumerable.Repeat("z", 400)) : new string(symbol, 900) + "z";

        Assert.Contains("at most 64 nested", FormulaParser.Parse(formula).Error);
    }

    [Fact]
    public void LongTextIsRefused() =>
        Assert.Equal("the formula has 1001 characters; up to 1000 are read", FormulaParser.Parse(new string('z', 1001)).Error);

    [Fact]
    public void KinksAreFoundWhereverTheyAre()
    {
        var kinks = FormulaParser.Parse("max(z - 2.3, 0) + 0.1 * tanh(z) + abs(z + 7)").Function!.Kinks;

        Assert.Equal(2, kinks.Count);
        Assert.Equal(-7, kinks[0], 1e-6);
        Assert.Equal(2.3, kinks[1], 1e-6);
    }
}
