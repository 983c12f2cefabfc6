using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;

namespace NetGen.Testing.Comparison;

/// <summary>
/// What a network is to compute, and how exactly single precision can compute it. Where operations cancel (a normalization of two rows, a variance near
/// epsilon), any order of them in single precision errs by much more than a rounding, and the interpreter says by how much: it computes all again with
/// results disturbed as single precision disturbs them.
/// </summary>
internal sealed class ExpectedPass
{
    // The error that is asked of a tensor in which nothing cancels, over its largest element. Where the disturbed results spread more, a difference is
    // measured in proportion to their spread.
    private const double OrdinaryNoise = 1e-6;
    private const int Disturbances = 3;

    // How much farther than its spread a pre-activation has to be from a kink.
    private const double KinkSafety = 10;

    private readonly Dictionary<string, double> _floors = [];

    private ExpectedPass(InterpretedPass pass, InterpretedPass share) => (Pass, Share) = (pass, share);

    /// <summary>At the data's step.</summary>
    public InterpretedPass Pass { get; }

    /// <summary>As a share of a larger batch, at another step.</summary>
    public InterpretedPass Share { get; }

    /// <summary>How many tensors are compared.</summary>
    public int Tensors => _floors.Count;

    /// <summary>
    /// In how many of them the spread is so many times an ordinary tensor's, and a difference may be as many times larger. From 30,000 on it may be as large as
    /// the tensor: what is compared is the absolute size of something that is nothing in exact arithmetic.
    /// </summary>
    public int Relaxed(double factor) => Pass.Quantities().Count(quantity => Floor(quantity.What) > factor * quantity.Values.Max(Math.Abs));

    /// <summary>Whether single precision decides about every kink as double precision does.</summary>
    public bool IsDecided { get; private set; } = true;

    /// <summary>Interprets a network.</summary>
    public static ExpectedPass Of(Interpreter interpreter, NetworkData data)
    {
        var pass = interpreter.Run(data.Values, data.WideInputs(), data.Targets, data.Step);
        var expected = new ExpectedPass(pass, interpreter.IsRandom ? interpreter.Run(data.Values, data.WideInputs(), data.Targets, data.Share) : pass);
        for (var disturbance = 1; disturbance <= Disturbances; disturbance++)
        {
            expected.Compare(expected.Pass, interpreter.Run(data.Values, data.WideInputs(), data.Targets, data.Step, new RoundingNoise((ulong)disturbance)));
            if (interpreter.IsRandom)
            {
                expected.Compare(expected.Share, interpreter.Run(data.Values, data.WideInputs(), data.Targets, data.Share, new RoundingNoise((ulong)disturbance)));
            }
        }

        return expected;
    }

    /// <summary>The smallest magnitude that a difference in a tensor is divided by.</summary>
    /// <param name="what">See <see cref="InterpretedPass.Quantities"/>.</param>
    public double Floor(string what) => _floors.GetValueOrDefault(what);

    private void Compare(InterpretedPass exact, InterpretedPass disturbed)
    {
        foreach (var ((what, values), (_, others)) in exact.Quantities().Zip(disturbed.Quantities()))
        {
            _floors[what] = Math.Max(Floor(what), Spread(values, others) / OrdinaryNoise);
        }

        IsDecided &= exact.Kinks.Zip(disturbed.Kinks).All(static kinks => IsFar(kinks.First.Margin, kinks.First.Z, kinks.Second.Z))
            && IsFar(exact.LossMargin, exact.Outputs, disturbed.Outputs);
    }

    private static bool IsFar(double margin, double[] values, double[] others) =>
        double.IsPositiveInfinity(margin) || margin > KinkSafety * Spread(values, others) / values.Max(Math.Abs);

    // Of NaN and infinities nothing is known; they must be where they are expected, which a comparison checks before it divides.
    private static double Spread(double[] values, double[] others) =>
        values.Zip(others, static (value, other) => Math.Abs(value - other)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
}
