using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gradients1 = NetGen.LayerKernels.NormalizedColumnGradients<float, NetGen.Numerics.ScalarOperations>;
using Gradients128 = NetGen.LayerKernels.NormalizedColumnGradients<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128>;
using Gradients256 = NetGen.LayerKernels.NormalizedColumnGradients<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256>;
using Gradients512 = NetGen.LayerKernels.NormalizedColumnGradients<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512>;
using Lanes128 = NetGen.LayerKernels.NormalizedColumnLanes<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128>;
using Lanes256 = NetGen.LayerKernels.NormalizedColumnLanes<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256>;
using Lanes512 = NetGen.LayerKernels.NormalizedColumnLanes<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512>;
using Rows1 = NetGen.LayerKernels.NormalizedColumns<float, NetGen.Numerics.ScalarOperations>;
using Rows128 = NetGen.LayerKernels.NormalizedColumns<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128>;
using Rows256 = NetGen.LayerKernels.NormalizedColumns<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256>;
using Rows512 = NetGen.LayerKernels.NormalizedColumns<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512>;

namespace NetGen.LayerKernels;

/// <summary>
/// Batch normalization (Ioffe and Szegedy, "Batch normalization: accelerating deep network training by reducing internal covariate shift", 2015, algorithms 1
/// and 2): each column is brought to mean 0 and variance 1 over the batch, then scaled and shifted by what is learned. Prediction takes running statistics in
/// place of the batch's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchNormalization
{
    /// <summary>y = gamma (x - mean) / sqrt(variance + epsilon) + beta, with the mean and the (biased) variance of each column over the batch.</summary>
    /// <param name="x">The first value of the first row; nothing is read beyond a row's columns.</param>
    /// <param name="xStride">Floats from a row to the next.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="beta">The shifts, exactly <paramref name="columns"/> floats.</param>
    /// <param name="y">
    /// Where the first output goes; may be <paramref name="x"/> with the same stride, but must not overlap it otherwise. Nothing is written beyond a row's
    /// columns.
    /// </param>
    /// <param name="yStride">Floats from a row to the next.</param>
    /// <param name="statistics">[2][columns, padded to a multiple of 16]: mean and 1 / sqrt(variance + epsilon) of each column, written.</param>
    /// <param name="batch">
    /// [2][columns]: mean and unbiased variance of each column, written: what <see cref="UpdateRunning"/> takes. The variance of a single row is NaN.
    /// </param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    /// <param name="epsilon">Added to the variance, above 0.</param>
    public static void Forward(
        ref float x,
        nuint xStride,
        ref float gamma,
        ref float beta,
        ref float y,
        nuint yStride,
        ref float statistics,
        ref float batch,
        nuint rows,
        int columns,
        float epsilon)
    {
        if (Vector512.IsHardwareAccelerated && columns >= 16)
        {
            Rows512.Forward(ref x, xStride, ref gamma, ref beta, ref y, yStride, ref statistics, ref batch, rows, columns, epsilon);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= 8)
        {
            Rows256.Forward(ref x, xStride, ref gamma, ref beta, ref y, yStride, ref statistics, ref batch, rows, columns, epsilon);
        }
        else if (columns >= 4)
        {
            Rows128.Forward(ref x, xStride, ref gamma, ref beta, ref y, yStride, ref statistics, ref batch, rows, columns, epsilon);
        }
        else
        {
            Rows1.Forward(ref x, xStride, ref gamma, ref beta, ref y, yStride, ref statistics, ref batch, rows, columns, epsilon);
        }
    }

    /// <summary>
    /// dx = gamma r (dy - mean of dy - xhat times the mean of dy xhat) with r = 1 / sqrt(variance + epsilon), xhat = r (x - mean), and means over the batch;
    /// dgamma is the sum over the rows of dy xhat, dbeta that of dy.
    /// </summary>
    /// <param name="x">What the forward pass read.</param>
    /// <param name="xStride">Floats from a row to the next.</param>
    /// <param name="statistics">What the forward pass wrote.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="dy">The gradient with respect to the outputs.</param>
    /// <param name="dyStride">Floats from a row to the next.</param>
    /// <param name="dx">
    /// Where the gradient with respect to x goes; may be <paramref name="dy"/> or <paramref name="x"/> with the same stride, but must not overlap them
    /// otherwise.
    /// </param>
    /// <param name="dxStride">Floats from a row to the next.</param>
    /// <param name="dgamma">The gradient with respect to gamma, exactly <paramref name="columns"/> floats, written.</param>
    /// <param name="dbeta">The gradient with respect to beta, exactly <paramref name="columns"/> floats, written.</param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    public static void Backward(
        ref float x,
        nuint xStride,
        ref float statistics,
        ref float gamma,
        ref float dy,
        nuint dyStride,
        ref float dx,
        nuint dxStride,
        ref float dgamma,
        ref float dbeta,
        nuint rows,
        int columns)
    {
        if (Vector512.IsHardwareAccelerated && columns >= 16)
        {
            Gradients512.Backward(ref x, xStride, ref statistics, ref gamma, ref dy, dyStride, ref dx, dxStride, ref dgamma, ref dbeta, rows, columns);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= 8)
        {
            Gradients256.Backward(ref x, xStride, ref statistics, ref gamma, ref dy, dyStride, ref dx, dxStride, ref dgamma, ref dbeta, rows, columns);
        }
        else if (columns >= 4)
        {
            Gradients128.Backward(ref x, xStride, ref statistics, ref gamma, ref dy, dyStride, ref dx, dxStride, ref dgamma, ref dbeta, rows, columns);
        }
        else
        {
            Gradients1.Backward(ref x, xStride, ref statistics, ref gamma, ref dy, dyStride, ref dx, dxStride, ref dgamma, ref dbeta, rows, columns);
        }
    }

    /// <summary>What prediction multiplies by and adds: scale = gamma / sqrt(running variance + epsilon), shift = beta - running mean times scale.</summary>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="beta">The shifts, exactly <paramref name="columns"/> floats.</param>
    /// <param name="runningMean">The running means, exactly <paramref name="columns"/> floats.</param>
    /// <param name="runningVariance">The running variances, exactly <paramref name="columns"/> floats.</param>
    /// <param name="scale">The factors; columns padded to a multiple of 16 are written, 0 behind the last.</param>
    /// <param name="shift">What is added; likewise.</param>
    /// <param name="columns">Columns, at least 1.</param>
    /// <param name="epsilon">Added to the variance, above 0.</param>
    public static void Scale(
        ref float gamma, ref float beta, ref float runningMean, ref float runningVariance, ref float scale, ref float shift, int columns, float epsilon)
    {
        for (nuint column = 0; column < Pad(columns); column++)
        {
            var (factor, added) = (0f, 0f);
            if (column < (nuint)columns)
            {
                factor = Unsafe.Add(ref gamma, column) / MathF.Sqrt(Unsafe.Add(ref runningVariance, column) + epsilon);
                added = Unsafe.Add(ref beta, column) - (Unsafe.Add(ref runningMean, column) * factor);
            }

            Unsafe.Add(ref scale, column) = factor;
            Unsafe.Add(ref shift, column) = added;
        }
    }

    /// <summary>Takes the bias of the product before the normalization into the shift: shift += bias * scale.</summary>
    /// <param name="bias">[columns].</param>
    /// <param name="scale">[columns].</param>
    /// <param name="shift">[columns], added to.</param>
    /// <param name="columns">Columns.</param>
    public static void AddScaled(ref float bias, ref float scale, ref float shift, int columns)
    {
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            Unsafe.Add(ref shift, column) += Unsafe.Add(ref bias, column) * Unsafe.Add(ref scale, column);
        }
    }

    /// <summary>y = x scale + shift.</summary>
    /// <param name="x">The first value of the first row; nothing is read beyond a row's columns.</param>
    /// <param name="xStride">Floats from a row to the next.</param>
    /// <param name="scale">What <see cref="Scale"/> wrote.</param>
    /// <param name="shift">What <see cref="Scale"/> wrote.</param>
    /// <param name="y">
    /// Where the first output goes; may be <paramref name="x"/> with the same stride, but must not overlap it otherwise. Nothing is written beyond a row's
    /// columns.
    /// </param>
    /// <param name="yStride">Floats from a row to the next.</param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    public static void Predict(ref float x, nuint xStride, ref float scale, ref float shift, ref float y, nuint yStride, nuint rows, int columns)
    {
        if (Vector512.IsHardwareAccelerated && columns >= 16)
        {
            Rows512.Predict(ref x, xStride, ref scale, ref shift, ref y, yStride, rows, columns);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= 8)
        {
            Rows256.Predict(ref x, xStride, ref scale, ref shift, ref y, yStride, rows, columns);
        }
        else if (columns >= 4)
        {
            Rows128.Predict(ref x, xStride, ref scale, ref shift, ref y, yStride, rows, columns);
        }
        else
        {
            Rows1.Predict(ref x, xStride, ref scale, ref shift, ref y, yStride, rows, columns);
        }
    }

    /// <summary>running = (1 - momentum) running + momentum batch.</summary>
    /// <param name="running">The running means, then the running variances.</param>
    /// <param name="batch">The batch's means, then its unbiased variances; as many.</param>
    /// <param name="momentum">The share of the new statistics, from 0 to 1.</param>
    public static void UpdateRunning(Span<float> running, ReadOnlySpan<float> batch, float momentum)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(batch.Length, running.Length);
        for (var i = 0; i < running.Length; i++)
        {
            running[i] = ((1 - momentum) * running[i]) + (momentum * batch[i]);
        }
    }

    /// <summary><see cref="Forward"/> where a lane is a sample. Lanes without a sample may hold anything.</summary>
    /// <param name="x">[groups][columns][lanes].</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="beta">The shifts, exactly <paramref name="columns"/> floats.</param>
    /// <param name="y">
    /// [groups][columns][lanes]; may be <paramref name="x"/>, but must not overlap it otherwise. What lanes without a sample get means nothing.
    /// </param>
    /// <param name="statistics">[2][columns, padded to a multiple of 16]: mean and 1 / sqrt(variance + epsilon) of each column, written.</param>
    /// <param name="batch">
    /// [2][columns]: mean and unbiased variance of each column, written: what <see cref="UpdateRunning"/> takes. The variance of a single row is NaN.
    /// </param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="samples">Samples there are: the last group may have fewer than there are lanes.</param>
    /// <param name="columns">Values per sample, at least 1.</param>
    /// <param name="epsilon">Added to the variance, above 0.</param>
    public static void ForwardLanes(
        ref float x,
        ref float gamma,
        ref float beta,
        ref float y,
        ref float statistics,
        ref float batch,
        nuint groups,
        nuint samples,
        int columns,
        float epsilon)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes512.Forward(ref x, ref gamma, ref beta, ref y, ref statistics, ref batch, groups, samples, columns, epsilon);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Lanes256.Forward(ref x, ref gamma, ref beta, ref y, ref statistics, ref batch, groups, samples, columns, epsilon);
        }
        else
        {
            Lanes128.Forward(ref x, ref gamma, ref beta, ref y, ref statistics, ref batch, groups, samples, columns, epsilon);
        }
    }

    /// <summary><see cref="Backward"/> where a lane is a sample. Lanes without a sample may hold anything; dx is 0 there.</summary>
    /// <param name="x">What the forward pass read.</param>
    /// <param name="statistics">What the forward pass wrote.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="dy">[groups][columns][lanes]: the gradient with respect to the outputs.</param>
    /// <param name="dx">
    /// [groups][columns][lanes]: where the gradient with respect to x goes; may be <paramref name="dy"/> or <paramref name="x"/>, but must not overlap them
    /// otherwise.
    /// </param>
    /// <param name="dgammaLanes">[columns][lanes]: each lane's part of the gradient with respect to gamma, written.</param>
    /// <param name="dbetaLanes">[columns][lanes]: each lane's part of the gradient with respect to beta, written.</param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="samples">Samples there are: the last group may have fewer than there are lanes.</param>
    /// <param name="columns">Values per sample, at least 1.</param>
    public static void BackwardLanes(
        ref float x,
        ref float statistics,
        ref float gamma,
        ref float dy,
        ref float dx,
        ref float dgammaLanes,
        ref float dbetaLanes,
        nuint groups,
        nuint samples,
        int columns)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes512.Backward(ref x, ref statistics, ref gamma, ref dy, ref dx, ref dgammaLanes, ref dbetaLanes, groups, samples, columns);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Lanes256.Backward(ref x, ref statistics, ref gamma, ref dy, ref dx, ref dgammaLanes, ref dbetaLanes, groups, samples, columns);
        }
        else
        {
            Lanes128.Backward(ref x, ref statistics, ref gamma, ref dy, ref dx, ref dgammaLanes, ref dbetaLanes, groups, samples, columns);
        }
    }

    /// <summary><see cref="Predict"/> where a lane is a sample.</summary>
    /// <param name="x">[groups][columns][lanes].</param>
    /// <param name="scale">What <see cref="Scale"/> wrote.</param>
    /// <param name="shift">What <see cref="Scale"/> wrote.</param>
    /// <param name="y">
    /// [groups][columns][lanes]; may be <paramref name="x"/>, but must not overlap it otherwise. What lanes without a sample get means nothing.
    /// </param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="columns">Values per sample, at least 1.</param>
    public static void PredictLanes(ref float x, ref float scale, ref float shift, ref float y, nuint groups, int columns)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes512.Predict(ref x, ref scale, ref shift, ref y, groups, columns);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Lanes256.Predict(ref x, ref scale, ref shift, ref y, groups, columns);
        }
        else
        {
            Lanes128.Predict(ref x, ref scale, ref shift, ref y, groups, columns);
        }
    }

    /// <summary>Columns padded to a multiple of 16: the length of a row of statistics.</summary>
    internal static nuint Pad(int columns) => ((nuint)columns + 15) & ~(nuint)15;
}
