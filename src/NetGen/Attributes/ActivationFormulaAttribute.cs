namespace NetGen;

/// <summary>
/// Says what an <see cref="IActivation"/> computes, so that the analyzer can follow the signal through layers that use it. Stands on the activation's
/// type: <c>[ActivationFormula("z / (1 + exp(-z))")]</c>. Emitted code does not read it; without it the analyzer knows nothing of the signal past the
/// layer and stays quiet there.
/// </summary>
/// <param name="formula">
/// phi in terms of <c>z</c>: numbers, <c>pi</c>, <c>+ - * / ^</c>, parentheses, and the functions <c>abs</c>, <c>erf</c>, <c>exp</c>, <c>log</c>,
/// <c>max</c>, <c>min</c>, <c>sigmoid</c>, <c>softplus</c>, <c>sqrt</c> and <c>tanh</c>. The derivative is taken by rule, from the same text.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ActivationFormulaAttribute(string formula) : Attribute
{
    /// <summary>phi in terms of <c>z</c>.</summary>
    public string Formula { get; } = formula;
}
