using NetGen.Testing.Networks;

namespace NetGen.Testing.Comparison;

/// <summary>A network with what it is run on and what it is to compute.</summary>
internal sealed record DrawnCase(NetworkCase Network, NetworkData Data, ExpectedPass Expected);
