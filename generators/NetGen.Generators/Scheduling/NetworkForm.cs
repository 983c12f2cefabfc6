namespace NetGen.Generators.Scheduling;

/// <summary>How samples stand in vectors.</summary>
internal enum NetworkForm
{
    /// <summary>Samples stand in rows; matrix products run over register tiles.</summary>
    Tiles,

    /// <summary>A lane is a sample: as many samples as a vector has lanes go through straight-line code together.</summary>
    Lanes,
}
