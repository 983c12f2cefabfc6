using NetGen.Generators.Graph;

namespace NetGen.Generators.Scheduling;

/// <summary>
/// The workspace of a pass: what exists once, what kernels copy, what exists per sample, and behind it what only the gradient with respect to the input needs.
/// </summary>
internal sealed class PassWorkspace
{
    private readonly PassProgram _pass;
    private readonly NetworkSchedule _schedule;
    private readonly Place _values;

    /// <summary>Lays out a pass.</summary>
    public PassWorkspace(PassProgram pass, NetworkSchedule schedule)
    {
        (_pass, _schedule) = (pass, schedule);
        var memory = pass.Memory;
        var scratch = IsLanes ? default : ScratchOf(pass.Forward.Concat(pass.Backward).Where(operation => !pass.OnDemand.Contains(operation)));
        Scratch = new Place(memory.Fixed, 0);
        _values = Scratch + scratch;
        Length = _values + PerSample(memory.PerSample);
        ScratchOnDemand = _values + PerSample(memory.PerSampleOnDemand);
        LengthOnDemand = ScratchOnDemand + (IsLanes ? default : ScratchOf(pass.OnDemand));
    }

    /// <summary>Where kernels copy to.</summary>
    public Place Scratch { get; }

    /// <summary>Where the kernels copy to that only the gradient with respect to the input needs.</summary>
    public Place ScratchOnDemand { get; }

    /// <summary>The length without what only the gradient with respect to the input needs.</summary>
    public Place Length { get; }

    /// <summary>The whole length.</summary>
    public Place LengthOnDemand { get; }

    private bool IsLanes => _schedule.Form == NetworkForm.Lanes;

    /// <summary>Whether a value has a place here: false for what the caller passes in, for parameters and their gradients, and for state.</summary>
    public bool Contains(Value value) => _pass.Memory.Offsets.ContainsKey(value);

    /// <summary>Where a value starts.</summary>
    public Place Of(Value value)
    {
        var room = _pass.Memory.Offsets[value];
        return room.IsFixed ? new Place(room.Offset, 0) : _values + PerSample(room.Offset);
    }

    // A whole batch, or samples per lane, are known at run time only; otherwise a pass has so many rows.
    private Place PerSample(long floats) => _pass.NeedsWholeBatch
        ? new Place(0, floats)
        : new Place(floats * _schedule.Rows, 0);

    private Place ScratchOf(IEnumerable<Operation> operations)
    {
        var (once, perSample) = Products.Scratch(operations, _pass.Memory);
        return new Place(once, 0) + PerSample(perSample);
    }
}
