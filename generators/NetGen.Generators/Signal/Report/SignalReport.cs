using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Report;

/// <summary>How signal and gradient travel through a network at initialization.</summary>
/// <param name="Layers">One entry a step of the network, in order.</param>
/// <param name="InputMean">Of one value that the first layer receives; null where it overflows.</param>
/// <param name="InputSecondMoment">E[x^2] of the same.</param>
/// <param name="IsInputAssumed">Whether the inputs are taken to be standardized because nothing is declared about them.</param>
/// <param name="Depth">Sums over weights.</param>
/// <param name="PathDepth">Those on the way through the bodies of residual blocks, on which differences between samples are followed: without projections.</param>
/// <param name="InitialLoss">The loss expected before the first step; null where unknown.</param>
/// <param name="IsGradientRelative">Whether gradients are known up to a common factor only (a loss of the user's own).</param>
/// <param name="FirstToLastGradient">rms(dW) of the first layer with weights over that of the last; null where unknown.</param>
/// <param name="GradientFactorPerLayer">The same by layer: the (depth - 1)th root.</param>
/// <param name="MeanLogContrast">
/// The mean of ln (chi_l q_(l-1) / q_l) over the layers of that way that have a chi: by how much the difference between two samples grows against the samples themselves.
/// Where q has settled, as theory mostly supposes, this is ln chi. Null where a chi or q is not known or 0.
/// </param>
/// <param name="WidthGrowth">
/// The sum over hidden layers of kappa / n: how much of the signal's size a draw of the weights decides. A normalization starts it anew, and the largest counts.
/// </param>
/// <param name="JacobianSpread">
/// The relative variance of the squared singular values of the Jacobian between the pre-activations of the first and the last layer with weights (Pennington,
/// Schoenholz and Ganguli 2018): 0 where all directions in which samples differ are passed on alike, and about 1 a layer with independent weights. Null where
/// not known.
/// </param>
internal sealed record SignalReport(
    EquatableArray<LayerSignal> Layers,
    double? InputMean,
    double? InputSecondMoment,
    bool IsInputAssumed,
    int Depth,
    int PathDepth,
    double? InitialLoss,
    bool IsGradientRelative,
    double? FirstToLastGradient,
    double? GradientFactorPerLayer,
    double? MeanLogContrast,
    double? WidthGrowth,
    double? JacobianSpread)
{
    /// <summary>xi = 1 / |mean log contrast| in layers, infinite where the contrast keeps its size; null where it is not known.</summary>
    public double? DepthScale => MeanLogContrast is { } log ? 1 / Math.Abs(log) : null;
}
