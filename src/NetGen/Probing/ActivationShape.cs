namespace NetGen.Probing;

/// <summary>
/// The slope of a layer's activation, by central differences: the one way that is open for a function known only by its values, the user's own included.
/// </summary>
internal sealed class ActivationShape
{
    /// <summary>Below this share of its largest slope an activation counts as flat, as in the compiler's prediction.</summary>
    public const double FlatShare = 0.1;

    // Below this share a slope is rounding: half an ulp of an activation of 1 over the difference's width is 4e-6.
    private const double DeadShare = 1e-5;
    private const float Reach = 64;
    private const int PointsByUnit = 16;
    private const float Width = 1f / 64;
    private readonly Activate activate;

    /// <summary>Samples the slope from -64 to 64.</summary>
    public ActivationShape(Activate activate)
    {
        this.activate = activate;
        var points = new float[(int)(2 * Reach * PointsByUnit) + 1];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = ((float)i / PointsByUnit) - Reach;
        }

        var slopes = new float[points.Length];
        Slopes(points, slopes);
        LargestSlope = slopes.Max(static slope => float.IsNaN(slope) ? 0 : MathF.Abs(slope));
        HasFlatEnds = LargestSlope > 0 && IsFlat(slopes[0]) && IsFlat(slopes[^1]);
    }

    /// <summary>a = phi(z), value by value.</summary>
    public delegate void Activate(ReadOnlySpan<float> z, Span<float> a);

    /// <summary>The largest |phi'| found.</summary>
    public float LargestSlope { get; }

    /// <summary>Whether phi is flat towards both ends, so that its units can saturate.</summary>
    public bool HasFlatEnds { get; }

    /// <summary>phi' at each z.</summary>
    public void Slopes(ReadOnlySpan<float> z, Span<float> slopes)
    {
        var (below, above, low) = (new float[z.Length], new float[z.Length], new float[z.Length]);
        for (var i = 0; i < z.Length; i++)
        {
            // Wider where z is so large that a narrow step would round away.
            var width = MathF.Max(Width, MathF.Abs(z[i]) * Width / Reach);
            below[i] = z[i] - width;
            above[i] = z[i] + width;
        }

        activate(below, low);
        activate(above, slopes);
        for (var i = 0; i < z.Length; i++)
        {
            slopes[i] = (slopes[i] - low[i]) / (above[i] - below[i]);
        }
    }

    /// <summary>Whether a slope is below a tenth of the largest.</summary>
    public bool IsFlat(float slope) => MathF.Abs(slope) < FlatShare * LargestSlope;

    /// <summary>Whether a slope is 0 as far as single precision can tell.</summary>
    public bool IsDead(float slope) => MathF.Abs(slope) <= DeadShare * LargestSlope;
}
