using System.Runtime.ExceptionServices;

namespace NetGen.Training.Threads;

/// <summary>
/// A fixed set of threads for work that is split in advance. The caller is one of them; the others are started when first needed, live until the pool is
/// disposed of, and wait between two pieces of work.
/// </summary>
/// <param name="mostThreads">The most threads that may take part, the caller's included.</param>
internal sealed class WorkerPool(int mostThreads) : IDisposable
{
    private readonly WorkerThread?[] workers = new WorkerThread?[mostThreads - 1];
    private bool isDisposed;

    /// <summary>How many threads can take part, the caller's included.</summary>
    public int MostThreads => mostThreads;

    /// <summary>How many threads have been started, the caller's not included.</summary>
    public int StartedThreads { get; private set; }

    /// <summary>Has the work done, and waits until all of it is. A part that throws does not keep the others from being done.</summary>
    /// <param name="work">The work.</param>
    /// <param name="threads">How many threads should take part, from 1 to <see cref="MostThreads"/>.</param>
    /// <exception cref="Exception">What the part with the lowest number threw, with its own stack trace.</exception>
    public void Run(IParallelWork work, int threads)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        EnsureStarted(threads);
        for (var thread = 1; thread < threads; thread++)
        {
            workers[thread - 1]!.Start(work, threads);
        }

        ExceptionDispatchInfo? first = null;
        try
        {
            work.Run(0, threads);
        }
        catch (Exception exception)
        {
            first = ExceptionDispatchInfo.Capture(exception);
        }

        for (var thread = 1; thread < threads; thread++)
        {
            var thrown = workers[thread - 1]!.Finish();
            first ??= thrown;
        }

        first?.Throw();
    }

    /// <summary>Ends the threads and waits for their end.</summary>
    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        foreach (var worker in workers)
        {
            worker?.Dispose();
        }
    }

    // All before any is set to work: one that cannot be started must not leave others at work on what the caller gives up.
    private void EnsureStarted(int threads)
    {
        for (; StartedThreads < threads - 1; StartedThreads++)
        {
            workers[StartedThreads] = new WorkerThread(StartedThreads + 1);
        }
    }
}
