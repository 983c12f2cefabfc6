using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>A loss of one output against one target, written once for vectors of every width.</summary>
internal interface IElementLoss
{
    /// <summary>The loss.</summary>
    T Apply<T>(T output, T target)
        where T : struct, ILanes<T>;

    /// <summary>Its derivative by the output.</summary>
    T Derivative<T>(T output, T target)
        where T : struct, ILanes<T>;
}
