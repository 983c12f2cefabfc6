using NetGen.Generators.Model;

namespace NetGen.Generators.Scheduling;

/// <summary>Rows of a result that are taken so many at a time, and how their columns are cut.</summary>
/// <param name="Height">Rows of a tile.</param>
/// <param name="Blocks">The columns, cut into runs of tiles. The last tile may overlap the one before it where results are only written.</param>
internal sealed record RowBand(int Height, EquatableArray<ColumnBlock> Blocks);
