using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>What is wrong with a declaration. Read by analyzers only; nothing of it enters the generator's pipeline.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Place">Where it is broken.</param>
/// <param name="Arguments">What the message's format takes.</param>
internal sealed record ParseError(DiagnosticDescriptor Descriptor, ErrorPlace Place, ImmutableArray<string> Arguments)
{
    /// <summary>The diagnostic to report.</summary>
    public Diagnostic ToDiagnostic(CancellationToken cancellationToken) =>
        Diagnostic.Create(Descriptor, Place.Find(cancellationToken), [.. Arguments]);
}
