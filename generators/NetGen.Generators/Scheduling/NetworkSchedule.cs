namespace NetGen.Generators.Scheduling;

/// <summary>The form a network is emitted in, and how many samples go through it at a time.</summary>
/// <param name="Form">How samples are laid out in vectors.</param>
/// <param name="Rows">Samples per pass: a multiple of the widest number of lanes, so that no pass but the last has lanes to spare.</param>
/// <param name="Reason">The choice in words, with the numbers it was made by.</param>
internal sealed record NetworkSchedule(NetworkForm Form, int Rows, string Reason);
