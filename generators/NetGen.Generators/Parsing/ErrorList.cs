using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>Collects the errors of one declaration in the order in which they are found.</summary>
internal sealed class ErrorList
{
    private readonly ImmutableArray<ParseError>.Builder _errors = ImmutableArray.CreateBuilder<ParseError>();

    /// <summary>How many there are so far.</summary>
    public int Count => _errors.Count;

    /// <summary>Adds one.</summary>
    public void Add(DiagnosticDescriptor descriptor, ErrorPlace place, params string[] arguments) =>
        _errors.Add(new ParseError(descriptor, place, [.. arguments]));

    /// <summary>All of them.</summary>
    public ImmutableArray<ParseError> ToImmutable() => _errors.ToImmutable();
}
