using NetGen.Testing.Interpretation;

namespace NetGen.Tests.Emitted;

/// <summary>A deliberate fault in how a network is read.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Plant">The readings with the fault.</param>
/// <param name="NeedsPositions">Whether it shows only where a sample has several positions.</param>
internal sealed record ModelFault(string Name, Func<LayerReadings, LayerReadings> Plant, bool NeedsPositions = false);
