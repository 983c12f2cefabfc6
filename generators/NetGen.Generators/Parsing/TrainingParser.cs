using Microsoft.CodeAnalysis;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Parsing;

/// <summary>Reads <c>[Training]</c>. Only the analyzers ask for it: the generator emits the same code whatever it says.</summary>
internal static class TrainingParser
{
    private const string Rate = "LearningRate";
    private const double UnsetAlpha = 0.99;

    /// <summary>The optimizer, or null where it is none.</summary>
    public static TrainingSpec? Parse(NetworkAttribute attribute, INamedTypeSymbol network, ErrorList errors)
    {
        var reader = new AttributeReader(attribute.Data, "the training of '" + network.Name + "'", errors);
        if (reader.Choice("optimizer", OptimizerKind.Sgd, nameof(OptimizerKind)) is not { } kind)
        {
            return null;
        }

        var present = "OptimizerKind." + kind;
        var rate = reader.Number(Rate, DefaultRate(kind), NumberRange.Positive);
        var momentum = reader.Takes("Momentum", kind == OptimizerKind.Sgd, present, "OptimizerKind.Sgd") ? reader.Number("Momentum", 0, NumberRange.NotNegative) : 0;
        var isNesterov = reader.Takes("Nesterov", kind == OptimizerKind.Sgd, present, "OptimizerKind.Sgd") && reader.Flag("Nesterov", unset: false);
        var alpha = reader.Takes("Alpha", kind == OptimizerKind.RmsProp, present, "OptimizerKind.RmsProp") ? reader.Number("Alpha", UnsetAlpha, NumberRange.NotNegative) : UnsetAlpha;
        if ((float)alpha >= 1)
        {
            reader.Report(ValueRules.OutOfRange, "Alpha", "Alpha", reader.Subject, Numbers.Text(alpha), "a number from 0 to below 1");
            alpha = UnsetAlpha;
        }

        return new TrainingSpec(kind, rate, momentum, isNesterov, alpha);
    }

    /// <summary>The learning rates of the library's constructors.</summary>
    public static double DefaultRate(OptimizerKind kind) => kind switch
    {
        OptimizerKind.Adagrad or OptimizerKind.RmsProp => 1e-2,
        OptimizerKind.Nadam or OptimizerKind.Adamax => 2e-3,
        _ => 1e-3,
    };
}
