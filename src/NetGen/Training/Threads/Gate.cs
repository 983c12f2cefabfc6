using System.Diagnostics;

namespace NetGen.Training.Threads;

/// <summary>
/// Lets one thread through each time another opens it. Whoever waits spins for a while before the operating system is asked to put it to sleep: waking up
/// takes longer than a small step. Allocates nothing.
/// </summary>
internal sealed class Gate : IDisposable
{
    /// <summary>How long a wait spins before it sleeps: several times what a sleeper needs to wake up, and still nothing beside a pause between epochs.</summary>
    public static readonly TimeSpan Spinning = TimeSpan.FromMicroseconds(50);

    private const int Closed = 0;
    private const int Open = 1;
    private const int Asleep = 2;

    // A look at the clock costs as much as a few pauses.
    private const int PausesALook = 8;

    private static readonly long s_spinningTicks = (long)(Spinning.TotalSeconds * Stopwatch.Frequency);

    private readonly SemaphoreSlim alarm = new(0, 1);
    private int state;

    /// <summary>Lets the waiting thread, or else the next that comes, through. Must not be called again before that.</summary>
    public void Pass()
    {
        if (Interlocked.Exchange(ref state, Open) == Asleep)
        {
            alarm.Release();
        }
    }

    /// <summary>Waits for the gate to be open, and closes it behind the one who passed.</summary>
    public void Wait()
    {
        var end = Stopwatch.GetTimestamp() + s_spinningTicks;
        while (Volatile.Read(ref state) != Open && Stopwatch.GetTimestamp() < end)
        {
            Thread.SpinWait(PausesALook);
        }

        if (Interlocked.CompareExchange(ref state, Asleep, Closed) == Closed)
        {
            alarm.Wait();
        }

        Volatile.Write(ref state, Closed);
    }

    /// <inheritdoc/>
    public void Dispose() => alarm.Dispose();
}
