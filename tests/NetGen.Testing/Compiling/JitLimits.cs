using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NetGen.Testing.Compiling;

/// <summary>
/// The limits past which the JIT compiles a method without optimizing it, and says nothing: 60,000 bytes of IL, 20,000 instructions, 2,000 basic blocks, 2,000
/// locals, 8,000 references to locals; and past 512 locals it stops to inline.
/// </summary>
internal static class JitLimits
{
    // An instruction takes at least a byte, so that a method of fewer bytes has fewer instructions too.
    private const int Bytes = 20_000;
    private const int Locals = 512;
    private const int LocalReferences = 8_000;
    private const int Branches = 2_000;

    // Runs once, and holds the tables of layers and tensors: there is nothing to optimize.
    private const string StaticConstructor = ".cctor";

    /// <summary>Checks every method of an assembly.</summary>
    /// <param name="image">The assembly, as compiled.</param>
    /// <exception cref="CheckFailedException">A method crosses a limit.</exception>
    public static void Check(Stream image)
    {
        image.Position = 0;
        using var file = new PEReader(image, PEStreamOptions.LeaveOpen);
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0 || metadata.GetString(method.Name) == StaticConstructor)
            {
                continue;
            }

            var size = MethodBodySize.Of(file.GetMethodBody(method.RelativeVirtualAddress), metadata);
            if (size.Bytes > Bytes || size.Locals > Locals || size.LocalReferences > LocalReferences || size.Branches > Branches)
            {
                var owner = metadata.GetTypeDefinition(method.GetDeclaringType());
                throw new CheckFailedException(
                    $"{metadata.GetString(owner.Name)}.{metadata.GetString(method.Name)} crosses a limit of the JIT, which would not optimize it: {size}; at most {Bytes} bytes, {Locals} locals, {LocalReferences} references to them and {Branches} branches are allowed. Write loops, or cut the method in two.");
            }
        }
    }
}
