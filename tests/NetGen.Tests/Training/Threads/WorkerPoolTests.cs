using NetGen.Training.Threads;
using Xunit;

namespace NetGen.Tests.Training.Threads;

public sealed class WorkerPoolTests
{
    [Fact]
    public void EveryThreadDoesItsPartOnceAndNoneIsMissed()
    {
        using var pool = new WorkerPool(4);
        var work = new Counting();
        for (var round = 1; round <= 20_000; round++)
        {
            var threads = (round % 4) + 1;
            Array.Clear(work.Runs);
            pool.Run(work, threads);
            Assert.Equal([.. Enumerable.Range(0, 4).Select(thread => thread < threads ? 1 : 0)], work.Runs);
        }
    }

    [Fact]
    public void ThreadsThatHaveFallenAsleepWakeUp()
    {
        using var pool = new WorkerPool(3);
        var work = new Counting();
        for (var round = 0; round < 20; round++)
        {
            // One part takes longer than the others wait awake, and so does the pause.
            work.Pause = Gate.Spinning * 5;
            pool.Run(work, 3);
            Thread.Sleep(Gate.Spinning * 5);
        }

        Assert.Equal([20, 20, 20, 0], work.Runs);
    }

    [Fact]
    public void ThreadsAreStartedWhenFirstNeeded()
    {
        using var pool = new WorkerPool(4);
        Assert.Equal(0, pool.StartedThreads);
        pool.Run(new Counting(), 1);
        Assert.Equal(0, pool.StartedThreads);
        pool.Run(new Counting(), 3);
        Assert.Equal(2, pool.StartedThreads);
    }

    [Fact]
    public void WhatAPartThrowsReachesTheCallerAndTheOthersAreDone()
    {
        using var pool = new WorkerPool(3);
        var work = new Counting { FailsFrom = 1 };
        var exception = Assert.Throws<InvalidTimeZoneException>(() => pool.Run(work, 3));
        Assert.Equal("part 1", exception.Message);
        Assert.Contains(nameof(Counting), exception.StackTrace, StringComparison.Ordinal);
        Assert.Equal([1, 1, 1, 0], work.Runs);

        // Neither the failure of that round nor that of the third thread is left over.
        work.FailsFrom = int.MaxValue;
        pool.Run(work, 3);
        Assert.Equal([2, 2, 2, 0], work.Runs);
    }

    [Fact]
    public void DisposingEndsTheThreads()
    {
        var pool = new WorkerPool(3);
        var work = new Counting();
        pool.Run(work, 3);
        Assert.All(work.Threads[1..3], static thread => Assert.True(thread!.IsAlive && thread.IsBackground));
        pool.Dispose();
        Assert.All(work.Threads[1..3], static thread => Assert.False(thread!.IsAlive));
        Assert.Throws<ObjectDisposedException>(() => pool.Run(work, 1));
        pool.Dispose();
    }

    private sealed class Counting : IParallelWork
    {
        public int[] Runs { get; } = new int[4];

        public Thread?[] Threads { get; } = new Thread?[4];

        public TimeSpan Pause { get; set; }

        public int FailsFrom { get; set; } = int.MaxValue;

        public void Run(int thread, int threads)
        {
            Interlocked.Increment(ref Runs[thread]);
            Threads[thread] = Thread.CurrentThread;
            if (thread == threads - 1 && Pause > TimeSpan.Zero)
            {
                Thread.Sleep(Pause);
            }

            if (thread >= FailsFrom)
            {
                throw new InvalidTimeZoneException("part " + thread.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }
}
