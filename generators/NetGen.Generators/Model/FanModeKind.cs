namespace NetGen.Generators.Model;

/// <summary>The fans of <c>NetGen.FanMode</c>, value for value.</summary>
internal enum FanModeKind
{
    FanIn = 0,
    FanOut = 1,
    FanAverage = 2,
}
