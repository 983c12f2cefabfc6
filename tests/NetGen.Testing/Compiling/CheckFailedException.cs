namespace NetGen.Testing.Compiling;

/// <summary>A check of the harness that did not hold. The message says what was found and what was expected.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
