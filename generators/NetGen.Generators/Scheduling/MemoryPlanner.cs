using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Machine;

namespace NetGen.Generators.Scheduling;

/// <summary>
/// Gives every value of a pass a place, from its first write to its last read: a place that nobody reads any more is taken again, and a result takes the place of what it
/// is computed from where the operation allows it.
/// </summary>
internal sealed class MemoryPlanner
{
    private readonly NetworkForm _form;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly Dictionary<Value, int> _lastReads = [];
    private readonly Dictionary<Value, Room> _rooms = [];
    private readonly HashSet<Value> _unpadded = [];
    private readonly SortedDictionary<long, long> _free = [];
    private long _fixed;
    private long _length;

    private MemoryPlanner(NetworkForm form, IReadOnlyList<Operation> operations)
    {
        _form = form;
        _operations = operations;
    }

    /// <summary>The plan.</summary>
    /// <param name="form">How samples are laid out.</param>
    /// <param name="operations">What is done once per call, then the forward and the backward pass, in order.</param>
    /// <param name="forward">How many of them come before the loss.</param>
    /// <param name="caller">What the caller passes in, where it is read in place.</param>
    /// <param name="output">What the loss, or the caller, reads after the forward pass.</param>
    /// <param name="outputGradient">What the loss writes; null where there is no loss.</param>
    /// <param name="kept">What is read after everything.</param>
    /// <param name="elsewhere">Values that are not in the workspace, such as gradients of parameters.</param>
    /// <param name="onDemand">Operations whose results have room of their own behind everything else, rented only where they are wanted.</param>
    public static MemoryPlan Plan(
        NetworkForm form,
        IReadOnlyList<Operation> operations,
        int forward,
        Value? caller,
        Value output,
        Value? outputGradient,
        IEnumerable<Value> kept,
        ISet<Value> elsewhere,
        ISet<Operation> onDemand)
    {
        var planner = new MemoryPlanner(form, operations);
        if (caller is not null)
        {
            planner._unpadded.Add(caller);
        }

        planner.FindLastReads(forward, output, kept);
        for (var index = 0; index <= operations.Count; index++)
        {
            if (index == forward && outputGradient is not null)
            {
                planner._rooms.Add(outputGradient, planner.Take(outputGradient));
                planner.Release(output, TimeOfLoss(forward));
            }

            if (index < operations.Count && !onDemand.Contains(operations[index]))
            {
                planner.Place(index, elsewhere);
            }
        }

        // What is wanted on demand may be far wider than anything else: behind everything.
        var regular = planner._length;
        planner._free.Clear();
        for (var index = 0; index < operations.Count; index++)
        {
            if (onDemand.Contains(operations[index]))
            {
                planner.Place(index, elsewhere);
            }
        }

        return new MemoryPlan(
            form, planner._rooms.ToImmutableDictionary(), [.. planner._unpadded], planner._fixed, regular, planner._length);
    }

    private void FindLastReads(int forward, Value output, IEnumerable<Value> kept)
    {
        for (var index = 0; index < _operations.Count; index++)
        {
            foreach (var value in _operations[index].Reads)
            {
                _lastReads[value] = Time(index);
            }
        }

        _lastReads.TryGetValue(output, out var last);
        _lastReads[output] = Math.Max(last, TimeOfLoss(forward));
        foreach (var value in kept)
        {
            _lastReads[value] = int.MaxValue;
        }

        // A view keeps what it shows.
        foreach (var operation in _operations.Reverse())
        {
            if (operation.Views is { } viewed)
            {
                _lastReads.TryGetValue(operation.Result, out var view);
                _lastReads[viewed] = Math.Max(_lastReads[viewed], view);
            }
        }
    }

    private void Place(int index, ISet<Value> elsewhere)
    {
        var operation = _operations[index];
        if (operation.Views is { } viewed && IsView(operation))
        {
            View(viewed, operation.Result);
            return;
        }

        var overwritten = operation.Overwrites is { } place && LastRead(place) == Time(index) && _rooms.TryGetValue(place, out var taken) && !IsShared(place, taken, Time(index))
            ? place
            : null;
        foreach (var value in operation.Writes.Where(value => !elsewhere.Contains(value)))
        {
            if (overwritten is not null && ReferenceEquals(value, operation.Result) && Size(value) == _rooms[overwritten].Length)
            {
                _rooms.Add(value, _rooms[overwritten]);
                _lastReads[overwritten] = -1;
            }
            else
            {
                _rooms.Add(value, Take(value));
            }
        }

        foreach (var value in operation.Reads.Concat(operation.Writes).Distinct())
        {
            Release(value, Time(index));
        }
    }

    /// <summary>Whether a change of shape moves nothing: rows without padding before and after.</summary>
    private bool IsView(Operation operation)
    {
        var (x, y) = (operation.Views!, operation.Result);
        return _form == NetworkForm.Lanes
            || _unpadded.Contains(x)
            || (VectorWidth.Pad(x.Columns) == x.Columns && VectorWidth.Pad(y.Columns) == y.Columns)
            || (x.Columns == y.Columns);
    }

    private void View(Value viewed, Value view)
    {
        if (_rooms.TryGetValue(viewed, out var room))
        {
            _rooms.Add(view, room);
        }

        if (_unpadded.Contains(viewed))
        {
            _unpadded.Add(view);
        }
    }

    private int LastRead(Value value) => _lastReads.TryGetValue(value, out var time) ? time : -1;

    // Each operation has an odd time; the loss comes between two of them.
    private static int Time(int index) => (2 * index) + 1;

    private static int TimeOfLoss(int forward) => 2 * forward;

    private void Release(Value value, int time)
    {
        // A view shares its place with what it shows, whose last read is the later one.
        if (LastRead(value) == time && _rooms.TryGetValue(value, out var room) && !room.IsFixed && !IsShared(value, room, time))
        {
            Free(room.Offset, room.Length);
        }
    }

    private bool IsShared(Value value, Room room, int time) => _rooms.Any(other =>
        !ReferenceEquals(other.Key, value) && !other.Value.IsFixed && other.Value.Offset == room.Offset && LastRead(other.Key) > time);

    private void Free(long offset, long length)
    {
        // Joined with what is free on either side.
        foreach (var (start, size) in _free.Select(static pair => (pair.Key, pair.Value)).ToList())
        {
            if (start + size == offset)
            {
                (offset, length) = (start, length + size);
                _free.Remove(start);
            }
            else if (offset + length == start)
            {
                length += size;
                _free.Remove(start);
            }
        }

        _free[offset] = length;
    }

    private Room Take(Value value)
    {
        var size = Size(value);
        if (value.Extent != ValueExtent.Sample)
        {
            var room = new Room(true, _fixed, size);
            _fixed += size;
            return room;
        }

        foreach (var (start, free) in _free.Select(static pair => (pair.Key, pair.Value)).ToList())
        {
            if (free >= size)
            {
                _free.Remove(start);
                if (free > size)
                {
                    _free.Add(start + size, free - size);
                }

                return new Room(false, start, size);
            }
        }

        var taken = new Room(false, _length, size);
        _length += size;
        return taken;
    }

    private long Size(Value value)
    {
        if (value.Extent != ValueExtent.Sample)
        {
            return (long)value.Positions * VectorWidth.Pad(value.Columns);
        }

        // A mask has 16 bits for 16 values of a row, or for the lanes of one value.
        return (_form, value.Role) switch
        {
            (NetworkForm.Lanes, ValueRole.Mask) => (value.Size + 7) / 8,
            (NetworkForm.Lanes, _) or (_, ValueRole.Saved) => value.Size,
            (_, ValueRole.Mask) => (((long)value.Positions * VectorWidth.Pad(value.Columns)) + 31) / 32,
            _ => (long)value.Positions * VectorWidth.Pad(value.Columns),
        };
    }
}
