using NetGen.Generators.Machine;
using NetGen.Generators.Model;

namespace NetGen.Generators.Scheduling;

/// <summary>How one matrix kernel is cut into register tiles for one vector width.</summary>
/// <param name="Width">The vectors.</param>
/// <param name="Bands">The rows, tallest tiles first: those cover as many rows as they can, each following one what is left.</param>
/// <param name="Efficiency">The share of the multiply-add units' time that is put to use, as the cost model has it.</param>
internal sealed record MatrixSchedule(VectorWidth Width, EquatableArray<RowBand> Bands, double Efficiency);
