using System.Diagnostics;

namespace NetGen.Training.Threads;

/// <summary>
/// Lets one thread through each time another opens it. Whoever waits spins for a while before the operating system is asked to put it to sleep, since waking up
/// takes longer than a small step. Allocates nothing.
/// </summary>
internal sealed class Gate : IDisposable
{
    /// <summary>
    /// How long a wait spins before it sleeps: about what waking up takes (on a virtual machine 110 microseconds were measured), so that no wait lasts longer
    /// than twice what the better of both ways would.
    /// </summary>
    public static readonly TimeSpan Spinning = TimeSpan.FromMicroseconds(100);

    private const int Closed = 0;
    private const int Open = 1;
    private const int Asleep = 2;

    // Looks at the gate before the processor is offered to others at each: on a busy machine the thread waited for may be queued behind this very one.
    private const int LooksAlone = 32;
    private const int PausesALook = 4;

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
        for (var looks = 0; Volatile.Read(ref state) != Open && Stopwatch.GetTimestamp() < end; looks++)
        {
            if (looks < LooksAlone)
            {
                Thread.SpinWait(PausesALook);
            }
            else
            {
                Thread.Yield();
            }
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
