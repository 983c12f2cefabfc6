using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetGen.Testing.Compiling;

namespace NetGen.Testing.Incremental;

/// <summary>
/// Walks everything that can be reached from the values of tracked steps and fails on objects of the compiler, which would keep old compilations alive,
/// and on what is not compared by value.
/// </summary>
internal static class ObjectGraphCheck
{
    /// <summary>Checks all values of the tracked steps.</summary>
    /// <exception cref="CheckFailedException">Something was found; the message gives the path to it.</exception>
    public static void Check(GeneratorRunResult result, IEnumerable<string> trackingNames)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in trackingNames)
        {
            foreach (var output in result.TrackedSteps[name].SelectMany(static step => step.Outputs))
            {
                Walk(output.Value, name, seen);
            }
        }
    }

    /// <summary>Checks one value.</summary>
    /// <exception cref="CheckFailedException">Something was found; the message gives the path to it.</exception>
    public static void Check(object value) => Walk(value, value.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Enum || value.GetType().IsPrimitive || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (Offence(value) is { } offence)
        {
            throw new CheckFailedException($"{path} holds {offence} ({value.GetType()}); models hold strings, numbers and equatable arrays of models.");
        }

        if (value is Array array)
        {
            var index = 0;
            foreach (var element in array)
            {
                Walk(element, $"{path}[{index++}]", seen);
            }

            return;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }

    private static string? Offence(object value) => value switch
    {
        ISymbol => "a symbol",
        SyntaxNode or SyntaxToken or SyntaxTrivia or SyntaxTree or SyntaxReference => "syntax",
        Location => "a location",
        Compilation => "a compilation",
        SemanticModel => "a semantic model",
        AttributeData or TypedConstant => "attribute data",
        Diagnostic or DiagnosticDescriptor => "a diagnostic",
        SourceText => "source text",
        IOperation => "an operation",
        GeneratorAttributeSyntaxContext or GeneratorSyntaxContext => "a generator's context",
        Delegate => "a delegate",
        IDictionary => "a dictionary",
        _ when value.GetType().FullName!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
            && value.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) => "an object of the compiler",
        _ when value.GetType() == typeof(object) => "an untyped object",
        _ => null,
    };
}
