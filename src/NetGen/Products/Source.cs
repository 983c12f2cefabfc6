namespace NetGen.Products;

/// <summary>Where a tile finds the right factor.</summary>
internal static class Source
{
    /// <summary>In the whole matrix.</summary>
    public readonly struct Matrix;

    /// <summary>In a copy of its own columns, without gaps.</summary>
    public readonly struct Strip;
}
