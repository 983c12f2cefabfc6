namespace NetGen.Generators.Signal.Rules;

/// <summary>
/// Where the rules draw their lines. Those of gradient ratios are AutoTrainer's, those of update ratios DeepDiagnosis'; the others are NetGen's own.
/// </summary>
internal sealed record SignalThresholds
{
    /// <summary>The defaults.</summary>
    public static SignalThresholds Default { get; } = new();

    /// <summary>Share of a layer's units in saturation above which rule 101 and 108 warn, where the units' mean is not zero: logistic ones.</summary>
    public double SaturatedShare { get; init; } = 0.5;

    /// <summary>The same for units whose mean is zero, such as tanh: at their two ends they still tell samples apart.</summary>
    public double SaturatedShareCentred { get; init; } = 0.8;

    /// <summary>Share above which they inform, and 207 warns.</summary>
    public double SaturatedShareInfo { get; init; } = 0.25;

    /// <summary>First over last weight-gradient rms below which 102 warns.</summary>
    public double VanishingRatio { get; init; } = 1e-3;

    /// <summary>First over last weight-gradient rms above which 103 warns.</summary>
    public double ExplodingRatio { get; init; } = 70;

    /// <summary>Smallest std(h) that 104 accepts.</summary>
    public double SmallestDeviation { get; init; } = 0.01;

    /// <summary>Largest std(h) that 104 accepts.</summary>
    public double LargestDeviation { get; init; } = 20;

    /// <summary>By which factor q may grow or shrink between the first and the last layer (104).</summary>
    public double VarianceRange { get; init; } = 1000;

    /// <summary>By which share a layer may change q in a deep network before 105 informs.</summary>
    public double VarianceDrift { get; init; } = 0.2;

    /// <summary>Layers with weights up to which 105 is quiet.</summary>
    public int ShallowDepth { get; init; } = 5;

    /// <summary>Depth scales through which a network still trains (106; Schoenholz et al. 2017).</summary>
    public double TrainableDepthScales { get; init; } = 6;

    /// <summary>Relative variance of the Jacobian's squared singular values above which 106 warns.</summary>
    public double JacobianSpread { get; init; } = 45;

    /// <summary>Share of a layer's ReLU units off above which 110 warns.</summary>
    public double DeadShare { get; init; } = 0.9;

    /// <summary>Smallest n_in Var(W) in front of SELU (111).</summary>
    public double SmallestSeluScale { get; init; } = 0.95;

    /// <summary>Largest n_in Var(W) in front of SELU (111).</summary>
    public double LargestSeluScale { get; init; } = 1.1;

    /// <summary>Sum of kappa / n above which 114 warns.</summary>
    public double WidthGrowth { get; init; } = 2;

    /// <summary>The sum above which it informs.</summary>
    public double WidthGrowthInfo { get; init; } = 1;

    /// <summary>Ratio of a layer's fans above which 117 informs.</summary>
    public double FanRatio { get; init; } = 4;

    /// <summary>First update over weight, by optimizers that divide by the gradient's size, above which 203 warns.</summary>
    public double AdaptiveUpdateRatio { get; init; } = 0.1;

    /// <summary>First update over weight, by SGD, below which 204 warns.</summary>
    public double SmallestUpdateRatio { get; init; } = 1e-5;

    /// <summary>First update over weight, by SGD, above which 204 warns.</summary>
    public double LargestUpdateRatio { get; init; } = 0.1;

    /// <summary>First update over weight that rounds to nothing in float32 (205): 2^-24.</summary>
    public double LostUpdateRatio { get; init; } = 1.0 / (1 << 24);

    /// <summary>Share of the signal's mean square that dropout must leave to the sample in the end (113).</summary>
    public double OwnSignal { get; init; } = 0.05;

    /// <summary>Rate of a hidden dropout layer above which 208 warns.</summary>
    public double DropoutRate { get; init; } = 0.85;

    /// <summary>The rate above which it informs; of one behind the outputs, above which it warns.</summary>
    public double DropoutRateInfo { get; init; } = 0.5;

    /// <summary>By which factor batch normalization may multiply the mean square of a gradient between the last layer and the first before 119 warns.</summary>
    public double BatchNormalizationGrowth { get; init; } = 400;

    /// <summary>By which factor residual blocks without normalization may multiply the mean square of the signal before 120 warns.</summary>
    public double ResidualGrowth { get; init; } = 300_000;

    /// <summary>The factor above which it informs.</summary>
    public double ResidualGrowthInfo { get; init; } = 100;

    /// <summary>Initial cross-entropy over that of equal probabilities above which 206 warns.</summary>
    public double InitialLossFactor { get; init; } = 10;

    /// <summary>The factor above which it informs.</summary>
    public double InitialLossFactorInfo { get; init; } = 2;
}
