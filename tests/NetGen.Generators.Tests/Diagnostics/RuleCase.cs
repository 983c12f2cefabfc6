using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>A declaration and what is reported on it.</summary>
/// <param name="Rule">The identifier of the only rule that it breaks; empty for a declaration that breaks none.</param>
/// <param name="Source">The file, places of expected diagnostics marked.</param>
/// <param name="Messages">What is said at each place.</param>
internal sealed record RuleCase(string Rule, string Source, params string[] Messages)
{
    /// <summary>The C# of the user's project.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    /// <summary>A public class <c>Net</c> with the given lines of attributes after <c>[NeuralNetwork]</c>.</summary>
    public static string Net(string attributes, string body = "") => $$"""
        using NetGen;
        [NeuralNetwork]
        {{attributes}}
        public sealed partial class Net
        {
        {{body}}
        }
        """;

    /// <summary>The same with an input of 4 values and a layer before the given lines.</summary>
    public static string After(string attributes, string body = "") => Net("[Input(4)]\n[Dense(3, Activation.Tanh)]\n" + attributes, body);
}
