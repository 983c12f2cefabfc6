namespace NetGen.Generators.Signal.Rules;

/// <summary>What a rule is called and says.</summary>
/// <param name="Id">NETGEN and three digits.</param>
/// <param name="Severity">Unless the finding or .editorconfig says otherwise.</param>
/// <param name="Title">A short sentence without numbers.</param>
/// <param name="Format">The message, with the finding's arguments as <c>{0}</c> and so on.</param>
internal sealed record RuleDefinition(string Id, RuleSeverity Severity, string Title, string Format);
