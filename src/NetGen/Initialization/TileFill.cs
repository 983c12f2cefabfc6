using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>
/// Draws a tensor's elements, numbered as they are seen, into its transposed store. It goes tile by tile, so that a large tensor is not written with one
/// cache miss an element; the stream's counter makes the order of tiles irrelevant. As most programs initialize once, at their start, the loops are compiled
/// with full optimization at their first call.
/// </summary>
internal static class TileFill
{
    // A row of a tile is a cache line of the store. Its columns share the cost of one seek.
    private const int TileUnits = 16;
    private const int TileInputs = 64;

    /// <summary>Draws every element.</summary>
    /// <param name="stored">[inputs][units], overwritten.</param>
    /// <param name="units">Rows of the visible tensor.</param>
    /// <param name="inputs">Columns of the visible tensor.</param>
    /// <param name="draw">The distribution.</param>
    /// <param name="random">Visible element (unit, input) takes its number unit * inputs + input, counted from where it stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<TDraw>(Span<float> stored, int units, int inputs, TDraw draw, ref RandomStream random)
        where TDraw : struct, IDraw
    {
        TensorInitializer.CheckLength(stored.Length, units, inputs);
        var start = random.Position;
        for (var firstUnit = 0; firstUnit < units; firstUnit += TileUnits)
        {
            var endUnit = Math.Min(firstUnit + TileUnits, units);
            for (var firstInput = 0; firstInput < inputs; firstInput += TileInputs)
            {
                var endInput = Math.Min(firstInput + TileInputs, inputs);
                for (var unit = firstUnit; unit < endUnit; unit++)
                {
                    random.Seek(start + ((ulong)unit * (ulong)inputs) + (ulong)firstInput);
                    for (var input = firstInput; input < endInput; input++)
                    {
                        stored[(input * units) + unit] = draw.Next(ref random);
                    }
                }
            }
        }

        random.Seek(start + (ulong)stored.Length);
    }
}
