namespace NetGen.Generators.Graph;

/// <summary>The forms in which an operation can be done.</summary>
[Flags]
internal enum Forms
{
    /// <summary>Samples are rows; matrix products run over register tiles. Every operation has this form.</summary>
    Rows = 1,

    /// <summary>A lane is a sample: as many samples as a vector has lanes go through a layer together.</summary>
    Lanes = 2,

    /// <summary>One sample alone; a lane is a unit.</summary>
    Sample = 4,
}
