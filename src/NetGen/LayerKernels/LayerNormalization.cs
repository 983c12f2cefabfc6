using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.LayerKernels;

/// <summary>Layer normalization (Ba, Kiros and Hinton, 2016).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerNormalization
{
    /// <summary>y = gamma (x - mean) / sqrt(var + epsilon) + beta, mean and var of each row.</summary>
    public static void Forward(
        ref float x, nuint xStride, ref float gamma, ref float beta, ref float y, nuint yStride, ref float statistics, nuint rows, int columns, float epsilon)
    {
        for (nuint row = 0; row < rows; row++)
        {
            ForwardOne(ref At(ref x, row * xStride), 1, ref gamma, ref beta, ref At(ref y, row * yStride), out var mean, out var inverse, columns, epsilon);
            At(ref statistics, 2 * row) = mean;
            At(ref statistics, (2 * row) + 1) = inverse;
        }
    }

    /// <summary>Forward without statistics.</summary>
    public static void Predict(ref float x, nuint xStride, ref float gamma, ref float beta, ref float y, nuint yStride, nuint rows, int columns, float epsilon)
    {
        for (nuint row = 0; row < rows; row++)
        {
            ForwardOne(ref At(ref x, row * xStride), 1, ref gamma, ref beta, ref At(ref y, row * yStride), out _, out _, columns, epsilon);
        }
    }

    /// <summary>Gradients.</summary>
    public static void Backward(
        ref float x, nuint xStride, ref float statistics, ref float gamma, ref float dy, nuint dyStride, ref float dx, nuint dxStride, ref float dgamma, ref float dbeta, nuint rows, int columns, bool accumulate)
    {
        for (nuint row = 0; row < rows; row++)
        {
            BackwardOne(
                ref At(ref x, row * xStride), At(ref statistics, 2 * row), At(ref statistics, (2 * row) + 1), ref gamma, ref At(ref dy, row * dyStride), ref At(ref dx, row * dxStride), ref dgamma, ref dbeta, 1, columns, accumulate || row > 0);
        }
    }

    /// <summary>Forward, a lane a sample.</summary>
    public static void ForwardLanes(ref float x, ref float gamma, ref float beta, ref float y, ref float statistics, nuint groups, int columns, float epsilon)
    {
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * lanes; i++)
        {
            var at = (i / lanes * (nuint)columns * lanes) + (i % lanes);
            ForwardOne(ref At(ref x, at), lanes, ref gamma, ref beta, ref At(ref y, at), out var mean, out var inverse, columns, epsilon);
            At(ref statistics, (i / lanes * 2 * lanes) + (i % lanes)) = mean;
            At(ref statistics, (i / lanes * 2 * lanes) + lanes + (i % lanes)) = inverse;
        }
    }

    /// <summary>Forward without statistics, a lane a sample.</summary>
    public static void PredictLanes(ref float x, ref float gamma, ref float beta, ref float y, nuint groups, int columns, float epsilon)
    {
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * lanes; i++)
        {
            var at = (i / lanes * (nuint)columns * lanes) + (i % lanes);
            ForwardOne(ref At(ref x, at), lanes, ref gamma, ref beta, ref At(ref y, at), out _, out _, columns, epsilon);
        }
    }

    /// <summary>Gradients, a lane a sample.</summary>
    public static void BackwardLanes(
        ref float x, ref float statistics, ref float gamma, ref float dy, ref float dx, ref float dgammaLanes, ref float dbetaLanes, nuint groups, nuint samples, int columns, bool accumulate)
    {
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * lanes; i++)
        {
            var lane = i % lanes;
            var at = (i / lanes * (nuint)columns * lanes) + lane;
            if (i >= samples)
            {
                for (nuint column = 0; column < (nuint)columns; column++)
                {
                    At(ref dx, at + (column * lanes)) = 0;
                    if (i < lanes && !accumulate)
                    {
                        At(ref dgammaLanes, lane + (column * lanes)) = 0;
                        At(ref dbetaLanes, lane + (column * lanes)) = 0;
                    }
                }

                continue;
            }

            BackwardOne(
                ref At(ref x, at), At(ref statistics, (i / lanes * 2 * lanes) + lane), At(ref statistics, (i / lanes * 2 * lanes) + lanes + lane), ref gamma, ref At(ref dy, at), ref At(ref dx, at), ref At(ref dgammaLanes, lane), ref At(ref dbetaLanes, lane), lanes, columns, accumulate || i >= lanes);
        }
    }

    private static void ForwardOne(
        ref float x, nuint step, ref float gamma, ref float beta, ref float y, out float mean, out float inverse, int columns, float epsilon)
    {
        var (sum, squares) = (0.0, 0.0);
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            sum += At(ref x, column * step);
        }

        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var d = At(ref x, column * step) - (sum / columns);
            squares += d * d;
        }

        mean = (float)(sum / columns);
        inverse = (float)(1 / Math.Sqrt((squares / columns) + epsilon));
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            At(ref y, column * step) = ((At(ref x, column * step) - mean) * inverse * At(ref gamma, column)) + At(ref beta, column);
        }
    }

    private static void BackwardOne(
        ref float x, float mean, float inverse, ref float gamma, ref float dy, ref float dx, ref float dgamma, ref float dbeta, nuint step, int columns, bool accumulate)
    {
        var (first, second) = (0.0, 0.0);
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var normalized = (At(ref x, column * step) - mean) * inverse;
            var d = At(ref dy, column * step);
            first += d * At(ref gamma, column);
            second += d * At(ref gamma, column) * normalized;
            At(ref dgamma, column * step) = (d * normalized) + (accumulate ? At(ref dgamma, column * step) : 0);
            At(ref dbeta, column * step) = d + (accumulate ? At(ref dbeta, column * step) : 0);
        }

        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var normalized = (At(ref x, column * step) - mean) * inverse;
            At(ref dx, column * step) = (float)(inverse * ((At(ref dy, column * step) * At(ref gamma, column)) - (first / columns) - (normalized * second / columns)));
        }
    }

    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private static ref float At(ref float origin, nuint index) => ref Unsafe.Add(ref origin, index);
}
