using NetGen.Testing;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>The interpreter against PyTorch's values in double precision.</summary>
public sealed class InterpreterReferenceTests
{
    // The files hold nine digits.
    private const double Tolerance = 1e-8;

    public static TheoryData<string> Cases => [.. ReferenceCase.NamesIn(typeof(InterpreterReferenceTests).Assembly)];

    [Fact]
    public void AllCasesAreThere() => Assert.Equal(10, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void FirstPass_IsPyTorchs(string name)
    {
        var reference = ReferenceCase.Read(typeof(InterpreterReferenceTests).Assembly, name);
        var interpreter = new Interpreter(reference.Network);

        var pass = interpreter.Run(new InterpreterValues(reference.Initial), reference.Inputs, reference.Targets);

        Assert.InRange(Difference.Relative(reference.Outputs, pass.Outputs), 0, Tolerance);
        Assert.InRange(Difference.Relative([reference.Loss], [pass.Loss]), 0, Tolerance);
        Assert.InRange(Difference.Relative(reference.InputGradient, pass.InputGradients), 0, Tolerance);
        Assert.Equal(reference.Gradients.Keys.Order(), pass.Gradients.Keys.Order());
        foreach (var (tensor, expected) in reference.Gradients)
        {
            var difference = Difference.Relative(expected, pass.Gradients[tensor]);
            Assert.True(difference <= Tolerance, $"{name}, {tensor}: {difference:g3}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LossAfterTheSteps_IsBelowTheFirst(string name)
    {
        var reference = ReferenceCase.Read(typeof(InterpreterReferenceTests).Assembly, name);
        var interpreter = new Interpreter(reference.Network);

        Assert.True(interpreter.ComputeTrainingLoss(new InterpreterValues(reference.After), reference.Inputs, reference.Targets) < reference.StepLosses[0]);
    }
}
