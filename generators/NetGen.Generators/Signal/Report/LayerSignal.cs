namespace NetGen.Generators.Signal.Report;

/// <summary>What is predicted of one layer at initialization. Null stands for 'not known' or 'does not apply'; no number is NaN.</summary>
/// <param name="Index">Which of the network's steps.</param>
/// <param name="Name">The layer's name.</param>
/// <param name="Mean">E[h] of the pre-activations (of the values received, for a layer without weights; of the sum, for the end of a residual block).</param>
/// <param name="StandardDeviation">std(h), over samples, units and draws of the weights.</param>
/// <param name="SecondMoment">q = E[h^2].</param>
/// <param name="SaturatedShare">P(|phi'| &lt; 10% of its maximum), for activations flat towards both ends.</param>
/// <param name="DeadShare">P(h &lt; 0), for activations that are off below 0.</param>
/// <param name="OutputMean">E[phi(h)].</param>
/// <param name="OutputSecondMoment">M = E[phi(h)^2].</param>
/// <param name="Kappa">E[phi^4] / E[phi^2]^2 - 1, the layer's part in the growth that finite width brings.</param>
/// <param name="ForwardScale">n_in E[W^2].</param>
/// <param name="Chi">
/// n_in E[W^2] E[phi'^2] of the layer with weights before: by how much a perturbation's mean square grows from there, with all that lies between.
/// </param>
/// <param name="GradientSecondMoment">G = E[(dL/dh)^2] for one sample; relative where the loss is the user's own.</param>
/// <param name="WeightRms">The root mean square of a weight.</param>
/// <param name="WeightGradientRms">The root mean square of a weight's gradient for one sample; relative where the loss is the user's own.</param>
/// <param name="GradientRatio">The same over that of the last layer with weights.</param>
/// <param name="UpdateRatio">The first update's root mean square over the weights', for a declared optimizer.</param>
/// <param name="Overflows">Whether the layer's values are the first that float32 cannot hold.</param>
/// <param name="Unknown">Why the forward signal is not known, empty where it is.</param>
internal sealed record LayerSignal(
    int Index,
    string Name,
    double? Mean,
    double? StandardDeviation,
    double? SecondMoment,
    double? SaturatedShare,
    double? DeadShare,
    double? OutputMean,
    double? OutputSecondMoment,
    double? Kappa,
    double? ForwardScale,
    double? Chi,
    double? GradientSecondMoment,
    double? WeightRms,
    double? WeightGradientRms,
    double? GradientRatio,
    double? UpdateRatio,
    bool Overflows,
    string Unknown)
{
    /// <summary>ln (chi q_before / q): by how much the difference between two samples grows here, against the samples' own size; null where not known.</summary>
    /// <param name="before">The layer with weights before this one.</param>
    public double? LogContrast(LayerSignal before) =>
        Chi is > 0 and var chi && SecondMoment is > 0 and var after && before.SecondMoment is > 0 and var received
            ? Math.Log(chi) + Math.Log(received) - Math.Log(after)
            : null;
}
