using NetGen.Generators.Graph;
using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>The activation that a network's outputs come from.</summary>
internal static class OutputLayer
{
    /// <summary>The step with the last activation or weights, behind which values are only passed on, masked, or given noise; and its activation.</summary>
    public static (int Index, ActivationKind Activation) Of(RuleContext context)
    {
        var value = context.Forward.Graph.Output;
        var index = context.Steps.Count - 1;
        while (context.Paths.Writer(value) is { Layer: > 0 } writer)
        {
            index = writer.Layer - 1;
            if (PassedOn(writer.Effect) is not { } received || context.Paths.Of(index).Count() > 1)
            {
                break;
            }

            value = received;
        }

        return (index, context.Steps[index].Activation.Kind);
    }

    /// <summary>The network whose outputs are what the last activation receives now.</summary>
    public static NetworkSpec WithoutActivation(RuleContext context)
    {
        var index = Of(context).Index;
        return context.IsOnlyActivation(index) && context.Steps.Count > 1
            ? context.Network.Without(index)
            : context.Network.WithStep(index, static layer => layer with { Activation = ActivationSpec.Identity });
    }

    private static Value? PassedOn(SignalEffect effect) => effect switch
    {
        SignalEffect.Map { Function.Kind: ActivationKind.Identity } map => map.X,
        SignalEffect.Affine affine => affine.X,
        SignalEffect.Dropping mask => mask.X,
        SignalEffect.Noise noise => noise.X,
        _ => null,
    };
}
