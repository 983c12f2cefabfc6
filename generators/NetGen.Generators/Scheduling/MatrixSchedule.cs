using NetGen.Generators.Model;

namespace NetGen.Generators.Scheduling;

/// <summary>How one matrix kernel is cut into register tiles for one vector width.</summary>
/// <param name="Width">The vectors.</param>
/// <param name="Blocks">The columns, cut into runs of tiles.</param>
internal sealed record MatrixSchedule(VectorWidth Width, EquatableArray<ColumnBlock> Blocks);
