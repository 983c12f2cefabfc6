using System.Runtime.Intrinsics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Samples in lanes: [groups][columns][lanes]. Lanes without a sample hold infinities and NaN in turn.</summary>
internal sealed class LaneBatch
{
    private const int Guard = 40;

    /// <summary>The rows of a matrix as samples.</summary>
    public LaneBatch(Matrix samples, int lanes)
        : this(samples.Rows, samples.Columns, lanes)
    {
        for (var i = 0; i < Groups * lanes; i++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var absent = (i + column) % 3 == 0 ? float.NaN : (i + column) % 3 == 1 ? float.PositiveInfinity : float.NegativeInfinity;
                Memory[At(i, column)] = i < samples.Rows ? samples[i, column] : absent;
            }
        }
    }

    /// <summary>Room for samples, to be written.</summary>
    public LaneBatch(int samples, int columns, int lanes)
    {
        (Samples, Columns, Lanes, Groups) = (samples, columns, lanes, (samples + lanes - 1) / lanes);
        Memory = new float[(Groups * columns * lanes) + Guard];
        Array.Fill(Memory, float.NaN);
    }

    /// <summary>Lanes of the widest accelerated vector.</summary>
    public static int Widest => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>All floats, guards included.</summary>
    public float[] Memory { get; }

    /// <summary>Samples.</summary>
    public int Samples { get; }

    /// <summary>Values per sample.</summary>
    public int Columns { get; }

    /// <summary>Lanes per vector.</summary>
    public int Lanes { get; }

    /// <summary>Groups of samples.</summary>
    public int Groups { get; }

    /// <summary>The first value.</summary>
    public ref float First => ref Memory[0];

    /// <summary>Whether nothing was written behind the last group.</summary>
    public bool IsIntact => Array.TrueForAll(Memory[(Groups * Columns * Lanes)..], float.IsNaN);

    /// <summary>A value, also of a lane without a sample.</summary>
    public float this[int sample, int column] => Memory[At(sample, column)];

    /// <summary>Fails where a lane without a sample holds anything but 0.</summary>
    public void AssertAbsentLanesAreZero()
    {
        for (var i = Samples; i < Groups * Lanes; i++)
        {
            for (var column = 0; column < Columns; column++)
            {
                Assert.Equal(0, this[i, column]);
            }
        }
    }

    private int At(int sample, int column) => (((sample / Lanes * Columns) + column) * Lanes) + (sample % Lanes);
}
