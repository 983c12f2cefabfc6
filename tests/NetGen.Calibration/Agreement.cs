using System.Reflection;

namespace NetGen.Calibration;

/// <summary>What is predicted of a network at initialization against what the probe measures on its data: by which factor the two differ, whichever is larger.</summary>
/// <param name="Size">Of std(h), in the middle of the layers that have some units.</param>
/// <param name="LargestSize">The same where it is largest.</param>
/// <param name="Gradient">Of the rms of a weight's gradient against the last layer's, in the middle of the layers with weights.</param>
/// <param name="LargestGradient">The same where it is largest.</param>
internal sealed record Agreement(double? Size, double? LargestSize, double? Gradient, double? LargestGradient)
{
    // Of fewer units the one draw of the weights decides.
    private const int FewestUnits = 8;

    private static readonly MethodInfo s_measure = typeof(Agreement).GetMethod(nameof(Measure), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Measures a network's class on its data.</summary>
    public static Agreement Of(Type network, CalibrationTask task, ulong seed) =>
        (Agreement)s_measure.MakeGenericMethod(network, task.Data.TargetType).Invoke(null, [task, seed])!;

    private static Agreement Measure<TNetwork, TTarget>(CalibrationTask task, ulong seed)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var layers = SignalProbe.Measure(TNetwork.Create(seed), (DataSet<TTarget>)task.Data).Layers;
        var sizes = layers.Where(static layer => layer.Units >= FewestUnits).Select(static layer => Factor(layer.Predicted?.PreActivationStandardDeviation, layer.PreActivationStandardDeviation)).OfType<double>().Order().ToList();
        var gradients = layers.Select(static layer => Factor(layer.Predicted?.GradientRatio, layer.GradientRatio)).OfType<double>().Order().ToList();
        return new(Middle(sizes), sizes.Count == 0 ? null : sizes[^1], Middle(gradients), gradients.Count == 0 ? null : gradients[^1]);
    }

    private static double? Factor(double? predicted, double? measured) =>
        predicted > 0 && measured > 0 ? Math.Exp(Math.Abs(Math.Log(predicted.Value / measured.Value))) : null;

    private static double? Middle(List<double> values) => values.Count == 0 ? null : values[values.Count / 2];
}
