using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>Reads <c>[EndResidual]</c>, and makes a residual block of what is between it and the bracket it closes.</summary>
internal sealed class EndResidualParser : LayerParser
{
    private const string Projection = "Projection";

    /// <inheritdoc/>
    public override void Read(LayerSequence layers, NetworkAttribute attribute)
    {
        if (layers.Close() is not { } block)
        {
            if (attribute.IsReadable)
            {
                layers.Scope.Errors.Add(BlockRules.NotOpened, ErrorPlace.Of(attribute.Data), layers.Scope.Type.Name);
            }

            return;
        }

        var name = layers.NextNames(attribute)[0];
        var reader = layers.ReaderOf(attribute, "residual block", name);
        if (block.IsEmpty)
        {
            reader.Report(BlockRules.EmptyResidual, "", layers.Scope.Type.Name);
            layers.AddNothing(attribute);
            return;
        }

        var projects = reader.Flag(Projection, unset: false);
        var (input, output, isKnown) = (block.Input, layers.Shape, block.IsCertain && layers.IsCertain);
        if (!isKnown || input is null || output is null)
        {
            // Without a projection the block gives what it receives, whatever is wrong inside.
            var (assumed, isCertain) = projects ? (output, false) : (input, block.IsCertain);
            layers.Add(attribute, reader, block, new LayerResult(null, assumed, null), isCertain);
            return;
        }

        // Blocks that deep inside one another are an error: no tree of that depth is built.
        var fits = Fit(reader, input, output, projects) && layers.Scope.Depth + layers.OpenBlocks < Limits.Nesting;
        var layer = fits && block.IsComplete ? Create(layers.Scope.Prefix + name, input, block, output, projects) : null;
        var parameters = layer is not null && projects ? (long)input.Last * output.Last : 0;
        layers.Add(attribute, reader, block, new LayerResult(layer, output, Received.From(layers.Scope.Prefix + name), parameters, Projection), isCertain: true);
    }

    private static ResidualSpec Create(string name, Shape input, OpenResidual block, Shape output, bool projects)
    {
        var weights = new InitializerSpec(InitializerTraits.DefaultFor(ActivationKind.Identity), IsDefault: true);
        var projection = projects ? new DenseSpec(name, input, output.Last, ActivationSpec.Identity, weights, Bias: null) : null;
        return new ResidualSpec(name, input, new([.. block.Layers]), projection);
    }

    /// <summary>Whether what the block receives can be added to what its last layer gives.</summary>
    private static bool Fit(AttributeReader reader, Shape input, Shape output, bool projects)
    {
        if (input == output)
        {
            return true;
        }

        if (input.Rank != output.Rank || input.WithLast(output.Last) != output)
        {
            reader.Report(BlockRules.CannotBeAdded, Projection, reader.Subject, input.ToString(), output.ToString());
            return false;
        }

        if (!projects)
        {
            reader.Report(BlockRules.ShapesDiffer, "", reader.Subject, input.ToString(), output.ToString(), Numbers.Text((long)input.Last));
        }

        return projects;
    }
}
