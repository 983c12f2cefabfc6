using NetGen.Generators.Graph;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes a network's graph as a comment, where its declaration asks for it: <c>[NeuralNetwork(PrintGraph = true)]</c>.</summary>
internal static class GraphComment
{
    /// <summary>The graph as declared, then the passes that it became.</summary>
    public static void Write(CodeWriter writer, NetworkProgram program)
    {
        if (!program.Spec.PrintGraph)
        {
            return;
        }

        Write(writer, "The graph as declared.", program.Graph.Operations);
        Write(writer, "Training, forward.", program.Training.Forward);
        Write(writer, "Training, backward. What only the gradient with respect to the input needs is done on demand.", program.Training.Backward);
        Write(writer, "Prediction.", program.Prediction.Prologue.Concat(program.Prediction.Forward));
    }

    private static void Write(CodeWriter writer, string title, IEnumerable<Operation> operations)
    {
        writer.Line("// " + title);
        foreach (var line in GraphPrinter.Lines(operations))
        {
            writer.Line("//     " + line);
        }

        writer.Line();
    }
}
