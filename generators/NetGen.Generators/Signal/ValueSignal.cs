using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal;

/// <summary>
/// What is known of one value of the graph: a function of a source. The source is the last value of a distribution of its own, such as a sum over weights;
/// activations behind it are one composed function of it. Null stands for 'not known'.
/// </summary>
internal sealed record ValueSignal
{
    /// <summary>The value that has the source's distribution: where gradients of everything that is a function of it are collected.</summary>
    public required Value Origin { get; init; }

    /// <summary>How the source is distributed.</summary>
    public SignalDistribution? Source { get; init; }

    /// <summary>Everything applied to <see cref="Source"/>.</summary>
    public ActivationFunction? Function { get; init; }

    /// <summary>Averages over the value; its slope is that of <see cref="Function"/>.</summary>
    public ActivationMoments? Moments { get; init; }

    /// <summary>E[h h'] of the source for two samples: what all samples of a unit have in common.</summary>
    public required Lazy<double> SharedSource { get; init; }

    /// <summary>The last layer with weights on the way here, as an index into <see cref="ForwardPass.Weighted"/>; -1 where there is none.</summary>
    public int Reference { get; init; } = -1;

    /// <summary>The mean square of a perturbation of the source over that of the pre-activations of <see cref="Reference"/> (of the input, where that is -1).</summary>
    public double? Stretch { get; init; } = 1;

    /// <summary>
    /// For what a normalization gives: the mean square of a perturbation or gradient behind it over that at the source of what it receives; null for all others.
    /// </summary>
    public double? Slope { get; init; }

    /// <summary>q of the last sum over weights, sum of branches, normalization or input: what an exact gain keeps.</summary>
    public double? Kept { get; init; }

    /// <summary>The sum of kappa / n on the way here since the last normalization: how much of the signal's size a draw of the weights decides.</summary>
    public double? SizeVariance { get; init; } = 0;

    /// <summary>
    /// The relative variance of the squared singular values of the Jacobian from the first layer with weights to the source: by how much directions in which samples
    /// differ are passed on unequally.
    /// </summary>
    public double? Spread { get; init; } = 0;

    /// <summary>The share of the mean square that is the sample's own, not the noise of masks and of what was added to it; 1 where there is none on the way here.</summary>
    public double Own { get; init; } = 1;

    /// <summary>The last activation since <see cref="Source"/> or a mask or noise behind it; identity where there is none.</summary>
    public ActivationKind Activation { get; init; } = ActivationKind.Identity;

    /// <summary>Whether float32 cannot hold the value, or one that it is computed from.</summary>
    public bool Overflows { get; init; }

    /// <summary>Why something here is null, in words; empty where all is known.</summary>
    public string Unknown { get; init; } = "";

    /// <summary>Whether the value is its own source.</summary>
    public bool IsSource => ReferenceEquals(Function, ActivationFunctions.Identity);

    /// <summary>The mean square of a perturbation of the value, against that of <see cref="Reference"/>'s pre-activations.</summary>
    public double? TotalStretch => Stretch * Moments?.SlopeSecondMoment;

    /// <summary><see cref="Spread"/> with what <see cref="Function"/> adds.</summary>
    public double? TotalSpread => IsSource ? Spread : Spread + Moments?.SlopeKappa;

    /// <summary>E[v v'] of the value for two samples.</summary>
    public double Shared()
    {
        if (Moments is null || Source is null || Function is null)
        {
            return 0;
        }

        var source = SharedSource.Value;
        return IsSource ? source : SharedMoment.Of(Function, Source, source, Moments);
    }
}
