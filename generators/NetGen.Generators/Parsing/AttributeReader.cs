using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Reads one attribute's arguments and says what is wrong with each. Never throws, however half-typed the attribute is: what cannot be read has its default.
/// </summary>
/// <param name="data">The attribute.</param>
/// <param name="subject">What messages call what is declared: <c>layer 'Dense1' of 'DigitNet'</c>.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class AttributeReader(AttributeData data, string subject, ErrorList errors)
{
    /// <summary>What messages call what is declared.</summary>
    public string Subject { get; } = subject;

    /// <summary>The type argument of a generic attribute, null for any other.</summary>
    public ITypeSymbol? TypeArgument => data.AttributeClass is { TypeArguments: [var argument] } ? argument : null;

    /// <summary>Whether the compiler made sense of the attribute. Where not, C# has an error of its own on it.</summary>
    public static bool IsReadable(AttributeData data, CancellationToken cancellationToken)
    {
        if (data.AttributeConstructor is not { } constructor
            || constructor.Parameters.Length != data.ConstructorArguments.Length
            || data.AttributeClass is { TypeArguments: [{ TypeKind: TypeKind.Error }] })
        {
            return false;
        }

        foreach (var argument in data.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Error)
            {
                return false;
            }
        }

        foreach (var pair in data.NamedArguments)
        {
            if (pair.Value.Kind == TypedConstantKind.Error || pair.Value.Value is IErrorTypeSymbol)
            {
                return false;
            }
        }

        // Attributes of a compiled assembly have no text, and were readable when it was compiled.
        return data.ApplicationSyntaxReference is not { } reference
            || (reference.GetSyntax(cancellationToken) is AttributeSyntax syntax
                && NamedArguments(syntax) == data.NamedArguments.Length
                && !HasSyntaxError(syntax));
    }

    /// <summary>Whether a property is set.</summary>
    public bool Has(string property) => TryGet(property, out _);

    /// <summary>Reports an error at an argument, or at the whole attribute where it has no such argument.</summary>
    public void Report(DiagnosticDescriptor descriptor, string argument, params string[] arguments) =>
        errors.Add(descriptor, ErrorPlace.Of(data, argument), arguments);

    /// <summary>Reports that a set property does not apply.</summary>
    /// <param name="property">The property; nothing is reported unless it is set.</param>
    /// <param name="applies">Whether it does apply.</param>
    /// <param name="present">What stands there: <c>Activation.Relu</c>.</param>
    /// <param name="owner">What it belongs to.</param>
    /// <returns>Whether the property is set and applies.</returns>
    public bool Takes(string property, bool applies, string present, string owner)
    {
        if (!Has(property))
        {
            return false;
        }

        if (!applies)
        {
            Report(ValueRules.DoesNotApply, property, property, Subject, present, owner);
        }

        return applies;
    }

    /// <summary>A whole number of the constructor, by its parameter's name.</summary>
    public int? Integer(string parameter) => Argument(parameter) is { Kind: TypedConstantKind.Primitive, Value: int value } ? value : null;

    /// <summary>A true or false property.</summary>
    public bool Flag(string property, bool unset) =>
        TryGet(property, out var constant) && constant is { Kind: TypedConstantKind.Primitive, Value: bool flag } ? flag : unset;

    /// <summary>A type property; null where it is not set or null.</summary>
    public ITypeSymbol? Type(string property) =>
        TryGet(property, out var constant) && constant is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    /// <summary>
    /// A number, from a property or a constructor's parameter, that float32 holds and the range admits; otherwise an error is reported and the default returned.
    /// </summary>
    public double Number(string name, double unset, NumberRange range = NumberRange.Any)
    {
        if ((!TryGet(name, out var constant) && !TryGetArgument(name, out constant)) || constant is not { Kind: TypedConstantKind.Primitive, Value: double value })
        {
            return unset;
        }

        if (double.IsNaN(value) || Math.Abs(value) > float.MaxValue)
        {
            Report(ValueRules.NotFinite, name, name, Subject, Numbers.Text(value), WayOut(name));
            return unset;
        }

        if (Expected(range, (float)value, value) is { } expected)
        {
            ReportRange(name, Numbers.Text(value), expected);
            return unset;
        }

        return value;
    }

    /// <summary>Reports that a number of a property or a constructor's parameter is out of range.</summary>
    /// <param name="name">The property or parameter.</param>
    /// <param name="value">The number.</param>
    /// <param name="expected">Which numbers it takes: <c>a number above 0</c>.</param>
    public void ReportRange(string name, string value, string expected) => Report(ValueRules.OutOfRange, name, name, Subject, value, expected, WayOut(name));

    /// <summary>A whole number from 1 to a limit; 0 where the property is not set, or is out of range and an error is reported.</summary>
    public int Count(string property, int most)
    {
        if (!TryGet(property, out var constant) || constant is not { Kind: TypedConstantKind.Primitive, Value: int value })
        {
            return 0;
        }

        if (value >= 1 && value <= most)
        {
            return value;
        }

        ReportRange(property, Numbers.Text((long)value), "a whole number from 1 to " + Numbers.Text((long)most));
        return 0;
    }

    /// <summary>
    /// A member of an enumeration, from a property or a constructor's parameter.
    /// </summary>
    /// <typeparam name="T">The model's twin of the user's enumeration, value for value.</typeparam>
    /// <param name="name">The property or parameter.</param>
    /// <param name="unset">What holds where it is not set.</param>
    /// <param name="users">The user's name of the enumeration, for the message.</param>
    /// <returns>The member, or null where the value is none.</returns>
    public T? Choice<T>(string name, T unset, string users)
        where T : struct, Enum
    {
        if (!TryGet(name, out var constant) && !TryGetArgument(name, out constant))
        {
            return unset;
        }

        if (constant is not { Kind: TypedConstantKind.Enum, Value: int value })
        {
            return unset;
        }

        var member = (T)(object)value;
        if (value >= 0 && Enum.IsDefined(typeof(T), member))
        {
            return member;
        }

        Report(ValueRules.UndefinedValue, name, Numbers.Text((long)value), users, Subject);
        return null;
    }

    /// <summary>Whether an enumeration property is set to 0, which stands for <c>Initializer.Default</c>.</summary>
    public bool IsZero(string property) => TryGet(property, out var constant) && constant is { Kind: TypedConstantKind.Enum, Value: 0 };

    private static string? Expected(NumberRange range, float baked, double value) => range switch
    {
        NumberRange.Positive when baked <= 0 => "a number above 0",
        NumberRange.NotNegative when baked < 0 => "0 or a number above it",
        NumberRange.NotZero when baked == 0 => "a number other than 0",
        NumberRange.Rate when baked is < 0 or >= 1 => "at least 0 and below 1",
        NumberRange.Share when baked is <= 0 or > 1 => "above 0 and at most 1",
        NumberRange.Gain when baked <= 0 && value != Model.InitializerSpec.ExactGain => "a number above 0 or Gain.Exact",
        _ => null,
    };

    private static int NamedArguments(AttributeSyntax syntax)
    {
        var count = 0;
        foreach (var argument in syntax.ArgumentList?.Arguments ?? default)
        {
            count += argument.NameEquals is null ? 0 : 1;
        }

        return count;
    }

    private static bool HasSyntaxError(AttributeSyntax syntax)
    {
        if (syntax.ContainsDiagnostics)
        {
            foreach (var diagnostic in syntax.GetDiagnostics())
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A property has a default to go back to, a constructor's parameter has none.</summary>
    private string WayOut(string name) => Has(name) ? "change it or remove it to have the default" : "change it";

    private bool TryGet(string property, out TypedConstant constant)
    {
        foreach (var pair in data.NamedArguments)
        {
            if (pair.Key == property)
            {
                constant = pair.Value;
                return true;
            }
        }

        constant = default;
        return false;
    }

    private TypedConstant? Argument(string parameter) => TryGetArgument(parameter, out var constant) ? constant : null;

    private bool TryGetArgument(string parameter, out TypedConstant constant)
    {
        if (data.AttributeConstructor is { } constructor)
        {
            foreach (var candidate in constructor.Parameters)
            {
                if (candidate.Name == parameter && candidate.Ordinal < data.ConstructorArguments.Length)
                {
                    constant = data.ConstructorArguments[candidate.Ordinal];
                    return true;
                }
            }
        }

        constant = default;
        return false;
    }
}
