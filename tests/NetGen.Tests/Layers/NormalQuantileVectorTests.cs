using System.Runtime.CompilerServices;
using NetGen.Initialization;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>The inverse normal distribution in vectors has the bits of the scalar, over the whole range of words and at its borders.</summary>
public sealed class NormalQuantileVectorTests
{
    [Fact]
    public void Vectors_HaveTheBitsOfTheScalar() => ((IWidthCheck)default(Check)).RunAll();

    private readonly struct Check : IWidthCheck
    {
        public void Run<TVector, TOp, TBits, TWords, TWordOp, TDoubleOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
            where TWords : struct
            where TWordOp : struct, IWordOperations<TWords>
            where TDoubleOp : struct, IDoubleOperations<TWords>
        {
            // Where the regions meet, at 0.075 and 0.925 of all words, and where the logarithm's argument goes from one power of two to the next.
            ulong[] borders = [0, 322122547, 3972844748, (ulong)(Math.Sqrt(0.5) * (1 << 28)), .. Enumerable.Range(0, 32).Select(static i => 1ul << i)];
            var words = borders
                .SelectMany(static border => Enumerable.Range(-8, 16).Select(i => (uint)(border + (ulong)i)))
                .Concat(Enumerable.Range(0, 1 << 16).Select(static i => (uint)i * 65_521))
                .ToArray();
            var (lanes, singles) = (new ulong[8], new float[16]);
            for (var i = 0; i + 8 <= words.Length; i += (int)TWordOp.Lanes)
            {
                for (var lane = 0; lane < 8; lane++)
                {
                    // What is in the upper half must not matter.
                    lanes[lane] = words[i + lane] | (0xDEAD_BEEFul << 32);
                }

                var normal = NormalQuantileVector<TWords, TDoubleOp>.OfWords(TWordOp.Load(ref lanes[0]));
                Array.Fill(singles, 12345);
                TDoubleOp.StoreSingles(normal, ref singles[0]);
                for (var lane = 0; lane < (int)TWordOp.Lanes; lane++)
                {
                    var expected = NormalQuantile.Of((words[i + lane] + 0.5) / 4294967296);
                    var actual = Unsafe.Add(ref Unsafe.As<TWords, double>(ref normal), lane);
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
                    Assert.Equal((float)expected, singles[lane]);
                }

                Assert.Equal(12345, singles[(int)TWordOp.Lanes]);
            }
        }
    }
}
