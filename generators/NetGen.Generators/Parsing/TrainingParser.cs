using Microsoft.CodeAnalysis;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Parsing;

/// <summary>Reads <c>[Training&lt;TOptimizer&gt;]</c>. Only the analyzers ask for it: the generator emits the same code whatever it says.</summary>
internal static class TrainingParser
{
    private const double UnsetAlpha = 0.99;

    /// <summary>The optimizer, or null for one that is not the library's own: nothing is known of its first step.</summary>
    public static TrainingSpec? Parse(NetworkAttribute attribute, INamedTypeSymbol network, ErrorList errors)
    {
        var reader = new AttributeReader(attribute.Data, "the training of '" + network.Name + "'", errors);
        var kind = KindOf(reader.TypeArgument);
        var present = reader.TypeArgument?.Name ?? "no optimizer";
        var rate = reader.Number("LearningRate", DefaultRate(kind), NumberRange.Positive);
        var momentum = reader.Takes("Momentum", kind == OptimizerKind.Sgd, present, "Sgd") ? reader.Number("Momentum", 0, NumberRange.NotNegative) : 0;
        var isNesterov = reader.Takes("Nesterov", kind == OptimizerKind.Sgd, present, "Sgd") && reader.Flag("Nesterov", unset: false);
        var alpha = reader.Takes("Alpha", kind == OptimizerKind.RmsProp, present, "RmsProp") ? reader.Number("Alpha", UnsetAlpha, NumberRange.NotNegative) : UnsetAlpha;
        if ((float)alpha >= 1)
        {
            reader.ReportRange("Alpha", Numbers.Text(alpha), "a number from 0 to below 1");
        }

        return kind is { } known ? new TrainingSpec(known, rate, momentum, isNesterov, alpha) : null;
    }

    private static OptimizerKind? KindOf(ITypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } }
        && Enum.TryParse<OptimizerKind>(type.Name, out var kind)
            ? kind
            : null;

    /// <summary>The learning rates of the library's constructors.</summary>
    private static double DefaultRate(OptimizerKind? kind) => kind switch
    {
        OptimizerKind.Adagrad or OptimizerKind.RmsProp => 1e-2,
        OptimizerKind.Nadam or OptimizerKind.Adamax => 2e-3,
        _ => 1e-3,
    };
}
