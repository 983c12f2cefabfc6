using System.Runtime.CompilerServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Where buffers lie, what they hold, and that passes allocate nothing.</summary>
public sealed class MemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(1000)]
    [InlineData(100_003)]
    public unsafe void BufferIsAlignedZeroedAndHasSlack(int length)
    {
        for (var repeat = 0; repeat < 10; repeat++)
        {
            var buffer = new AlignedBuffer(length);
            Assert.Equal(0u, (nuint)Unsafe.AsPointer(ref buffer.Origin) % 64);
            Assert.Equal(length, buffer.Length);
            Assert.Equal(length, buffer.Span.Length);
            for (var i = 0; i < length + AlignedBuffer.Slack; i++)
            {
                Assert.Equal(0, Unsafe.Add(ref buffer.Origin, i));
            }
        }
    }

    [Fact]
    public void BufferStaysWhereItIs()
    {
        var buffers = Enumerable.Range(0, 50).Select(_ => new AlignedBuffer(100)).ToArray();
        var before = Array.ConvertAll(buffers, Address);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(before, Array.ConvertAll(buffers, Address));

        static unsafe nuint Address(AlignedBuffer buffer) => (nuint)Unsafe.AsPointer(ref buffer.Origin);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void BufferOfAnImpossibleLengthIsRefused(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedBuffer(length));

    [Fact]
    public unsafe void WorkspaceIsAlignedAndReused()
    {
        nuint first;
        using (var workspace = Workspace.Rent(1000))
        {
            first = (nuint)Unsafe.AsPointer(ref workspace.Origin);
            Assert.Equal(0u, first % 64);
        }

        using (var workspace = Workspace.Rent(500))
        {
            Assert.Equal(first, (nuint)Unsafe.AsPointer(ref workspace.Origin));
        }
    }

    [Fact]
    public unsafe void WorkspaceWithinAWorkspaceIsAnotherOne()
    {
        using var outer = Workspace.Rent(100);
        using var inner = Workspace.Rent(100);
        Assert.False(Unsafe.AreSame(ref outer.Origin, ref inner.Origin));
    }

    [Fact]
    public void WorkspaceGivenBackTwiceIsLentOnce()
    {
        var workspace = Workspace.Rent(100);
        workspace.Dispose();
        workspace.Dispose();
        using var one = Workspace.Rent(100);
        using var two = Workspace.Rent(100);
        Assert.False(Unsafe.AreSame(ref one.Origin, ref two.Origin));
    }

    [Fact]
    public void WorkspaceAllocatesNothingOnceWarm()
    {
        Use(5000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Use(5000 - i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Use(int length)
        {
            using var workspace = Workspace.Rent(length);
            workspace.Origin = length;
        }
    }
}
