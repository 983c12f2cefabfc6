namespace VerifyTests;

/// <summary>A text that has a snapshot of its own.</summary>
/// <param name="Name">What stands after <c>#</c> in the file's name; null for the test's main file.</param>
/// <param name="Extension">The file's extension, without the dot.</param>
/// <param name="Text">What is held against the snapshot.</param>
internal sealed record SnapshotTarget(string? Name, string Extension, string Text);
