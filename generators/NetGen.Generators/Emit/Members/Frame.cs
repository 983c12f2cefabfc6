using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Opens the namespace, the containing types and the class again in another file.</summary>
internal static class Frame
{
    /// <summary>Everything up to the class's opening brace; closed when disposed of.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="type">The class.</param>
    /// <param name="documentation">Lines of the class's documentation comment.</param>
    /// <param name="bases">What follows the class's name, with its colon, or nothing.</param>
    public static IDisposable Open(CodeWriter writer, TypeSpec type, IReadOnlyList<string> documentation, string bases)
    {
        var blocks = new Stack<IDisposable>();
        if (type.Namespace.Length > 0)
        {
            blocks.Push(writer.Open($"namespace {type.Namespace}"));
        }

        foreach (var container in type.Containers)
        {
            blocks.Push(writer.Open(container));
        }

        foreach (var line in documentation)
        {
            writer.Line("/// " + line);
        }

        blocks.Push(writer.Open($"partial class {type.Identifier}{bases}"));
        return new Closing(blocks);
    }

    private sealed class Closing(Stack<IDisposable> blocks) : IDisposable
    {
        public void Dispose()
        {
            while (blocks.Count > 0)
            {
                blocks.Pop().Dispose();
            }
        }
    }
}
