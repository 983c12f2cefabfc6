namespace NetGen;

/// <summary>A span, array or file does not have the length or shape that the network's declaration asks for.</summary>
/// <param name="message">What was given, what was expected, and how to mend it.</param>
public sealed class ShapeMismatchException(string message) : ArgumentException(message);
