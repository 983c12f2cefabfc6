namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>All cases, by family and name.</summary>
internal static class RuleCatalogue
{
    /// <summary>The cases.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = Families().ToDictionary(static pair => pair.Key, static pair => pair.Value);

    private static IEnumerable<KeyValuePair<string, RuleCase>> Families() =>
    [
        .. Named("Declaration", DeclarationCases.All),
        .. Named("Structure", StructureCases.All),
        .. Named("Name", NameCases.All),
        .. Named("Applicability", ApplicabilityCases.All),
        .. Named("Value", ValueCases.All),
        .. Named("Type", TypeCases.All),
        .. Named("Training", TrainingCases.All),
        .. Named("Layer", LayerCases.All),
        .. Named("Residual", ResidualCases.All),
        .. Named("Block", BlockCases.All),
    ];

    private static IEnumerable<KeyValuePair<string, RuleCase>> Named(string family, IReadOnlyDictionary<string, RuleCase> cases) =>
        cases.Select(pair => KeyValuePair.Create(family + "." + pair.Key, pair.Value));
}
