using System.Runtime.Intrinsics;
using NetGen.Activations;

namespace NetGen.Tests.Activations;

/// <summary>An activation of the library beside its reference, behind one type for all of them.</summary>
internal abstract class ActivationCase(ActivationReference reference)
{
    public static readonly IReadOnlyDictionary<string, ActivationCase> All = new Dictionary<string, ActivationCase>
    {
        ["Sigmoid"] = new Of<Sigmoid>(new(), ActivationReference.Sigmoid),
        ["Tanh"] = new Of<Tanh>(new(), ActivationReference.Tanh),
        ["Relu"] = new Of<Relu>(new(), ActivationReference.Relu),
        ["LeakyRelu"] = new Of<LeakyRelu>(new(0.125f), ActivationReference.LeakyRelu(0.125f)),
        ["Elu"] = new Of<Elu>(new(1.5f), ActivationReference.Elu(1.5f)),
        ["Selu"] = new Of<Selu>(new(), ActivationReference.Selu),
        ["Gelu"] = new Of<Gelu>(new(), ActivationReference.Gelu),
        ["GeluTanh"] = new Of<GeluTanh>(new(), ActivationReference.GeluTanh),
        ["Silu"] = new Of<Silu>(new(), ActivationReference.Silu),
        ["Softplus"] = new Of<Softplus>(new(), ActivationReference.Softplus),
        ["Softsign"] = new Of<Softsign>(new(), ActivationReference.Softsign),
        ["Mish"] = new Of<Mish>(new(), ActivationReference.Mish),
        ["HardSigmoid"] = new Of<HardSigmoid>(new(), ActivationReference.HardSigmoid),
        ["HardSwish"] = new Of<HardSwish>(new(), ActivationReference.HardSwish),
    };

    public ActivationReference Reference { get; } = reference;

    public abstract bool DerivativeFromOutput { get; }

    /// <summary>phi of one value.</summary>
    public abstract float Apply(float z);

    /// <summary>phi' of one pre-activation, by way of what is saved of it.</summary>
    public abstract float Derivative(float z);

    public abstract void Forward(ref float z, ref float a, int length);

    public abstract void Backward(ref float saved, ref float da, ref float dz, int length);

    /// <summary>phi and phi' of sixteen values at each width.</summary>
    public abstract float[][] AtEveryWidth(float[] z);

    private sealed class Of<T>(T activation, ActivationReference reference) : ActivationCase(reference)
        where T : struct, IVectorActivation
    {
        public override bool DerivativeFromOutput => T.DerivativeFromOutput;

        public override float Apply(float z) => activation.Apply(Vector128.Create(z))[0];

        public override float Derivative(float z) => activation.Derivative(Vector128.Create(T.DerivativeFromOutput ? Apply(z) : z))[0];

        public override void Forward(ref float z, ref float a, int length) => Elementwise.Forward(activation, ref z, ref a, (nuint)length);

        public override void Backward(ref float saved, ref float da, ref float dz, int length) =>
            Elementwise.Backward(activation, ref saved, ref da, ref dz, (nuint)length);

        public override float[][] AtEveryWidth(float[] z)
        {
            var results = Enumerable.Range(0, 6).Select(_ => new float[16]).ToArray();
            activation.Apply(Vector512.Create(z)).CopyTo(results[0]);
            activation.Derivative(Vector512.Create(z)).CopyTo(results[1]);
            for (var i = 0; i < 16; i += 8)
            {
                activation.Apply(Vector256.Create(z, i)).CopyTo(results[2], i);
                activation.Derivative(Vector256.Create(z, i)).CopyTo(results[3], i);
            }

            for (var i = 0; i < 16; i += 4)
            {
                activation.Apply(Vector128.Create(z, i)).CopyTo(results[4], i);
                activation.Derivative(Vector128.Create(z, i)).CopyTo(results[5], i);
            }

            return results;
        }
    }
}
