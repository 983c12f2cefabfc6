using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Signal;

/// <summary>
/// What masks, noise, normalizations and scalings do to the averages over a value, and to a perturbation or a gradient that passes them. In training: prediction
/// is without masks and noise.
/// </summary>
internal static class ValueTransfer
{
    /// <summary>The averages over the values after a mask: those that stay are scaled and shifted, the others are a constant, whatever the value was.</summary>
    public static ActivationMoments After(SignalEffect.Dropping mask, ActivationMoments x)
    {
        var (kept, dropped, square) = (1 - mask.Rate, mask.Dropped, mask.Dropped * mask.Dropped);
        var stays = Scaled(x, mask.Scale, mask.Shift);
        var mean = (kept * stays.Mean) + (mask.Rate * dropped);
        var second = (kept * stays.SecondMoment) + (mask.Rate * square);
        return Of(mean, second, (kept * stays.FourthMoment) + (mask.Rate * square * square));
    }

    /// <summary>E[y y'] after a mask: two samples have masks of their own, so that each is averaged over its mask first.</summary>
    public static double Shared(SignalEffect.Dropping mask, ActivationMoments x, double shared)
    {
        var kept = 1 - mask.Rate;
        var (scale, constant) = (kept * mask.Scale, (kept * mask.Shift) + (mask.Rate * mask.Dropped));
        return (scale * scale * shared) + (2 * scale * constant * x.Mean) + (constant * constant);
    }

    /// <summary>By what a mask multiplies the mean square of a perturbation or of a gradient: what is dropped passes neither on.</summary>
    public static double Slope(SignalEffect.Dropping mask) => (1 - mask.Rate) * mask.Scale * mask.Scale;

    /// <summary>The share of the mean square after a mask that is not the mask's: E[(E[y | x])^2] / E[y^2].</summary>
    public static double Own(SignalEffect.Dropping mask, ActivationMoments? x) =>
        x is not null && After(mask, x).SecondMoment is > 0 and var second ? Shared(mask, x, x.SecondMoment) / second : 1 - mask.Rate;

    /// <summary>The share of the mean square after noise that is not the noise's.</summary>
    public static double Own(SignalEffect.Noise noise, ActivationMoments? x) => x is { SecondMoment: > 0 } ? x.SecondMoment / (x.SecondMoment + noise.Variance) : 1;

    /// <summary>The averages over the values with independent noise added.</summary>
    public static ActivationMoments After(SignalEffect.Noise noise, ActivationMoments x) => Of(
        x.Mean,
        x.SecondMoment + noise.Variance,
        x.FourthMoment + (6 * x.SecondMoment * noise.Variance) + (3 * noise.Variance * noise.Variance));

    /// <summary>The averages over scaled and shifted values.</summary>
    public static ActivationMoments After(SignalEffect.Affine affine, ActivationMoments x) => Scaled(x, affine.Scale, affine.Shift);

    /// <summary>The averages over a sum of independent values; what many parts contribute to is near normal.</summary>
    public static ActivationMoments Sum(ActivationMoments a, ActivationMoments b)
    {
        var (mean, variance) = (a.Mean + b.Mean, a.Variance + b.Variance);
        return Normal(mean, variance);
    }

    /// <summary>
    /// A relative variance of a sum of branches, where the way round keeps what it received: 1 + F of a block has the squared singular values' mean 1 + b and mean
    /// square 1 + 4 b + b^2 E[F^4], b being F's share against 1, and the relative variance of what went before is added. Sizes of vectors go the same way.
    /// </summary>
    /// <param name="inside">The relative variance inside the block.</param>
    /// <param name="around">That on the way round.</param>
    /// <param name="share">The inside's share of the sum.</param>
    /// <param name="cross">What the products of both branches add, as a factor on share (1 - share).</param>
    public static double? Vary(double? inside, double? around, double? share, double cross) =>
        around + (cross * share * (1 - share)) + (share * share * Positive(inside - around));

    private static double? Positive(double? value) => value is { } number ? Math.Max(number, 0) : null;

    /// <summary>The averages over a normal distribution, with the slope 1 of a source.</summary>
    public static ActivationMoments Normal(double mean, double variance)
    {
        var square = mean * mean;
        return Of(mean, variance + square, (square * square) + (6 * square * variance) + (3 * variance * variance));
    }

    /// <summary>
    /// The mean square that is left of what a normalization brings to 1, and what a perturbation's or a gradient's mean square is multiplied by on its way from
    /// the source through the normalization; both without gamma. A batch has what differs from sample to sample, unit by unit; a row of units has their
    /// variance, or their mean square where the mean stays.
    /// </summary>
    /// <param name="normalization">The normalization.</param>
    /// <param name="x">What is normalized, known.</param>
    public static (double Spread, double Slope) Normalized(SignalEffect.Normalization normalization, ValueSignal x)
    {
        var moments = x.Moments!;
        if (normalization.IsOverBatch && !x.IsSource)
        {
            return SharedMoment.Normalized(x.Function!, x.Source!, x.SharedSource.Value, moments, normalization.Epsilon);
        }

        var spread = normalization switch
        {
            { IsOverBatch: true } => Math.Max(moments.SecondMoment - x.Shared(), 0),
            { IsCentred: true } => moments.Variance,
            _ => moments.SecondMoment,
        };
        var divisor = spread + normalization.Epsilon;
        return (spread > 0 ? spread / divisor : 0, moments.SlopeSecondMoment > 0 ? moments.SlopeSecondMoment / divisor : 0);
    }

    /// <summary>
    /// The share of a gradient's mean square that is left when the directions are taken out along which a normalized row does not change: its size, and its mean
    /// where it is centred. Of a batch they are two in as many as it has samples, which is not known here and close to none.
    /// </summary>
    public static double Left(SignalEffect.Normalization normalization)
    {
        double columns = normalization.X.Columns;
        return normalization.IsOverBatch ? 1 : Math.Max(1 - ((normalization.IsCentred ? 2 : 1) / columns), 0);
    }

    /// <summary>E[gamma^2] at the start.</summary>
    public static double GammaSquare(SignalEffect.Normalization normalization)
    {
        var gamma = InitializerFormulas.Resolve(normalization.Gamma.Tensor!.Initializer, 1, 1, 1, false);
        return gamma.Variance!.Value + (gamma.Mean!.Value * gamma.Mean.Value);
    }

    /// <summary>Beta at the start, a constant.</summary>
    public static double Beta(SignalEffect.Normalization normalization) =>
        normalization.Beta is { } beta ? InitializerFormulas.Resolve(beta.Tensor!.Initializer, 1, 1, 1, false).Mean!.Value : 0;

    /// <summary>s x + t. The third moment is taken to be that of a normal distribution.</summary>
    private static ActivationMoments Scaled(ActivationMoments x, double s, double t)
    {
        if (s == 1 && t == 0)
        {
            return x with { SlopeSecondMoment = 1 };
        }

        var third = x.Mean * ((x.Mean * x.Mean) + (3 * x.Variance));
        var (s2, t2) = (s * s, t * t);
        return Of(
            (s * x.Mean) + t,
            (s2 * x.SecondMoment) + (2 * s * t * x.Mean) + t2,
            (s2 * s2 * x.FourthMoment) + (4 * s2 * s * t * third) + (6 * s2 * t2 * x.SecondMoment) + (4 * s * t2 * t * x.Mean) + (t2 * t2));
    }

    private static ActivationMoments Of(double mean, double second, double fourth) => new(mean, second, second - mean + 0.25, fourth, 1);
}
