using NetGen.Generators.Emit.Operations;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>
/// What the code of an operation is written against, in one emitted method: every value is a <c>ref</c> variable under its symbol, declared where it first occurs.
/// </summary>
internal sealed class PassContext
{
    private const string ScratchOnDemand = "scratchOnDemand";
    private const string WhatIsCopied = "what kernels copy";

    private readonly HashSet<string> _declared;
    private readonly PassWorkspace _workspace;
    private readonly Dictionary<Value, StoredTensor> _stored;
    private readonly Dictionary<Value, Value> _parameterOf;
    private bool _isOnDemand;

    /// <summary>Begins a method.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="program">The network.</param>
    /// <param name="pass">The pass that the method belongs to.</param>
    /// <param name="given">Names that the method has already.</param>
    public PassContext(CodeWriter writer, NetworkProgram program, PassProgram pass, params string[] given)
    {
        (Writer, Program, Pass) = (writer, program, pass);
        _declared = [.. given];
        _workspace = new PassWorkspace(pass, program.Schedule);
        _stored = program.Tensors.Concat(program.States).ToDictionary(static tensor => tensor.Value);
        _parameterOf = pass.ParameterGradients.ToDictionary(static pair => pair.Value, static pair => pair.Key);
    }

    /// <summary>Where to write.</summary>
    public CodeWriter Writer { get; }

    /// <summary>The network.</summary>
    public NetworkProgram Program { get; }

    /// <summary>The pass.</summary>
    public PassProgram Pass { get; }

    /// <summary>Whether a lane is a sample.</summary>
    public bool IsLanes => Program.IsLanes;

    /// <summary>A value as an argument: <c>ref a1</c>.</summary>
    public string Ref(Value value)
    {
        Declare(value);
        return "ref " + value.Symbol;
    }

    /// <summary>The room for what kernels copy, as an argument.</summary>
    public string Scratch
    {
        get
        {
            if (_isOnDemand)
            {
                return "ref " + ScratchOnDemand;
            }

            Declare("scratch", PlaceText.Of("w", _workspace.Scratch, Unit), WhatIsCopied);
            return "ref scratch";
        }
    }

    /// <summary>The number of rows of a value in this pass, of the type nuint.</summary>
    public static string Rows(Value value) => value.Positions == 1 ? "samples" : $"samples * {Literal.Of(value.Positions)}";

    /// <summary>The same of the type int.</summary>
    public static string RowCount(Value value) => value.Positions == 1 ? "(int)samples" : $"(int)samples * {Literal.Of(value.Positions)}";

    /// <summary>Floats from one row of a value to the next.</summary>
    public string Stride(Value value) => Literal.Of(Pass.Memory.Stride(value));

    /// <summary>The number of floats that a value takes in this pass, of the type nuint.</summary>
    public string Length(Value value) => IsLanes
        ? $"groups * {Literal.Of(value.Size)} * TOps.Lanes"
        : $"samples * {Literal.Of((long)value.Positions * Pass.Memory.Stride(value))}";

    /// <summary>Where a parameter starts in its buffer.</summary>
    public int Offset(Value parameter) => _stored[parameter].Offset;

    /// <summary>The parameter that a gradient is with respect to.</summary>
    public Value ParameterOf(Value gradient) => _parameterOf[gradient];

    /// <summary>Whether two values are at the same place.</summary>
    public bool AreSame(Value a, Value b) => _workspace.Contains(a) == _workspace.Contains(b) && (!_workspace.Contains(a) || _workspace.Of(a) == _workspace.Of(b));

    /// <summary>Writes operations in order; those that only the gradient with respect to the input needs under their condition.</summary>
    public void Print(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations.Where(static operation => operation is not Rescaling))
        {
            Writer.Line($"// {operation.Formula}");
            if (!Pass.OnDemand.Contains(operation))
            {
                OperationPrinters.Print(operation, this);
                continue;
            }

            // Names are declared before the condition: what follows may use them as well.
            _isOnDemand = true;
            foreach (var value in operation.Reads.Concat(operation.Writes).Where(value => !IsLanes || _workspace.Contains(value)))
            {
                Declare(value);
            }

            if (!IsLanes && Products.Of(operation, Pass.Memory) is not null)
            {
                Declare(ScratchOnDemand, PlaceText.Of("w", _workspace.ScratchOnDemand, Unit), WhatIsCopied);
            }

            using (Writer.Open("if (wantsInputGradient)"))
            {
                OperationPrinters.Print(operation, this);
            }

            _isOnDemand = false;
        }
    }

    /// <summary>Makes sure that a value has a name in the method.</summary>
    public void Declare(Value value)
    {
        if (value.Role == ValueRole.Input)
        {
            return;
        }

        Declare(value.Symbol, Location(value), Meaning(value));
    }

    /// <summary>Gives a value the name of another one's place.</summary>
    public void DeclareView(Value view, Value viewed) => Declare(view.Symbol, Ref(viewed), Meaning(view));

    private void Declare(string name, string place, string meaning)
    {
        if (_declared.Add(name))
        {
            Writer.Line($"ref float {name} = {place}; // {meaning}");
        }
    }

    // What the pass counts in where it is not known beforehand.
    private string Unit => Pass.NeedsWholeBatch ? "room" : "TOps.Lanes";

    private string Location(Value value)
    {
        if (_stored.TryGetValue(value, out var tensor))
        {
            return PlaceText.Of(value.Role == ValueRole.State ? "state" : "p", new Place(tensor.Offset, 0), "");
        }

        // Another view of the caller's rows.
        if (Pass.Memory.Unpadded.Contains(value))
        {
            return "ref x";
        }

        return _parameterOf.TryGetValue(value, out var parameter)
            ? IsLanes ? PlaceText.Of("dp", new Place(0, Offset(parameter)), "TOps.Lanes") : PlaceText.Of("dp", new Place(Offset(parameter), 0), "")
            : PlaceText.Of("w", _workspace.Of(value), Unit);
    }

    private string Meaning(Value value)
    {
        var shape = string.Concat(value.Shape.Extents.Select(static extent => "[" + Literal.Of(extent) + "]"));
        if (_stored.TryGetValue(value, out var tensor))
        {
            return shape + " " + tensor.Name;
        }

        if (value.Extent != ValueExtent.Sample)
        {
            return shape;
        }

        return value.Role == ValueRole.Mask ? shape + ", a bit each"
            : IsLanes ? $"[groups][{Literal.Of(value.Size)}][lanes]"
            : value.Role == ValueRole.Saved || Pass.Memory.Stride(value) == value.Columns ? "[samples]" + shape
            : $"[samples]{shape} by rows of {Stride(value)}";
    }
}
