using System.Collections.Immutable;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// Writes the class that takes one sample through a small network: the whole network in one method forward and one backward, a lane a unit, written once for all
/// processors with vectors of 256 bits or more. On others, a sample goes the way of a batch.
/// </summary>
internal sealed class SampleEmitter
{
    private readonly CodeWriter _writer;
    private readonly NetworkProgram _program;
    private readonly PassProgram _pass;
    private readonly ImmutableArray<SampleStep> _forward;
    private readonly ImmutableArray<SampleStep> _backward = [];
    private readonly SampleLayout _layout;
    private readonly bool _isGeneric;

    private SampleEmitter(CodeWriter writer, NetworkProgram program)
    {
        (_writer, _program) = (writer, program);
        var trains = SampleScheduler.Trains(program);
        _pass = trains ? program.Training : program.Prediction;
        ImmutableArray<Operation> backward = trains ? [.. SampleScheduler.Backward(_pass)] : [];
        _forward = SampleStep.Forward(_pass.Forward, backward.SelectMany(static operation => operation.Reads));
        _backward = SampleStep.Backward(backward);
        _layout = new SampleLayout(_forward, _backward, _pass.OutputGradient);
        _isGeneric = _pass.Forward.Any(static operation => new SampleValue("", operation.Result.Size).IsWide);
    }

    /// <summary>The class, if the network has one.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program)
    {
        if (SampleScheduler.Predicts(program))
        {
            writer.Line();
            new SampleEmitter(writer, program).Class();
        }
    }

    private bool Trains => _backward.Length > 0;

    private void Class()
    {
        _writer.Line("/// <summary>One sample through the whole network, a lane a unit: in vectors of 256 bits and more, else as a batch.</summary>");
        using (_writer.Open("file static class Sample"))
        {
            Constants();
            _writer.Line();
            Predict();
            if (Trains)
            {
                _writer.Line();
                ComputeGradients();
            }

            _writer.Line();
            _writer.Line($"// The forward pass{(Trains ? "; keeps what the backward pass will read" : "")}.");
            using (Method("Forward", ""))
            {
                new SamplePass(_writer, _layout, _pass).Forward(_forward);
            }

            if (Trains)
            {
                _writer.Line();
                _writer.Line($"// The backward pass, from {_pass.OutputGradient}.");
                using (Method("Backward", ", ref float dp"))
                {
                    new SamplePass(_writer, _layout, _pass).Backward(_backward);
                }
            }

            _writer.Line();
            _writer.Line($"[InlineArray({Literal.Of(_layout.Length)})]");
            using (_writer.Open("private struct Values"))
            {
                _writer.Line("private float _first;");
            }
        }
    }

    private void Constants()
    {
        _writer.Line("// Where each tensor starts among the parameters, and its gradient among the gradients.");
        foreach (var tensor in _program.Tensors)
        {
            _writer.Line($"private const nuint {tensor.Value.Symbol} = {Literal.Of(tensor.Offset)}; // {string.Concat(tensor.Value.Shape.Extents.Select(static extent => $"[{Literal.Of(extent)}]"))} {tensor.Name}");
        }

        _writer.Line();
        _writer.Line("// Where each value is in the memory of a pass.");
        foreach (var (name, offset, size) in _layout.Places)
        {
            _writer.Line($"private const nuint {name} = {Literal.Of(offset)}; // [{Literal.Of(size)}]");
        }
    }

    private void Predict()
    {
        var output = _layout.Of(_pass.Output);
        _writer.Line("/// <summary>What the last layer gives.</summary>");
        using (_writer.Open("internal static void Predict(ReadOnlySpan<float> inputs, ref float p, Span<float> outputs)"))
        {
            using (_writer.Open("if (!Vector256.IsHardwareAccelerated)"))
            {
                _writer.Line("Passes.Predict(inputs, ref p, outputs, 1);");
                _writer.Line("return;");
            }

            _writer.Line();
            Memory();
            Call("Forward", "ref x, ref p, ref s");
            _writer.Line($"MemoryMarshal.CreateReadOnlySpan({Offset.Moved(output.Reference, output.At())}, {Literal.Of(output.Size)}).CopyTo(outputs);");
        }
    }

    private void ComputeGradients()
    {
        var (output, gradient) = (_layout.Of(_pass.Output), _layout.Of(_pass.OutputGradient));
        _writer.Line("/// <summary>The loss and its gradient with respect to every parameter.</summary>");
        using (_writer.Open($"internal static float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<{LossCode.TargetType(_program.Spec)}> targets, ref float p, Span<float> gradients)"))
        {
            _writer.Line("ref float dp = ref MemoryMarshal.GetReference(gradients);");
            using (_writer.Open("if (!Vector256.IsHardwareAccelerated)"))
            {
                _writer.Line("return Passes.ComputeGradients(inputs, targets, ref p, ref dp, ref Unsafe.NullRef<float>(), 1);");
            }

            _writer.Line();
            Memory();
            Call("Forward", "ref x, ref p, ref s");
            _writer.Line($"const float scale = {Literal.Float(_program.Spec.Loss.TakesClassIndices ? 1 : 1.0 / output.Size)};");
            _writer.Line($"double loss = {LossCode.Compute(_program, Offset.Moved("s", output.At()), "0", "1", "targets", Offset.Moved("s", gradient.At()), "0")};");
            Call("Backward", "ref x, ref p, ref s, ref dp");
            _writer.Line($"return (float)(loss / {LossCode.Divisor(_program, "1")});");
        }
    }

    // The memory, and x: the caller's values or, where the network needs them rescaled or in whole vectors, a copy.
    private void Memory()
    {
        var size = Literal.Of(_program.InputSize);
        _writer.Line("Unsafe.SkipInit(out Values values);");
        _writer.Line("ref float s = ref values[0];");
        if (!_layout.CopiesInput)
        {
            _writer.Line("ref float x = ref MemoryMarshal.GetReference(inputs);");
            return;
        }

        var input = _program.Spec.Input;
        _writer.Line("ref float x = ref s;");
        _writer.Line(input.IsRescaled
            ? $"RowKernels.ScaleRows(ref MemoryMarshal.GetReference(inputs), {size}, ref x, {size}, 1, {size}, {Literal.Float(input.Scale)}, {Literal.Float(input.Shift)}); // x = {BatchEmitter.Formula(_program)}"
            : $"RowKernels.CopyRows(ref MemoryMarshal.GetReference(inputs), {size}, ref x, {size}, 1, {size});");
    }

    private void Call(string method, string arguments)
    {
        if (!_isGeneric)
        {
            _writer.Line($"{method}({arguments});");
            return;
        }

        _writer.Line($"if (Vector512.IsHardwareAccelerated) {method}<Vector512<float>, VectorOperations512>({arguments});");
        _writer.Line($"else {method}<VectorPair, VectorOperationsPair>({arguments});");
    }

    private CodeWriter.Block Method(string name, string more)
    {
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        var declaration = $"private static void {name}{(_isGeneric ? "<TVector, TOps>" : "")}(ref float x, ref float p, ref float s{more})";
        return _isGeneric ? Widths.Constrain(_writer, declaration) : _writer.Open(declaration);
    }
}
