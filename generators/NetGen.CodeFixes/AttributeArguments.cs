using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace NetGen.CodeFixes;

/// <summary>Sets, adds and removes arguments of one attribute and leaves everything else as it is written.</summary>
internal static class AttributeArguments
{
    /// <summary>The attribute with a property set: in its place where it is set already, at the end otherwise.</summary>
    public static AttributeSyntax WithProperty(this AttributeSyntax attribute, string name, string expression)
    {
        var index = IndexOf(attribute, name);
        return index >= 0 ? Replace(attribute, index, expression) : Insert(attribute, Count(attribute), name + " = " + expression);
    }

    /// <summary>The attribute with a constructor's argument set: in its place where it is given, after the other ones otherwise.</summary>
    public static AttributeSyntax WithParameter(this AttributeSyntax attribute, string name, int position, string expression)
    {
        var index = IndexOf(attribute, name, position);
        if (index >= 0)
        {
            return Replace(attribute, index, expression);
        }

        var given = attribute.ArgumentList?.Arguments.TakeWhile(static argument => argument.NameEquals is null).ToList() ?? [];
        var isNamed = given.Exists(static argument => argument.NameColon is not null);
        return Insert(attribute, given.Count, isNamed ? name + ": " + expression : expression);
    }

    /// <summary>The attribute without a property.</summary>
    public static AttributeSyntax WithoutProperty(this AttributeSyntax attribute, string name) =>
        IndexOf(attribute, name) is >= 0 and var index ? Remove(attribute, index) : attribute;

    /// <summary>The attribute without a constructor's argument.</summary>
    public static AttributeSyntax WithoutParameter(this AttributeSyntax attribute, string name, int position) =>
        IndexOf(attribute, name, position) is >= 0 and var index ? Remove(attribute, index) : attribute;

    /// <summary>Whether a property is set.</summary>
    public static bool HasProperty(this AttributeSyntax attribute, string name) => IndexOf(attribute, name) >= 0;

    /// <summary>The attribute without a type argument: <c>Dense</c> for <c>Dense&lt;Wave&gt;</c>.</summary>
    public static AttributeSyntax WithoutTypeArgument(this AttributeSyntax attribute)
    {
        var generic = attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(node => node == Last(attribute.Name));
        return generic is null
            ? attribute
            : attribute.ReplaceNode(generic, SyntaxFactory.IdentifierName(generic.Identifier.WithTrailingTrivia(generic.GetTrailingTrivia())));
    }

    /// <summary>The attribute of another kind with the same arguments, qualified as it was: <c>NetGen.AlphaDropout</c> for <c>NetGen.Dropout</c>.</summary>
    public static AttributeSyntax Renamed(this AttributeSyntax attribute, string name)
    {
        var last = Last(attribute.Name);
        return attribute.ReplaceNode(last, SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(name)).WithTriviaFrom(last));
    }

    private static NameSyntax Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        _ => name,
    };

    private static int Count(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments.Count ?? 0;

    private static int IndexOf(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.IndexOf(argument => argument.NameEquals?.Name.Identifier.ValueText == property) ?? -1;

    private static int IndexOf(AttributeSyntax attribute, string parameter, int position)
    {
        if (attribute.ArgumentList is not { Arguments: var arguments })
        {
            return -1;
        }

        var named = arguments.IndexOf(argument => argument.NameColon?.Name.Identifier.ValueText == parameter);
        return named >= 0 ? named
            : position < arguments.Count && arguments[position] is { NameEquals: null, NameColon: null } ? position
            : -1;
    }

    private static AttributeSyntax Replace(AttributeSyntax attribute, int index, string expression)
    {
        var argument = attribute.ArgumentList!.Arguments[index];
        var replaced = argument.WithExpression(Parse(expression).Expression.WithTriviaFrom(argument.Expression));
        return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(attribute.ArgumentList.Arguments.Replace(argument, replaced)));
    }

    private static AttributeSyntax Insert(AttributeSyntax attribute, int index, string text)
    {
        var argument = Parse(text);
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments })
        {
            // What followed the name follows the parentheses.
            var list = SyntaxFactory.AttributeArgumentList(
                SyntaxFactory.Token(default, SyntaxKind.OpenParenToken, default),
                SyntaxFactory.SingletonSeparatedList(argument),
                SyntaxFactory.Token(default, SyntaxKind.CloseParenToken, attribute.GetTrailingTrivia()));
            return attribute.ArgumentList is { } empty
                ? attribute.WithArgumentList(empty.WithArguments(list.Arguments))
                : attribute.WithName(attribute.Name.WithoutTrailingTrivia()).WithArgumentList(list);
        }

        var separators = arguments.GetSeparators().ToList();
        var nodes = arguments.ToList();
        if (index > 0)
        {
            // A line that ends behind the last argument ends behind the new one.
            var before = nodes[index - 1];
            argument = argument.WithTrailingTrivia(index == nodes.Count ? before.GetTrailingTrivia() : default);
            nodes[index - 1] = index == nodes.Count ? before.WithTrailingTrivia() : before;
            separators.Insert(index - 1, SyntaxFactory.Token(default, SyntaxKind.CommaToken, [SyntaxFactory.Space]));
        }
        else
        {
            argument = argument.WithLeadingTrivia(nodes[0].GetLeadingTrivia());
            nodes[0] = nodes[0].WithLeadingTrivia();
            separators.Insert(0, SyntaxFactory.Token(default, SyntaxKind.CommaToken, [SyntaxFactory.Space]));
        }

        nodes.Insert(index, argument);
        return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(nodes, separators)));
    }

    private static AttributeSyntax Remove(AttributeSyntax attribute, int index)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var nodes = arguments.ToList();
        var separators = arguments.GetSeparators().ToList();
        var removed = nodes[index];
        nodes.RemoveAt(index);
        if (nodes.Count == 0)
        {
            return HasComment(removed)
                ? attribute.WithArgumentList(attribute.ArgumentList.WithArguments(default)
                    .WithOpenParenToken(attribute.ArgumentList.OpenParenToken.WithTrailingTrivia(removed.GetLeadingTrivia().AddRange(removed.GetTrailingTrivia()))))
                : attribute.WithArgumentList(null).WithName(attribute.Name.WithTrailingTrivia(attribute.GetTrailingTrivia()));
        }

        // The separator behind the argument goes with it, before the last argument the one in front. Comments stay where the argument was.
        var separator = separators[Math.Min(index, separators.Count - 1)];
        separators.RemoveAt(Math.Min(index, separators.Count - 1));
        if (index == nodes.Count)
        {
            var kept = Comments(separator.TrailingTrivia, removed.GetLeadingTrivia());
            nodes[index - 1] = nodes[index - 1].WithTrailingTrivia(Join(nodes[index - 1].GetTrailingTrivia(), kept, removed.GetTrailingTrivia()));
        }
        else if (Comments(removed.GetLeadingTrivia(), removed.GetTrailingTrivia(), separator.TrailingTrivia) is { Count: > 0 } kept)
        {
            var follows = index > 0 && separators[index - 1].TrailingTrivia is [.., var space] && space.IsKind(SyntaxKind.WhitespaceTrivia);
            nodes[index] = nodes[index].WithLeadingTrivia(Join(follows && kept[0].IsKind(SyntaxKind.WhitespaceTrivia) ? kept.RemoveAt(0) : kept, nodes[index].GetLeadingTrivia()));
        }
        else
        {
            nodes[index] = nodes[index].WithLeadingTrivia(removed.GetLeadingTrivia());
        }

        return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(nodes, separators)));
    }

    private static bool HasComment(SyntaxNode node) => Comments(node.GetLeadingTrivia(), node.GetTrailingTrivia()).Count > 0;

    /// <summary>All of the trivia where any of it is more than white space, none otherwise.</summary>
    private static SyntaxTriviaList Comments(params SyntaxTriviaList[] lists)
    {
        var all = Join(lists);
        return all.Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? all : default;
    }

    /// <summary>One after another; where two spaces meet, one is enough.</summary>
    private static SyntaxTriviaList Join(params SyntaxTriviaList[] lists)
    {
        var joined = default(SyntaxTriviaList);
        foreach (var trivia in lists.SelectMany(static list => list))
        {
            if (joined.Count == 0 || !trivia.IsKind(SyntaxKind.WhitespaceTrivia) || !joined.Last().IsKind(SyntaxKind.WhitespaceTrivia))
            {
                joined = joined.Add(trivia);
            }
        }

        return joined;
    }

    /// <summary>An argument as it is written: what the syntax factory makes carries elastic trivia. Names are shortened to what the file needs.</summary>
    private static AttributeArgumentSyntax Parse(string text)
    {
        var list = SyntaxFactory.ParseMemberDeclaration("[A(" + text + ")]class C;")!.AttributeLists[0];
        var argument = list.Attributes[0].ArgumentList!.Arguments[0];
        return argument.WithExpression(argument.Expression.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
