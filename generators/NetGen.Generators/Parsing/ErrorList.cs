using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>Collects the errors of one declaration in the order in which they are found.</summary>
internal sealed class ErrorList
{
    private readonly ImmutableArray<ParseError>.Builder _errors = ImmutableArray.CreateBuilder<ParseError>();
    private readonly HashSet<(string Rule, ErrorPlace Place)> _ofBlocks = [];
    private readonly ErrorList? _outer;
    private readonly ErrorPlace? _instead;

    /// <summary>An empty list.</summary>
    public ErrorList()
    {
    }

    private ErrorList(ErrorList outer, ErrorPlace? instead) => (_outer, _instead) = (outer, instead);

    /// <summary>How many there are so far.</summary>
    public int Count => _errors.Count;

    /// <summary>Whether anything is wrong, be it said here or elsewhere.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(DiagnosticDescriptor descriptor, ErrorPlace place, params string[] arguments)
    {
        HasErrors = true;
        if (_outer is null)
        {
            _errors.Add(new ParseError(descriptor, place, [.. arguments]));
        }
        else
        {
            _outer.AddOfBlock(descriptor, place, _instead, arguments);
        }
    }

    /// <summary>Notes that something is wrong that the analysis of another class reports.</summary>
    public void AddElsewhere()
    {
        HasErrors = true;
        _outer?.AddElsewhere();
    }

    /// <summary>The list for the layers of a block, which passes each error on once, however often the block is repeated.</summary>
    /// <param name="instead">Where errors are shown whose own place is in another assembly; null where their own place can be shown.</param>
    public ErrorList ForBlock(ErrorPlace? instead) => new(this, instead);

    /// <summary>All of them.</summary>
    public ImmutableArray<ParseError> ToImmutable() => _errors.ToImmutable();

    private void AddOfBlock(DiagnosticDescriptor descriptor, ErrorPlace place, ErrorPlace? instead, string[] arguments)
    {
        HasErrors = true;
        if (_outer is not null)
        {
            // The outermost place is the one in the network itself.
            _outer.AddOfBlock(descriptor, place, _instead ?? instead, arguments);
        }
        else if (_ofBlocks.Add((descriptor.Id, place)))
        {
            _errors.Add(new ParseError(descriptor, instead ?? place, [.. arguments]));
        }
    }
}
