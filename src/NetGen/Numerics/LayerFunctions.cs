using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Activations;

namespace NetGen.Numerics;

/// <summary>The activation functions of layers, by what a network says of itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerFunctions
{
    /// <summary>a = phi(z) of one layer.</summary>
    /// <param name="layers">The network's layers.</param>
    /// <param name="layer">The layer's number, from 1. Its function is one of <see cref="Activation"/>.</param>
    /// <param name="z">[samples][the layer's outputs], row-major.</param>
    /// <param name="a">The same shape; overwritten. May be <paramref name="z"/>, but must not overlap it otherwise.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ShapeMismatchException"><paramref name="a"/> has another length, or a row is incomplete.</exception>
    /// <exception cref="NotSupportedException">The layer's function is none of the library's.</exception>
    public static void Apply(ImmutableArray<LayerInfo> layers, int layer, ReadOnlySpan<float> z, Span<float> a, string network)
    {
        if (layer < 1 || layer > layers.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(layer), layer, string.Create(CultureInfo.InvariantCulture, $"{network} has the layers 1 to {layers.Length}."));
        }

        Check.Length(a.Length, z.Length, nameof(a), network);
        var info = layers[layer - 1];
        switch (Enum.TryParse<Activation>(info.Activation, out var function) ? function : (Activation)(-1))
        {
            case Activation.Identity:
                z.CopyTo(a);
                break;
            case Activation.Softmax:
                Rows(info, z, a, network);
                break;
            case Activation.Sigmoid:
                Apply(new Sigmoid(), z, a);
                break;
            case Activation.Tanh:
                Apply(new Tanh(), z, a);
                break;
            case Activation.Relu:
                Apply(new Relu(), z, a);
                break;
            case Activation.LeakyRelu:
                Apply(new LeakyRelu(info.Alpha), z, a);
                break;
            case Activation.Elu:
                Apply(new Elu(info.Alpha), z, a);
                break;
            case Activation.Selu:
                Apply(new Selu(), z, a);
                break;
            case Activation.Gelu:
                Apply(new Gelu(), z, a);
                break;
            case Activation.GeluTanh:
                Apply(new GeluTanh(), z, a);
                break;
            case Activation.Silu:
                Apply(new Silu(), z, a);
                break;
            case Activation.Softplus:
                Apply(new Softplus(), z, a);
                break;
            case Activation.Softsign:
                Apply(new Softsign(), z, a);
                break;
            case Activation.Mish:
                Apply(new Mish(), z, a);
                break;
            case Activation.HardSigmoid:
                Apply(new HardSigmoid(), z, a);
                break;
            case Activation.HardSwish:
                Apply(new HardSwish(), z, a);
                break;
            default:
                throw new NotSupportedException($"{network} does not say how to compute {info.Activation}, the activation of {info.Name}.");
        }
    }

    private static void Apply<TActivation>(TActivation function, ReadOnlySpan<float> z, Span<float> a)
        where TActivation : struct, IVectorActivation =>
        Elementwise.Forward(function, ref MemoryMarshal.GetReference(z), ref MemoryMarshal.GetReference(a), (nuint)z.Length);

    private static void Rows(LayerInfo layer, ReadOnlySpan<float> z, Span<float> a, string network)
    {
        var size = layer.OutputShape.Aggregate(1, static (product, extent) => product * extent);
        var columns = layer.OutputShape[^1];
        Softmax.Forward(
            ref MemoryMarshal.GetReference(z), ref MemoryMarshal.GetReference(a), Check.Samples(z.Length, size, network), (nuint)size, size / columns, columns);
    }
}
