using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing.Descriptors;

/// <summary>Whether each argument applies, and is a number or type that can be used: NETGEN022 to NETGEN031.</summary>
internal static class ValueRules
{
    /// <summary>A property does not apply.</summary>
    public static readonly DiagnosticDescriptor DoesNotApply = new(
        "NETGEN022",
        "A property does not apply",
        "'{0}' of {1} does not apply to {2}: it belongs to {3}; remove it or declare what it belongs to",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN022.md");

    /// <summary>A property needs another.</summary>
    public static readonly DiagnosticDescriptor NeedsPartner = new(
        "NETGEN023",
        "A property needs another",
        "'{0}' of {1} is set without '{2}', but a range has two ends: set '{2}' too or remove '{0}'",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN023.md");

    /// <summary>A number is out of range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = new(
        "NETGEN024",
        "A number is out of range",
        "'{0}' of {1} is {2}, but must be {3}: {4}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN024.md");

    /// <summary>A number is not finite in float32.</summary>
    public static readonly DiagnosticDescriptor NotFinite = new(
        "NETGEN025",
        "A number is not finite in float32",
        "'{0}' of {1} is {2}, but must be a finite number that float32 holds, of magnitude 3.4028235E+38 at most: {3}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN025.md");

    /// <summary>A value is no member of its enumeration.</summary>
    public static readonly DiagnosticDescriptor UndefinedValue = new(
        "NETGEN026",
        "A value is no member of its enumeration",
        "The value {0} is no member of {1} that {2} could have: use one of the named members of {1}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN026.md");

    /// <summary>A type lacks the interface it is used by.</summary>
    public static readonly DiagnosticDescriptor LacksInterface = new(
        "NETGEN027",
        "A type lacks the interface it is used by",
        "'{0}' of {1} does not implement {2}: add ': {2}' to its declaration and the interface's static members to its body",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN027.md");

    /// <summary>A type cannot be used by emitted code.</summary>
    public static readonly DiagnosticDescriptor UnusableType = new(
        "NETGEN028",
        "A type cannot be used by emitted code",
        "'{0}' cannot be used by {1}: {2}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN028.md");

    /// <summary>CentredLogistic needs logistic inputs.</summary>
    public static readonly DiagnosticDescriptor NotFedByLogisticUnits = new(
        "NETGEN029",
        "CentredLogistic needs logistic inputs",
        "Initializer.CentredLogistic of {0} subtracts the 1/2 at which logistic units rest, but the layer receives {1}: use it after Activation.Sigmoid only, or another initializer",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN029.md");

    /// <summary>An initializer is not for biases.</summary>
    public static readonly DiagnosticDescriptor NotForBiases = new(
        "NETGEN030",
        "An initializer is not for biases",
        "Initializer.{0} cannot initialize the biases of {1}, since it is defined by the two fans of a matrix: use Zeros, Ones, Constant, Normal, TruncatedNormal, Uniform, TorchDefault or CentredLogistic",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN030.md");

    /// <summary>The exact gain does not exist.</summary>
    public static readonly DiagnosticDescriptor ExactGainUnknown = new(
        "NETGEN031",
        "The exact gain does not exist",
        "Gain.Exact of {0} cannot be computed: {1}; set Gain to a number such as Gain.Relu or remove it",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN031.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        DoesNotApply,
        NeedsPartner,
        OutOfRange,
        NotFinite,
        UndefinedValue,
        LacksInterface,
        UnusableType,
        NotFedByLogisticUnits,
        NotForBiases,
        ExactGainUnknown,
    ];
}
