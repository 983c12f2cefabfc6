using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal.Formulas;

/// <summary>What came of reading a formula.</summary>
/// <param name="Function">The function, null where the text is no formula.</param>
/// <param name="Error">What is wrong, at which character, and what was expected; empty where nothing is.</param>
internal sealed record FormulaResult(ActivationFunction? Function, string Error);
