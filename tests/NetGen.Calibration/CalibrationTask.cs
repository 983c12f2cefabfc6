using NetGen;

namespace NetGen.Calibration;

/// <summary>Something to learn.</summary>
/// <param name="Name">How tables call it.</param>
/// <param name="Data">What is learned from.</param>
/// <param name="Input">The arguments of the declaration's Input attribute.</param>
/// <param name="Outputs">Units of the last layer.</param>
/// <param name="Loss">The loss.</param>
/// <param name="ConstantLoss">The loss of the best answer that does not look at the inputs: what a network that does not train comes to.</param>
internal sealed record CalibrationTask(string Name, DataSet Data, string Input, int Outputs, Loss Loss, double ConstantLoss);
