using System.Collections.Immutable;
using CsCheck;
using NetGen.Generators.Model;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>What layers and networks are drawn from.</summary>
internal static class ValueDraws
{
    /// <summary>Widths of layers: the lengths of vectors, their multiples and neighbours among them.</summary>
    public static Gen<int> Width { get; } = Gen.Frequency(
        (4, Gen.Int[1, 16]),
        (2, Gen.OneOf(4, 8, 12, 16, 24, 32, 48, 64, 80, 96, 112, 128)),
        (2, Gen.Select(Gen.Int[1, 16], Gen.OneOf(-1, 1), static (vectors, off) => (vectors * 8) + off)),
        (1, Gen.Int[1, 130]));

    /// <summary>Of rank 1 to 3.</summary>
    public static Gen<Shape> InputShape { get; } = Gen.Frequency(
        (6, Width.Select(static width => Shape.Of(width))),
        (2, Gen.Select(Gen.Int[1, 10], Gen.Int[1, 13], static (steps, features) => new Shape(ImmutableArray.Create(steps, features)))),
        (2, Gen.Select(Gen.Int[1, 6], Gen.Int[1, 7], Gen.Int[1, 3], static (height, width, channels) => new Shape(ImmutableArray.Create(height, width, channels)))));

    /// <summary>Every activation, two of the user's own among them.</summary>
    public static Gen<ActivationSpec> Activation { get; } = Gen.Select(Gen.Int[0, 17], Gen.Double[0.01, 1.5], static (kind, alpha) => kind switch
    {
        16 => new ActivationSpec(ActivationKind.Custom, CustomType: OwnTypes.BentIdentity),
        17 => new ActivationSpec(ActivationKind.Custom, CustomType: OwnTypes.Sine),
        (int)ActivationKind.LeakyRelu or (int)ActivationKind.Elu => new ActivationSpec((ActivationKind)kind, Math.Round(alpha, 3)),
        _ => new ActivationSpec((ActivationKind)kind),
    });

    // A number of each kind is drawn whether or not the initializer takes it; those it does not take keep their defaults.
    /// <summary>Every initializer that any weights can have, one of the user's own among them.</summary>
    public static Gen<InitializerSpec> Weights { get; } = Gen.Select(
        Gen.Int[1, 16],
        Gen.OneOf(1.0, 1.0, 0.5, 5.0 / 3, InitializerSpec.ExactGain),
        Gen.Double[0.05, 2],
        Gen.Enum<FanModeKind>(),
        Gen.Enum<DistributionKind>(),
        static (number, gain, value, mode, distribution) => (InitializerKind)number switch
        {
            InitializerKind.CentredLogistic => new InitializerSpec(InitializerKind.Custom, CustomType: OwnTypes.Ramp),
            InitializerKind.Normal or InitializerKind.TruncatedNormal => new InitializerSpec((InitializerKind)number, StandardDeviation: value),
            InitializerKind.Uniform => new InitializerSpec(InitializerKind.Uniform, Limit: value),
            InitializerKind.Constant => new InitializerSpec(InitializerKind.Constant, Value: -value),
            InitializerKind.VarianceScaling => new InitializerSpec(InitializerKind.VarianceScaling, gain, Scale: value, Mode: mode, Distribution: distribution),
            InitializerKind.Zeros or InitializerKind.Ones or InitializerKind.TorchDefault => new InitializerSpec((InitializerKind)number),
            _ => new InitializerSpec((InitializerKind)number, gain),
        });

    /// <summary>Every initializer that biases can have.</summary>
    public static Gen<InitializerSpec> Bias { get; } = Gen.Select(
        Gen.OneOf(
            InitializerKind.Zeros,
            InitializerKind.Ones,
            InitializerKind.Constant,
            InitializerKind.Normal,
            InitializerKind.TruncatedNormal,
            InitializerKind.Uniform,
            InitializerKind.TorchDefault,
            InitializerKind.Custom),
        Gen.Double[0.05, 2],
        static (kind, value) => kind switch
        {
            InitializerKind.Custom => new InitializerSpec(kind, CustomType: OwnTypes.Ramp),
            InitializerKind.Normal or InitializerKind.TruncatedNormal => new InitializerSpec(kind, StandardDeviation: value),
            InitializerKind.Uniform => new InitializerSpec(kind, Limit: value),
            InitializerKind.Constant => new InitializerSpec(kind, Value: value),
            _ => new InitializerSpec(kind),
        });

    /// <summary>Every loss.</summary>
    public static Gen<LossSpec> Loss { get; } = Gen.Select(Gen.Int[-1, 4], Gen.Double[0.1, 2], static (kind, delta) => (LossKind)kind switch
    {
        LossKind.Custom => new LossSpec(LossKind.Custom, CustomType: OwnTypes.LogCosh),
        LossKind.Huber => new LossSpec(LossKind.Huber, Math.Round(delta, 3)),
        _ => new LossSpec((LossKind)kind),
    });

    /// <summary>Inputs, some of them rescaled.</summary>
    public static Gen<InputSpec> Input { get; } = Gen.Select(InputShape, Gen.Int[0, 5], static (shape, form) => form switch
    {
        0 => new InputSpec(shape, Scale: 1.0 / 16, Min: 0, Max: 16),
        1 => new InputSpec(shape, Shift: -0.5, Mean: 0.5, StandardDeviation: 0.25),
        2 => new InputSpec(shape, Scale: -2.5, Shift: 0.125),
        _ => new InputSpec(shape),
    });

    /// <summary>Sizes of batches; more samples than go through a layer at once, now and then.</summary>
    public static Gen<int> Samples { get; } = Gen.Frequency((7, Gen.OneOf(1, 4, 8, 16, 32, 64)), (12, Gen.Int[1, 70]), (1, Gen.Int[257, 530]));

    /// <summary>Probabilities of being dropped.</summary>
    public static Gen<double> Rate { get; } = Gen.Frequency((3, Gen.OneOf(0.1, 0.25, 0.5)), (3, Gen.Double[0.01, 0.8].Select(static rate => Math.Round(rate, 3))), (1, Gen.Const(0.0)));

    /// <summary>What is added to a variance.</summary>
    public static Gen<double> Epsilon { get; } = Gen.Frequency((2, Gen.Const(1e-5)), (1, Gen.OneOf(1e-3, 0.01, 0.1)));

    /// <summary>Shares of new statistics.</summary>
    public static Gen<double> Momentum { get; } = Gen.Frequency((2, Gen.Const(0.1)), (2, Gen.Double[0.01, 0.99].Select(static share => Math.Round(share, 3))), (1, Gen.Const(1.0)));

    /// <summary>Standard deviations of noise.</summary>
    public static Gen<double> Deviation { get; } = Gen.Frequency((4, Gen.Double[0.01, 0.6].Select(static deviation => Math.Round(deviation, 3))), (1, Gen.Const(0.0)));

    /// <summary>One in four has a name that is not the default one.</summary>
    public static Gen<bool> IsNamed { get; } = Gen.Int[0, 3].Select(static form => form == 0);
}
