namespace NetGen.Serialization;

/// <summary>What a weights file's metadata say of the network.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Architecture">The layers as a line.</param>
/// <param name="Fingerprint">The hash of it.</param>
internal sealed record NetworkIdentity(string Name, string Architecture, string Fingerprint)
{
    /// <summary>The key under which safetensors keeps metadata.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>The metadata's key for <see cref="Name"/>.</summary>
    public const string NameKey = "netgen.network";

    /// <summary>The metadata's key for <see cref="Architecture"/>.</summary>
    public const string ArchitectureKey = "netgen.architecture";

    /// <summary>The metadata's key for <see cref="Fingerprint"/>.</summary>
    public const string FingerprintKey = "netgen.fingerprint";
}
