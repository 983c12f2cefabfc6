namespace NetGen.Generators.Scheduling;

/// <summary>Which of a dense layer's three products a kernel computes.</summary>
internal enum MatrixRole
{
    /// <summary>a = phi(x W + b), summed over the inputs.</summary>
    Forward,

    /// <summary>dW = x^T dz, summed over the samples.</summary>
    WeightGradient,

    /// <summary>dx = dz W^T, summed over the units.</summary>
    InputGradient,
}
