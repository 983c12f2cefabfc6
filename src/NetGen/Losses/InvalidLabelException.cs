namespace NetGen;

/// <summary>A class index lies outside the network's classes. The message names it, its place and the range; nothing was computed or changed.</summary>
/// <param name="message">Which label, where, what was expected and how to mend it.</param>
public sealed class InvalidLabelException(string message) : ArgumentException(message);
