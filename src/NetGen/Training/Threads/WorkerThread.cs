using System.Globalization;
using System.Runtime.ExceptionServices;

namespace NetGen.Training.Threads;

/// <summary>A thread that waits for work, does its part and reports back, until it is disposed of.</summary>
internal sealed class WorkerThread : IDisposable
{
    private readonly Gate start = new();
    private readonly Gate finish = new();
    private readonly Thread thread;
    private readonly int number;

    private IParallelWork? work;
    private int threads;
    private ExceptionDispatchInfo? failure;

    /// <summary>Starts the thread.</summary>
    /// <param name="number">Which thread it is among those that work together; 0 is the caller's.</param>
    public WorkerThread(int number)
    {
        this.number = number;
        thread = new Thread(Loop)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"NetGen worker {number}"),
        };
        thread.UnsafeStart();
    }

    /// <summary>Sets the thread to work.</summary>
    /// <param name="assigned">The work.</param>
    /// <param name="participants">How many threads take part.</param>
    public void Start(IParallelWork assigned, int participants)
    {
        (work, threads) = (assigned, participants);
        start.Pass();
    }

    /// <summary>Waits until the thread has done its part.</summary>
    /// <returns>What it threw; null where it succeeded.</returns>
    public ExceptionDispatchInfo? Finish()
    {
        finish.Wait();
        var thrown = failure;
        failure = null;
        return thrown;
    }

    /// <summary>Ends the thread and waits for its end. It must not be at work.</summary>
    public void Dispose()
    {
        work = null;
        start.Pass();
        thread.Join();
        start.Dispose();
        finish.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            start.Wait();
            if (work is not { } assigned)
            {
                return;
            }

            try
            {
                assigned.Run(number, threads);
            }
            catch (Exception exception)
            {
                // Whatever it is, it belongs to the thread that asked for the work.
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            // Between two pieces of work a thread that sleeps should hold on to nothing.
            work = null;
            finish.Pass();
        }
    }
}
