namespace NetGen;

/// <summary>The length of what was passed does not fit the network. The message holds both numbers; nothing was computed or changed.</summary>
/// <param name="message">What was passed, what was expected and how to mend it.</param>
public sealed class ShapeMismatchException(string message) : ArgumentException(message);
