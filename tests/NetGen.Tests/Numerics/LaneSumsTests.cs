using System.Runtime.Intrinsics;
using CsCheck;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Sums over the lanes of several vectors at once, of whole numbers, which are exact in any order.</summary>
public sealed class LaneSumsTests
{
    private const int Most = 8;

    private static readonly Gen<float[]> s_numbers = Gen.Int[-1000, 1000].Select(static number => (float)number).Array[Most * 16];

    [Fact]
    public void EveryOverload_SumsEachVectorIntoItsLane() => s_numbers.Sample(static numbers =>
    {
        var narrow = Enumerable.Range(0, Most).Select(index => Vector128.Create(numbers.AsSpan(index * 16, 4))).ToArray();
        var middle = Enumerable.Range(0, Most).Select(index => Vector256.Create(numbers.AsSpan(index * 16, 8))).ToArray();
        Check(numbers, 4, LaneSums.Of(narrow[0], narrow[1], narrow[2], narrow[3]));
        Check(numbers, 8, LaneSums.Of(middle[0], middle[1], middle[2], middle[3]));
        var eight = LaneSums.Of(middle[0], middle[1], middle[2], middle[3], middle[4], middle[5], middle[6], middle[7]);
        Check(numbers, 8, eight.GetLower());
        Check(numbers[(4 * 16)..], 8, eight.GetUpper());
    });

    private static void Check(float[] numbers, int lanes, Vector128<float> sums)
    {
        for (var index = 0; index < 4; index++)
        {
            Assert.Equal(numbers.AsSpan(index * 16, lanes).ToArray().Sum(), sums.GetElement(index));
        }
    }
}
