using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Micro;

/// <summary>The library's transcendental functions over 4,096 floats, in the widest vectors of the machine, beside the base library's.</summary>
public class VectorMathBenchmarks
{
    private const int Count = 4096;

    private readonly float[] x = new float[Count];
    private readonly float[] y = new float[Count];

    /// <summary>Values from -4 to 4.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        for (var index = 0; index < Count; index++)
        {
            x[index] = (8f * index / Count) - 4;
        }
    }

    /// <summary>exp.</summary>
    [Benchmark]
    public void Exp() => Apply<ExpFunction>();

    /// <summary>tanh.</summary>
    [Benchmark]
    public void Tanh() => Apply<TanhFunction>();

    /// <summary>The logistic function.</summary>
    [Benchmark]
    public void Logistic() => Apply<LogisticFunction>();

    /// <summary>erf.</summary>
    [Benchmark]
    public void Erf() => Apply<ErfFunction>();

    /// <summary>The base library's exp.</summary>
    [Benchmark]
    public void BaseLibraryExp() => Apply<BaseLibraryExpFunction>();

    // A type argument rather than a delegate: what is measured is the function, not a call a vector.
    private void Apply<TFunction>()
        where TFunction : struct, IFunction
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var from = MemoryMarshal.Cast<float, Vector512<float>>(x);
            var to = MemoryMarshal.Cast<float, Vector512<float>>(y.AsSpan());
            for (var index = 0; index < to.Length; index++)
            {
                to[index] = TFunction.Apply(from[index]);
            }
        }
        else
        {
            var from = MemoryMarshal.Cast<float, Vector256<float>>(x);
            var to = MemoryMarshal.Cast<float, Vector256<float>>(y.AsSpan());
            for (var index = 0; index < to.Length; index++)
            {
                to[index] = TFunction.Apply(from[index]);
            }
        }
    }

    private interface IFunction
    {
        static abstract Vector512<float> Apply(Vector512<float> value);

        static abstract Vector256<float> Apply(Vector256<float> value);
    }

    private readonly struct ExpFunction : IFunction
    {
        public static Vector512<float> Apply(Vector512<float> value) => VectorMath.Exp(value);

        public static Vector256<float> Apply(Vector256<float> value) => VectorMath.Exp(value);
    }

    private readonly struct TanhFunction : IFunction
    {
        public static Vector512<float> Apply(Vector512<float> value) => VectorMath.Tanh(value);

        public static Vector256<float> Apply(Vector256<float> value) => VectorMath.Tanh(value);
    }

    private readonly struct LogisticFunction : IFunction
    {
        public static Vector512<float> Apply(Vector512<float> value) => VectorMath.Logistic(value);

        public static Vector256<float> Apply(Vector256<float> value) => VectorMath.Logistic(value);
    }

    private readonly struct ErfFunction : IFunction
    {
        public static Vector512<float> Apply(Vector512<float> value) => VectorMath.Erf(value);

        public static Vector256<float> Apply(Vector256<float> value) => VectorMath.Erf(value);
    }

    private readonly struct BaseLibraryExpFunction : IFunction
    {
        public static Vector512<float> Apply(Vector512<float> value) => Vector512.Exp(value);

        public static Vector256<float> Apply(Vector256<float> value) => Vector256.Exp(value);
    }
}
