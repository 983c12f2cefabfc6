using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Products;

/// <summary>
/// The three products of a dense layer, with sizes and register tiles given as types: code is compiled for them alone, with every stride and trip count a constant.
/// The checks of the processor are constants, too: of three widths, one is left.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MatrixProduct
{
    /// <summary>a = activation(x W [+ shift], or x W * scale + shift) [+ added].</summary>
    /// <typeparam name="TWidth">A width of <see cref="Width"/>.</typeparam>
    /// <typeparam name="TShape">The layer's sizes.</typeparam>
    /// <typeparam name="TStart">A start of <see cref="Epilogue"/>.</typeparam>
    /// <typeparam name="TActivation">An activation of <see cref="Epilogue"/>.</typeparam>
    /// <typeparam name="TAddition">An addition of <see cref="Epilogue"/>.</typeparam>
    /// <typeparam name="T512">The tiles in vectors of 512 bits.</typeparam>
    /// <typeparam name="T256">The tiles in vectors of 256 bits.</typeparam>
    /// <typeparam name="T128">The tiles in vectors of 128 bits.</typeparam>
    /// <param name="x">[samples][inputs]; nothing is read beyond a row's inputs.</param>
    /// <param name="weights">[inputs][units] without gaps, 15 more floats readable behind them.</param>
    /// <param name="shift">Bias or shift, [units], 15 more floats readable behind them; a null reference for none.</param>
    /// <param name="scale">Scale, likewise.</param>
    /// <param name="added">[samples][units], padded rows, which may be the result's; a null reference for none.</param>
    /// <param name="a">[samples][units], padded rows, written with their padding. Must overlap nothing else.</param>
    /// <param name="scratch">Room for a copy of a strip of weights: 48 floats an input.</param>
    /// <param name="samples">Rows, 0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<TWidth, TShape, TStart, TActivation, TAddition, T512, T256, T128>(
        ref float x, ref float weights, ref float shift, ref float scale, ref float added, ref float a, ref float scratch, nuint samples)
        where TWidth : struct
        where TShape : struct, IProductShape
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
        where T512 : struct, ISampleTiles
        where T256 : struct, ISampleTiles
        where T128 : struct, ISampleTiles
    {
        if ((typeof(TWidth) == typeof(Width.Widest) && Vector512.IsHardwareAccelerated) || typeof(TWidth) == typeof(Width.Bits512))
        {
            T512.Multiply<Vector512<float>, TileOperations512, TShape, TStart, TActivation, TAddition>(
                ref x, ref weights, ref a, ref shift, ref added, ref scale, ref scratch, samples);
        }
        else if ((typeof(TWidth) == typeof(Width.Widest) && Vector256.IsHardwareAccelerated) || typeof(TWidth) == typeof(Width.Bits256))
        {
            T256.Multiply<Vector256<float>, TileOperations256, TShape, TStart, TActivation, TAddition>(
                ref x, ref weights, ref a, ref shift, ref added, ref scale, ref scratch, samples);
        }
        else
        {
            T128.Multiply<Vector128<float>, TileOperations128, TShape, TStart, TActivation, TAddition>(
                ref x, ref weights, ref a, ref shift, ref added, ref scale, ref scratch, samples);
        }
    }

    /// <summary>dW = x^T dz, [+ what is there].</summary>
    /// <typeparam name="TWidth">A width of <see cref="Width"/>.</typeparam>
    /// <typeparam name="TShape">The layer's sizes.</typeparam>
    /// <typeparam name="T512">The tiles in vectors of 512 bits.</typeparam>
    /// <typeparam name="T256">The tiles in vectors of 256 bits.</typeparam>
    /// <typeparam name="T128">The tiles in vectors of 128 bits.</typeparam>
    /// <param name="x">[samples][inputs]; nothing is read beyond a row's inputs.</param>
    /// <param name="dz">[samples][units], padded rows.</param>
    /// <param name="gradient">[inputs][units] without gaps; exactly that is written. Must overlap nothing else.</param>
    /// <param name="scratch">Room for copies of both factors: a float an input, rounded up to whole tiles, and 48 more a sample.</param>
    /// <param name="samples">Rows, at least 1.</param>
    /// <param name="accumulate">Whether the result is added to what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WeightGradient<TWidth, TShape, T512, T256, T128>(
        ref float x, ref float dz, ref float gradient, ref float scratch, nuint samples, bool accumulate)
        where TWidth : struct
        where TShape : struct, IProductShape
        where T512 : struct, IWeightGradientTiles
        where T256 : struct, IWeightGradientTiles
        where T128 : struct, IWeightGradientTiles
    {
        if ((typeof(TWidth) == typeof(Width.Widest) && Vector512.IsHardwareAccelerated) || typeof(TWidth) == typeof(Width.Bits512))
        {
            T512.WeightGradient<Vector512<float>, TileOperations512, TShape>(ref x, ref dz, ref gradient, ref scratch, samples, accumulate);
        }
        else if ((typeof(TWidth) == typeof(Width.Widest) && Vector256.IsHardwareAccelerated) || typeof(TWidth) == typeof(Width.Bits256))
        {
            T256.WeightGradient<Vector256<float>, TileOperations256, TShape>(ref x, ref dz, ref gradient, ref scratch, samples, accumulate);
        }
        else
        {
            T128.WeightGradient<Vector128<float>, TileOperations128, TShape>(ref x, ref dz, ref gradient, ref scratch, samples, accumulate);
        }
    }

    /// <summary>dx = dz W^T [+ added].</summary>
    /// <typeparam name="TWidth">A width of <see cref="Width"/>.</typeparam>
    /// <typeparam name="TShape">The layer's sizes.</typeparam>
    /// <typeparam name="TAddition">An addition of <see cref="Epilogue"/>.</typeparam>
    /// <typeparam name="T512">The tiles in vectors of 512 bits.</typeparam>
    /// <typeparam name="T256">The tiles in vectors of 256 bits.</typeparam>
    /// <typeparam name="T128">The tiles in vectors of 128 bits.</typeparam>
    /// <param name="dz">[samples][units]; nothing is read beyond a row's units.</param>
    /// <param name="weights">[inputs][units] without gaps.</param>
    /// <param name="added">[samples][inputs] by rows of the result's stride, which may be the result; a null reference for none.</param>
    /// <param name="dx">[samples][inputs] by rows of the inputs rounded up to 16, written with their padding. Must overlap nothing else.</param>
    /// <param name="scratch">Room for the transposed weights.</param>
    /// <param name="samples">Rows, 0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void InputGradient<TWidth, TShape, TAddition, T512, T256, T128>(
        ref float dz, ref float weights, ref float added, ref float dx, ref float scratch, nuint samples)
        where TWidth : struct
        where TShape : struct, IProductShape
        where TAddition : struct
        where T512 : struct, IInputGradientTiles
        where T256 : struct, IInputGradientTiles
        where T128 : struct, IInputGradientTiles
    {
        if ((typeof(TWidth) == typeof(Width.Widest) && Vector512.IsHardwareAccelerated) || typeof(TWidth) == typeof(Width.Bits512))
        {
            T512.InputGradient<Vector512<float>, TileOperations512, TShape, TAddition>(ref dz, ref weights, ref added, ref dx, ref scratch, samples);
        }
        else if ((typeof(TWidth) == typeof(Width.Widest) && Vector256.IsHardwareAccelerated) || typeof(TWidth) == typeof(Width.Bits256))
        {
            T256.InputGradient<Vector256<float>, TileOperations256, TShape, TAddition>(ref dz, ref weights, ref added, ref dx, ref scratch, samples);
        }
        else
        {
            T128.InputGradient<Vector128<float>, TileOperations128, TShape, TAddition>(ref dz, ref weights, ref added, ref dx, ref scratch, samples);
        }
    }
}
