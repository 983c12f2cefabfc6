namespace VerifyTests;

/// <summary>A snapshot that is missing, different or stale. The message lists the files.</summary>
internal sealed class VerifyException(string message) : Exception(message);
