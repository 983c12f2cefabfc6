using System.Collections.Immutable;
using System.Globalization;
using NetGen.Numerics;
using NetGen.Probing;
using NetGen.Training;

namespace NetGen;

/// <summary>
/// Measures how the signal and its gradient travel through a network on real data, beside what the compiler predicted.
/// <see cref="Measure{TNetwork,TTarget}(TNetwork,DataSet{TTarget})"/> does so once; as <see cref="FitOptions.Probe"/> it does so every so many steps of training.
/// </summary>
public sealed class SignalProbe
{
    /// <summary>Samples that a measurement takes at most, unless told otherwise.</summary>
    public const int DefaultSamples = 256;

    /// <summary>Steps of training from one measurement to the next, at least 1; 100 unless set. The first is made before the first step.</summary>
    public int Every
    {
        get;
        init => field = AtLeastOne(value, nameof(Every), "steps from one measurement to the next");
    } = 100;

    /// <summary>Samples of the batch that are measured at most, at least 1; <see cref="DefaultSamples"/> unless set.</summary>
    public int Samples
    {
        get;
        init => field = AtLeastOne(value, nameof(Samples), "samples that are measured at most");
    } = DefaultSamples;

    /// <summary>Told of every measurement when it is made, on the training thread. All of them are in <see cref="TrainingHistory.Measurements"/> too.</summary>
    public IProgress<SignalMeasurement>? Progress { get; init; }

    /// <summary>Measures a network on a data set; the network is not changed.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The data; of more than <see cref="DefaultSamples"/> samples, so many evenly spread ones are measured.</param>
    /// <returns>Layer by layer, predicted and measured.</returns>
    /// <exception cref="ShapeMismatchException">The data do not fit the network.</exception>
    /// <exception cref="InvalidLabelException">A label is not a class of the network.</exception>
    /// <exception cref="NotSupportedException">The network has a layer of a kind that is not measured: a normalization, a residual block.</exception>
    public static SignalMeasurement Measure<TNetwork, TTarget>(TNetwork network, DataSet<TTarget> data)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        FitChecks.Data<TNetwork, TTarget>(data, "measured");
        return Measure(network, data.Inputs, data.Targets, DefaultSamples, default);
    }

    /// <summary>Measures a network on a batch; the network is not changed.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[samples][InputSize], row-major; of more than <see cref="DefaultSamples"/> samples, so many evenly spread ones are measured.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <returns>Layer by layer, predicted and measured.</returns>
    /// <exception cref="ShapeMismatchException">A span does not fit the network.</exception>
    /// <exception cref="InvalidLabelException">A label is not a class of the network.</exception>
    /// <exception cref="NotSupportedException">The network has a layer of a kind that is not measured: a normalization, a residual block.</exception>
    public static SignalMeasurement Measure<TNetwork, TTarget>(TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged => Measure(network, inputs, targets, DefaultSamples, default);

    /// <summary>Measures a network on a batch, and what one or more steps before changed; the network is not changed.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[samples][InputSize], row-major; of more than <paramref name="maxSamples"/> samples, so many evenly spread ones are measured.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="maxSamples">At least 1. A sample costs a forward and a backward pass.</param>
    /// <param name="parametersBefore">
    /// The parameters before the steps, from which update over weight is measured; in the layout of the network's parameters. Empty for none.
    /// </param>
    /// <returns>Layer by layer, predicted and measured.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxSamples"/> is below 1.</exception>
    /// <exception cref="ShapeMismatchException">A span does not fit the network.</exception>
    /// <exception cref="InvalidLabelException">A label is not a class of the network.</exception>
    /// <exception cref="NotSupportedException">The network has a layer of a kind that is not measured: a normalization, a residual block.</exception>
    public static SignalMeasurement Measure<TNetwork, TTarget>(
        TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, int maxSamples, ReadOnlySpan<float> parametersBefore)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        AtLeastOne(maxSamples, nameof(maxSamples), "samples that are measured at most");
        var samples = Check.Batch(inputs.Length, TNetwork.InputSize, TNetwork.Name);
        Check.Length(targets.Length, (long)samples * TNetwork.TargetSize, nameof(targets), TNetwork.Name);
        if (!parametersBefore.IsEmpty)
        {
            Check.Length(parametersBefore.Length, TNetwork.ParameterCount, nameof(parametersBefore), TNetwork.Name);
        }

        var measurement = new MeasuringPass<TNetwork, TTarget>(network).Run(inputs, targets, samples, Math.Min(samples, maxSamples));
        return parametersBefore.IsEmpty ? measurement : Updates.Add<TNetwork, TTarget>(measurement, parametersBefore, network.Parameters);
    }

    /// <summary>What every layer of a network gives for a batch, for histograms and the like.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="inputs">[samples][InputSize], row-major; at least one sample.</param>
    /// <returns>By layer, [samples][the layer's outputs], row-major.</returns>
    /// <exception cref="ShapeMismatchException">The inputs do not fit the network.</exception>
    /// <exception cref="NotSupportedException">The network has a layer of a kind that is not measured: a normalization, a residual block.</exception>
    public static ImmutableArray<float[]> Activations<TNetwork, TTarget>(INetwork<TNetwork, TTarget> network, ReadOnlySpan<float> inputs)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        Check.Batch(inputs.Length, TNetwork.InputSize, TNetwork.Name);
        return [.. LayerWalk<TNetwork, TTarget>.Of(network.Parameters, inputs).Select(static step => step.Activations)];
    }

    private static int AtLeastOne(int value, string name, string what) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"The number of {what} is {value}; it must be at least 1."));
}
