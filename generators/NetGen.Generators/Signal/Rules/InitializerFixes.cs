using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Changes that mend the size of signal and gradient; which of them do, and how well, is for <see cref="FixFinder"/> to say.</summary>
internal static class InitializerFixes
{
    /// <summary>
    /// First the initializers that fit the activations, by themselves and with exact gains; then centred logistic units; then other activations. Layers
    /// that are declared like the one at fault are changed with it.
    /// </summary>
    public static IEnumerable<Fix> All(RuleContext context, int layer)
    {
        var network = context.Network;
        if (layer >= 0 && Entry(context, layer) is >= 0 and var entry)
        {
            var matched = NetworkEdits.Matched(context.Activation(entry).Kind);
            yield return Offer(context, "Use " + matched.Name + " in " + context.Steps[layer].Name, network.WithWeighted(layer, weighted => weighted.WithWeights(matched)));
        }

        yield return Offer(context, Defaults(context), WithMatched(context, static weights => weights));
        yield return Offer(context, "Use LeCunNormal with Gain.Exact in every layer", WithMatched(
            context,
            static _ => new(InitializerKind.LeCunNormal, Gain: InitializerSpec.ExactGain)));

        if (HasHidden(context, ActivationKind.Sigmoid))
        {
            yield return Offer(context, "Use CentredLogistic after logistic units", Centred(context));
        }

        foreach (var (from, to, name) in (IEnumerable<(ActivationKind, ActivationKind, string)>)
            [
                (ActivationKind.Sigmoid, ActivationKind.Tanh, "tanh with GlorotUniform"),
                (ActivationKind.Sigmoid, ActivationKind.Relu, "ReLU with HeNormal"),
                (ActivationKind.Tanh, ActivationKind.Relu, "ReLU with HeNormal"),
                (ActivationKind.Softsign, ActivationKind.Relu, "ReLU with HeNormal"),
                (ActivationKind.HardSigmoid, ActivationKind.Relu, "ReLU with HeNormal"),
            ])
        {
            if (HasHidden(context, from))
            {
                yield return Offer(context, "Use " + name + " in the hidden layers", Replaced(context, from, to));
            }
        }
    }

    /// <summary>One change, not yet tried.</summary>
    public static Fix Offer(RuleContext context, string title, NetworkSpec network) => new(title, network, context.Training);

    /// <summary>The entry of the parameters that belongs to a layer.</summary>
    public static int Entry(RuleContext context, int layer)
    {
        for (var entry = 0; entry < context.Depth; entry++)
        {
            if (context.Parameters[entry].LayerIndex == layer)
            {
                return entry;
            }
        }

        return -1;
    }

    private static bool HasHidden(RuleContext context, ActivationKind kind)
    {
        for (var layer = 0; layer + 1 < context.Steps.Count; layer++)
        {
            if (context.Steps[layer].Activation.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The defaults that the network's activations have, in words.</summary>
    private static string Defaults(RuleContext context)
    {
        var names = Enumerable.Range(0, context.Depth).Select(entry => NetworkEdits.Matched(context.Activation(entry).Kind).Name).ToList();
        var last = names[names.Count - 1];
        return names.TrueForAll(name => name == last) ? "Use " + last + " in every layer"
            : names.GetRange(0, names.Count - 1).TrueForAll(name => name == names[0]) ? "Use " + names[0] + ", and " + last + " in the last layer"
            : "Use the default initializer of each activation";
    }

    private static NetworkSpec WithMatched(RuleContext context, Func<InitializerSpec, InitializerSpec> choose) =>
        WithEach(context, activation => choose(NetworkEdits.Matched(activation)));

    /// <summary>The network with all weights chosen by the activation that they meet.</summary>
    public static NetworkSpec WithEach(RuleContext context, Func<ActivationKind, InitializerSpec> choose)
    {
        var network = context.Network;
        for (var entry = 0; entry < context.Depth; entry++)
        {
            var weights = choose(context.Activation(entry).Kind);
            network = network.WithWeighted(context.Parameters[entry].LayerIndex, layer => layer.WithWeights(weights));
        }

        return network;
    }

    private static NetworkSpec Centred(RuleContext context)
    {
        var network = WithMatched(context, static weights => weights);
        for (var entry = 0; entry < context.Depth; entry++)
        {
            if (context.Forward.Weighted[entry].Incoming is { IsSource: false, Activation: ActivationKind.Sigmoid })
            {
                network = network.WithWeighted(
                    context.Parameters[entry].LayerIndex, static layer => layer with { Weights = new(InitializerKind.CentredLogistic), Bias = InitializerSpec.Zeros });
            }
        }

        return network;
    }

    private static NetworkSpec Replaced(RuleContext context, ActivationKind from, ActivationKind to)
    {
        var network = context.Network;
        var activation = new ActivationSpec(to);
        for (var index = 0; index + 1 < context.Steps.Count; index++)
        {
            if (context.Steps[index].Activation.Kind == from)
            {
                network = network.WithStep(index, layer => layer with { Activation = activation });
            }
        }

        // The weights are matched to the activations as they are now.
        return WithMatched(new RuleContext(network, context.Training, context.Thresholds), static weights => weights);
    }
}
