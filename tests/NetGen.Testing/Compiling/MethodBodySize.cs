using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace NetGen.Testing.Compiling;

/// <summary>What the JIT counts of a method before it decides whether to optimize it.</summary>
/// <param name="Bytes">Its IL.</param>
/// <param name="Locals">Its local variables.</param>
/// <param name="LocalReferences">Instructions that read, write or take the address of one.</param>
/// <param name="Branches">Instructions that end a basic block.</param>
internal sealed record MethodBodySize(int Bytes, int Locals, int LocalReferences, int Branches)
{
    private static readonly ImmutableDictionary<int, OpCode> Instructions = typeof(OpCodes)
        .GetFields()
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToImmutableDictionary(static code => code.Value & 0xFFFF);

    /// <summary>Counts.</summary>
    public static MethodBodySize Of(MethodBodyBlock body, MetadataReader metadata)
    {
        var locals = 0;
        if (!body.LocalSignature.IsNil)
        {
            var signature = metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
            signature.ReadSignatureHeader();
            locals = signature.ReadCompressedInteger();
        }

        var (references, branches) = (0, 0);
        var reader = body.GetILReader();
        while (reader.RemainingBytes > 0)
        {
            var value = (int)reader.ReadByte();
            var code = Instructions[value == 0xFE ? 0xFE00 | reader.ReadByte() : value];
            references += code.Name!.Contains("loc", StringComparison.Ordinal) && code != OpCodes.Localloc ? 1 : 0;
            branches += code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw ? 1 : 0;
            var operand = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 * reader.ReadInt32(),
                _ => 4,
            };
            reader.Offset += operand;
        }

        return new MethodBodySize(body.GetILBytes()?.Length ?? 0, locals, references, branches);
    }
}
