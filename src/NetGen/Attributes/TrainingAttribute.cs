namespace NetGen;

/// <summary>
/// With what the network is going to be trained, for the analysis of its first step (rules NETGEN203 to NETGEN205): <c>[Training&lt;Adam&gt;(LearningRate =
/// 1e-3)]</c>. Nothing is emitted for it, and it does not choose the optimizer that <c>Fit</c> and <c>TrainStep</c> are given. Comes after the layers and the
/// loss.
/// </summary>
/// <typeparam name="TOptimizer">The optimizer; of one that is not the library's own nothing is predicted.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute<TOptimizer> : Attribute
    where TOptimizer : Optimizer
{
    /// <summary>The learning rate, above 0; the optimizer's own default unless set.</summary>
    public double LearningRate { get; set; }

    /// <summary>The momentum of <see cref="Sgd"/>, at least 0; 0 unless set.</summary>
    public double Momentum { get; set; }

    /// <summary>Whether the momentum of <see cref="Sgd"/> looks ahead.</summary>
    public bool Nesterov { get; set; }

    /// <summary>The decay of the mean square of <see cref="RmsProp"/>, from 0 to below 1; 0.99 unless set.</summary>
    public double Alpha { get; set; } = 0.99;
}
