namespace NetGen.Training.Threads;

/// <summary>Work that several threads do together.</summary>
internal interface IParallelWork
{
    /// <summary>Does one thread's part.</summary>
    /// <param name="thread">Which thread this is, counted from 0, the caller's.</param>
    /// <param name="threads">How many take part.</param>
    void Run(int thread, int threads);
}
