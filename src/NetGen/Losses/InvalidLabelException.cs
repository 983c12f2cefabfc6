namespace NetGen;

/// <summary>A label is no class of the network.</summary>
/// <param name="message">Which label, where, and which ones there are.</param>
public sealed class InvalidLabelException(string message) : ArgumentException(message);
