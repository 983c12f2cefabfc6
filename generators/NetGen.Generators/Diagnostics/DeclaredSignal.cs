using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Model;
using NetGen.Generators.Parsing;
using NetGen.Generators.Parsing.Layers;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Diagnostics;

/// <summary>What the rules about the signal read off a class, for analyzers and fixes alike.</summary>
/// <param name="Network">As declared.</param>
/// <param name="Training">The optimizer, where one is declared.</param>
/// <param name="Thresholds">As set for the file in which the attributes stand.</param>
/// <param name="Attributes">The attributes of the class itself, in order.</param>
/// <param name="Steps">Where each of the network's steps is declared.</param>
/// <param name="Roots">The first attribute of each of the network's layers, the roots of their tree.</param>
internal sealed record DeclaredSignal(
    NetworkSpec Network,
    TrainingSpec? Training,
    SignalThresholds Thresholds,
    ImmutableArray<NetworkAttribute> Attributes,
    ImmutableArray<LayerPlace> Steps,
    ImmutableArray<NetworkAttribute> Roots)
{
    /// <summary>Reads a type; null for one that is no network, and for a declaration in error: its errors come first.</summary>
    public static DeclaredSignal? Read(INamedTypeSymbol type, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var attributes = NetworkAttributes.Of(type, cancellationToken);
        if (!attributes.Any(static attribute => attribute.Role == AttributeRole.Network))
        {
            return null;
        }

        var parsed = NetworkParser.Parse(type, cancellationToken);
        return parsed.Declaration.ToSpec() is { } network
            ? new DeclaredSignal(network, parsed.Training, ThresholdOptions.Read(OptionsOf(attributes, options)).Thresholds, attributes, parsed.Steps, parsed.Roots)
            : null;
    }

    /// <summary>The options of the file in which a network's layers stand.</summary>
    public static AnalyzerConfigOptions OptionsOf(ImmutableArray<NetworkAttribute> attributes, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions((attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Layer) ?? attributes[0]).Data.ApplicationSyntaxReference!.SyntaxTree);

    /// <summary>The attribute of a step, or of the block it is in where messages cannot point at its own.</summary>
    public NetworkAttribute Layer(int index) => Steps[index].Shown;

    /// <summary>The attribute of a role that stands at most once, null where it is not declared.</summary>
    public NetworkAttribute? Find(AttributeRole role) => Attributes.FirstOrDefault(attribute => attribute.Role == role);

    /// <summary>The argument that causes a finding; the attribute where that has none, since a default causes it.</summary>
    public ErrorPlace PlaceOf(Finding finding)
    {
        switch (finding.Cause)
        {
            case FindingCause.Input:
                return First(Find(AttributeRole.Input)!, InputArguments());
            case FindingCause.Loss when Find(AttributeRole.Loss) is { } loss:
                return First(loss, ["loss"]);
            case FindingCause.Training when Find(AttributeRole.Training) is { } training:
                return First(training, ["LearningRate"]);
            default:
                // A loss that nobody declared is the default of a network that ends here.
                var layer = Layer(finding.LayerIndex < 0 ? Steps.Length - 1 : finding.LayerIndex);
                return First(layer, Arguments(finding.Cause, layer));
        }
    }

    private static string[] Arguments(FindingCause cause, NetworkAttribute layer) => cause switch
    {
        FindingCause.Activation => [layer.Data.AttributeClass!.IsGenericType ? ErrorPlace.TypeArgument : "activation"],
        FindingCause.Units => ["units"],
        FindingCause.Rate => ["rate"],
        FindingCause.Initializer => ["Initializer", "InitializerType", "Gain"],
        FindingCause.BiasInitializer => ["BiasInitializer", "BiasInitializerType"],
        _ => [],
    };

    /// <summary>What decides how large the inputs are: a factor above 1, else their declared deviation, else their range.</summary>
    private string[] InputArguments() => Math.Abs(Network.Input.Scale) > 1
        ? ["Scale"]
        : ["StandardDeviation", "Max", "Mean", "Shift"];

    private static ErrorPlace First(NetworkAttribute attribute, string[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (arguments.Length == 1 || attribute.Data.NamedArguments.Any(pair => pair.Key == argument))
            {
                return ErrorPlace.Of(attribute.Data, argument);
            }
        }

        return ErrorPlace.Of(attribute.Data);
    }
}
