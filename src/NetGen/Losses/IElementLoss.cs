using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>A loss of one output and one target, on vectors.</summary>
internal interface IElementLoss
{
    /// <summary>The loss and its derivative by the output.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="output">What the network gave.</param>
    /// <param name="target">What it should have given.</param>
    /// <param name="derivative">The derivative by the output; costs nothing where it is not used.</param>
    TVector Evaluate<TVector, TOp>(TVector output, TVector target, out TVector derivative)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>;
}
