using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.LayerKernels;

/// <summary>Batch normalization (Ioffe and Szegedy, 2015).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchNormalization
{
    /// <summary>y = gamma (x - mean) / sqrt(var + epsilon) + beta, mean and var of each column.</summary>
    public static void Forward(
        ref float x, nuint xStride, ref float gamma, ref float beta, ref float y, nuint yStride, ref float statistics, ref float batch, nuint rows, int columns, float epsilon)
    {
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (nuint row = 0; row < rows; row++)
            {
                sum += At(ref x, (row * xStride) + column);
            }

            for (nuint row = 0; row < rows; row++)
            {
                var d = At(ref x, (row * xStride) + column) - (sum / rows);
                squares += d * d;
            }

            Finish(sum, squares, rows, ref statistics, ref batch, column, columns, epsilon);
            for (nuint row = 0; row < rows; row++)
            {
                At(ref y, (row * yStride) + column) = Normalize(At(ref x, (row * xStride) + column), ref statistics, ref gamma, ref beta, column, columns);
            }
        }
    }

    /// <summary>Gradients.</summary>
    public static void Backward(
        ref float x, nuint xStride, ref float statistics, ref float gamma, ref float dy, nuint dyStride, ref float dx, nuint dxStride, ref float dgamma, ref float dbeta, nuint rows, int columns)
    {
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var mean = At(ref statistics, column);
            var inverse = At(ref statistics, Pad(columns) + column);
            var (first, second) = (0.0, 0.0);
            for (nuint row = 0; row < rows; row++)
            {
                var d = At(ref dy, (row * dyStride) + column);
                first += d;
                second += d * ((At(ref x, (row * xStride) + column) - mean) * inverse);
            }

            At(ref dbeta, column) = (float)first;
            At(ref dgamma, column) = (float)second;
            for (nuint row = 0; row < rows; row++)
            {
                var normalized = (At(ref x, (row * xStride) + column) - mean) * inverse;
                At(ref dx, (row * dxStride) + column) = (float)(At(ref gamma, column) * inverse * (At(ref dy, (row * dyStride) + column) - (first / rows) - (normalized * second / rows)));
            }
        }
    }

    /// <summary>scale = gamma / sqrt(var + epsilon), shift = beta - mean scale.</summary>
    public static void Scale(
        ref float gamma, ref float beta, ref float runningMean, ref float runningVariance, ref float scale, ref float shift, int columns, float epsilon)
    {
        for (nuint column = 0; column < Pad(columns); column++)
        {
            var exists = column < (nuint)columns;
            At(ref scale, column) = exists ? At(ref gamma, column) / MathF.Sqrt(At(ref runningVariance, column) + epsilon) : 0;
            At(ref shift, column) = exists ? At(ref beta, column) - (At(ref runningMean, column) * At(ref scale, column)) : 0;
        }
    }

    /// <summary>y = x scale + shift.</summary>
    public static void Predict(ref float x, nuint xStride, ref float scale, ref float shift, ref float y, nuint yStride, nuint rows, int columns)
    {
        for (nuint row = 0; row < rows; row++)
        {
            for (nuint column = 0; column < (nuint)columns; column++)
            {
                At(ref y, (row * yStride) + column) = (At(ref x, (row * xStride) + column) * At(ref scale, column)) + At(ref shift, column);
            }
        }
    }

    /// <summary>running = (1 - momentum) running + momentum batch.</summary>
    public static void UpdateRunning(Span<float> running, ReadOnlySpan<float> batch, float momentum)
    {
        for (var i = 0; i < running.Length; i++)
        {
            running[i] = ((1 - momentum) * running[i]) + (momentum * batch[i]);
        }
    }

    /// <summary>Forward, a lane a sample.</summary>
    public static void ForwardLanes(
        ref float x, ref float gamma, ref float beta, ref float y, ref float statistics, ref float batch, nuint groups, nuint samples, int columns, float epsilon)
    {
        var lanes = (nuint)Lanes;
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (nuint i = 0; i < samples; i++)
            {
                sum += At(ref x, At(i, column, columns, lanes));
            }

            for (nuint i = 0; i < samples; i++)
            {
                var d = At(ref x, At(i, column, columns, lanes)) - (sum / samples);
                squares += d * d;
            }

            Finish(sum, squares, samples, ref statistics, ref batch, column, columns, epsilon);
            for (nuint i = 0; i < groups * lanes; i++)
            {
                At(ref y, At(i, column, columns, lanes)) = Normalize(At(ref x, At(i, column, columns, lanes)), ref statistics, ref gamma, ref beta, column, columns);
            }
        }
    }

    /// <summary>Gradients, a lane a sample.</summary>
    public static void BackwardLanes(
        ref float x, ref float statistics, ref float gamma, ref float dy, ref float dx, ref float dgammaLanes, ref float dbetaLanes, nuint groups, nuint samples, int columns)
    {
        var lanes = (nuint)Lanes;
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var mean = At(ref statistics, column);
            var inverse = At(ref statistics, Pad(columns) + column);
            var (first, second) = (0.0, 0.0);
            for (nuint i = 0; i < samples; i++)
            {
                var d = At(ref dy, At(i, column, columns, lanes));
                first += d;
                second += d * ((At(ref x, At(i, column, columns, lanes)) - mean) * inverse);
            }

            for (nuint lane = 0; lane < lanes; lane++)
            {
                At(ref dbetaLanes, (column * lanes) + lane) = lane == 0 ? (float)first : 0;
                At(ref dgammaLanes, (column * lanes) + lane) = lane == 0 ? (float)second : 0;
            }

            for (nuint i = 0; i < groups * lanes; i++)
            {
                var at = At(i, column, columns, lanes);
                var normalized = (At(ref x, at) - mean) * inverse;
                At(ref dx, at) = i < samples ? (float)(At(ref gamma, column) * inverse * (At(ref dy, at) - (first / samples) - (normalized * second / samples))) : 0;
            }
        }
    }

    /// <summary>y = x scale + shift, a lane a sample.</summary>
    public static void PredictLanes(ref float x, ref float scale, ref float shift, ref float y, nuint groups, int columns)
    {
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * (nuint)columns * lanes; i++)
        {
            var column = i / lanes % (nuint)columns;
            At(ref y, i) = (At(ref x, i) * At(ref scale, column)) + At(ref shift, column);
        }
    }

    private static nuint Pad(int columns) => ((nuint)columns + 15) & ~(nuint)15;

    private static nuint At(nuint sample, nuint column, int columns, nuint lanes) => (((sample / lanes * (nuint)columns) + column) * lanes) + (sample % lanes);

    private static void Finish(double sum, double squares, nuint count, ref float statistics, ref float batch, nuint column, int columns, float epsilon)
    {
        At(ref statistics, column) = (float)(sum / count);
        At(ref statistics, Pad(columns) + column) = (float)(1 / Math.Sqrt((squares / count) + epsilon));
        At(ref batch, column) = (float)(sum / count);
        At(ref batch, (nuint)columns + column) = (float)(squares / (count - 1));
    }

    private static float Normalize(float x, ref float statistics, ref float gamma, ref float beta, nuint column, int columns) =>
        ((x - At(ref statistics, column)) * At(ref statistics, Pad(columns) + column) * At(ref gamma, column)) + At(ref beta, column);

    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private static ref float At(ref float origin, nuint index) => ref Unsafe.Add(ref origin, index);
}
