namespace NetGen.Generators.Scheduling;

/// <summary>The form a network is emitted in, and how many samples go through it at a time.</summary>
/// <param name="Form">How samples are laid out in vectors.</param>
/// <param name="Rows">Samples per pass where they are rows; groups of as many samples as there are lanes where a lane is a sample.</param>
/// <param name="Reason">The choice in words, with the numbers it was made by.</param>
internal sealed record NetworkSchedule(NetworkForm Form, int Rows, string Reason);
