using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Where everything lies in the workspace of a pass, for one form.</summary>
/// <remarks>
/// Where samples stand in rows, offsets are floats. Where a lane is a sample, they are values, to be multiplied by the number of lanes.
/// </remarks>
internal sealed class PassPlan
{

    private PassPlan(NetworkPlan plan, NetworkSchedule schedule)
    {
        Plan = plan;
        Schedule = schedule;
    }

    /// <summary>The network.</summary>
    public NetworkPlan Plan { get; }

    /// <summary>Its form.</summary>
    public NetworkSchedule Schedule { get; }

    /// <summary>What a training pass keeps.</summary>
    public WorkspaceLayout Training { get; } = new();

    /// <summary>What a training pass needs on top where the gradient of the input is asked for.</summary>
    public WorkspaceLayout TrainingWithInputGradient { get; } = new();

    /// <summary>What a pass of prediction needs.</summary>
    public WorkspaceLayout Prediction { get; } = new();

    /// <summary>Lays out both kinds of pass.</summary>
    public static PassPlan Create(NetworkPlan plan, NetworkSchedule schedule)
    {
        var pass = new PassPlan(plan, schedule);
        pass.LayOutTraining();
        pass.LayOutPrediction();
        return pass;
    }

    /// <summary>Whether a lane is a sample.</summary>
    public bool IsLanes => Schedule.Form == NetworkForm.Lanes;

    private void LayOutTraining()
    {
        var rows = Schedule.TrainingRows;
        var gradient = Plan.Layers.Max(layer => Floats(layer.Output));
        if (IsLanes || Plan.CopiesInput)
        {
            Training.Add("x", rows * Floats(Plan.Input));
        }

        foreach (var layer in Plan.Layers)
        {
            if (layer.KeepsPreActivation)
            {
                Training.Add("z" + Literal.Of(layer.Number), rows * Floats(layer.Output));
            }

            Training.Add("a" + Literal.Of(layer.Number), rows * Floats(layer.Output));
        }

        Training.Add("gradientA", rows * gradient);
        Training.Add("gradientB", rows * gradient);
        if (IsLanes)
        {
            Training.Add("dp", Plan.ParameterCount);
        }
        else
        {
            // The first layer's input gradient has room of its own, rented only on demand.
            Training.Add("scratch", Scratch(layer => layer.Kernels.Where(kernel => layer.Number > 1 || kernel.Role != MatrixRole.InputGradient), rows));
        }

        // The input may be far wider than any layer: its gradient has room of its own, rented only on demand.
        TrainingWithInputGradient.Add("", Training.Length);
        TrainingWithInputGradient.Add("inputGradient", rows * (IsLanes ? Plan.Input.Size : VectorWidth.Pad(Plan.Input.Size)));
        if (!IsLanes)
        {
            TrainingWithInputGradient.Add("firstScratch", Scratch(layer => layer.Kernels.Where(kernel => layer.Number == 1 && kernel.Role == MatrixRole.InputGradient), rows));
        }
    }

    private void LayOutPrediction()
    {
        var rows = Schedule.PredictionRows;
        if (IsLanes || Plan.CopiesInput)
        {
            Prediction.Add("x", rows * Floats(Plan.Input));
        }

        var widest = rows * Plan.Layers.Max(layer => Floats(layer.Output));
        Prediction.Add("valueA", widest);
        Prediction.Add("valueB", widest);
        if (!IsLanes)
        {
            Prediction.Add("scratch", Scratch(static layer => layer.Kernels.Where(static kernel => kernel.Role == MatrixRole.Forward), rows));
        }
    }

    private long Floats(ValuePlan value) => IsLanes ? value.Size : value.Stride;

    private long Scratch(Func<LayerPlan, IEnumerable<MatrixKernel>> kernels, int samples) =>
        Plan.Layers.SelectMany(kernels).Select(kernel => MatrixScheduler.Scratch(kernel, samples)).DefaultIfEmpty(0).Max();
}
