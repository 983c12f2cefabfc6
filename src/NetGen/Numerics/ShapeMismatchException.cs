namespace NetGen;

/// <summary>A span, tensor or data set has another length or shape than the network needs; the message says both.</summary>
/// <param name="message">What was given, what was expected and how to mend it.</param>
public sealed class ShapeMismatchException(string message) : ArgumentException(message);
