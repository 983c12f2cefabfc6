using NetGen.Generators.Emit.Kernels;
using NetGen.Generators.Emit.Members;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Parsing;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit;

/// <summary>
/// Writes the file of a network: the user's class with its members, and behind it, in a namespace where no name of the user's can hide one of ours, the
/// classes that compute, visible in this file alone.
/// </summary>
internal static class NetworkEmitter
{
    /// <summary>The text of the file; of a declaration in error only the members whose shape is known, and nothing where the class cannot be extended.</summary>
    public static string Emit(NetworkDeclaration declaration, CancellationToken cancellationToken) => declaration switch
    {
        { CanBeExtended: false } => "",
        _ when declaration.ToSpec() is { } spec => Emit(spec, cancellationToken),
        _ => SkeletonEmitter.Emit(declaration),
    };

    private static string Emit(NetworkSpec spec, CancellationToken cancellationToken)
    {
        var program = ProgramBuilder.Build(spec, cancellationToken);
        var members = MemberPlanner.Plan(program);
        var writer = new CodeWriter();
        Generated.Header(writer);
        ClassEmitter.Emit(writer, members);
        writer.Line();

        // No value here can be null, and the compiler's analysis of what is costs a third of its time on long methods.
        writer.Line("#nullable disable");
        using (writer.Open("namespace NetGen.Emitted"))
        {
            Usings(writer);
            writer.Line();
            InitializationEmitter.Emit(writer, program);
            writer.Line();
            FunctionsEmitter.Emit(writer, members);
            PassEmitter.Emit(writer, program, cancellationToken);
            SampleEmitter.Emit(writer, program);
            if (!program.IsLanes)
            {
                KernelClassEmitter.Emit(writer, program, cancellationToken);
            }
        }

        return writer.ToString();
    }

    private static void Usings(CodeWriter writer)
    {
        foreach (var name in (string[])[
            "global::System",
            "global::System.Collections.Immutable",
            "global::System.Runtime.CompilerServices",
            "global::System.Runtime.InteropServices",
            "global::System.Runtime.Intrinsics",
            "global::NetGen",
            "global::NetGen.Activations",
            "global::NetGen.Initialization",
            "global::NetGen.LayerKernels",
            "global::NetGen.Losses",
            "global::NetGen.Numerics",
            "global::NetGen.Products",
            "static global::NetGen.Products.Size"])
        {
            writer.Line($"using {name};");
        }
    }
}
