using NetGen.Generators.Graph;
using NetGen.Generators.Scheduling;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Generators.Tests.Graphs;

/// <summary>Memory is taken again only where nobody reads it any more: every pass of random networks is gone through, cell by cell.</summary>
public sealed class MemoryTests
{
    private const int Networks = 400;

    [Fact]
    public void NoValue_IsOverwrittenBeforeItsLastRead()
    {
        foreach (var network in NetworkGenerators.Draw(Networks, seed: 20261125))
        {
            var program = ProgramBuilder.Build(network.Network, TestContext.Current.CancellationToken);
            foreach (var wantsInputGradient in (bool[])[false, true])
            {
                Run(program.Training, wantsInputGradient);
            }

            Run(program.Prediction, wantsInputGradient: false);
        }
    }

    private static void Run(PassProgram pass, bool wantsInputGradient)
    {
        var cells = new Cells(pass.Memory);
        foreach (var operation in pass.Prologue.Concat(pass.Forward))
        {
            cells.Do(operation);
        }

        cells.Read(pass.Output);
        if (pass.Memory.Offsets.ContainsKey(pass.OutputGradient))
        {
            cells.Write(pass.OutputGradient);
        }

        foreach (var operation in pass.Backward.Where(operation => wantsInputGradient || !pass.OnDemand.Contains(operation)))
        {
            cells.Do(operation);
        }

        if (pass.InputGradient is not null && wantsInputGradient)
        {
            cells.Read(pass.InputGradient);
        }
    }

    private sealed class Cells(MemoryPlan memory)
    {
        private readonly Dictionary<(bool, long), Value> _owners = [];
        private readonly Dictionary<Value, Value> _viewed = [];

        public void Do(Operation operation)
        {
            foreach (var value in operation.Reads)
            {
                Read(value);
            }

            // Nothing but what an operation may overwrite is at the place of a result.
            foreach (var value in operation.Writes.Where(memory.Offsets.ContainsKey))
            {
                foreach (var read in operation.Reads.Where(read => memory.Offsets.ContainsKey(read) && Overlap(read, value)))
                {
                    Assert.True(
                        (ReferenceEquals(read, operation.Overwrites) && ReferenceEquals(value, operation.Result)) || ReferenceEquals(read, operation.Views),
                        $"{operation.Formula}: {value} is at the place of {read}.");
                }

                if (operation.Views is { } viewed && memory.Offsets.ContainsKey(viewed) && memory.Offsets[viewed] == memory.Offsets[value])
                {
                    _viewed.Add(value, Origin(viewed));
                }
                else
                {
                    Write(value);
                }
            }
        }

        public void Read(Value value)
        {
            if (memory.Offsets.TryGetValue(value, out var room))
            {
                foreach (var cell in Of(room))
                {
                    Assert.True(_owners.TryGetValue(cell, out var owner) && ReferenceEquals(owner, Origin(value)), $"{value} is read at {room}, where {owner} is.");
                }
            }
        }

        public void Write(Value value)
        {
            foreach (var cell in Of(memory.Offsets[value]))
            {
                _owners[cell] = value;
            }
        }

        private Value Origin(Value value) => _viewed.GetValueOrDefault(value, value);

        private bool Overlap(Value a, Value b)
        {
            var (left, right) = (memory.Offsets[a], memory.Offsets[b]);
            return left.IsFixed == right.IsFixed && left.Offset < right.Offset + right.Length && right.Offset < left.Offset + left.Length;
        }

        private static IEnumerable<(bool IsFixed, long Cell)> Of(Room room)
        {
            for (var cell = room.Offset; cell < room.Offset + room.Length; cell++)
            {
                yield return (room.IsFixed, cell);
            }
        }
    }
}
