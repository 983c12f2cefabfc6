namespace NetGen.Generators.Emit.Samples;

/// <summary>A value of one sample. Up to eight numbers are one vector; more are several, of sixteen as long as there are so many, in memory.</summary>
/// <param name="Symbol">Its name in formulas, and of the variable that holds it where it is one vector in a register.</param>
/// <param name="Size">How many numbers.</param>
/// <param name="Reference">What its place in memory is counted from; empty where it is in a register alone.</param>
/// <param name="Place">Its place, in floats.</param>
internal sealed record SampleValue(string Symbol, int Size, string Reference = "", string Place = "")
{
    // Vectors of sixteen that are written out one by one.
    private const int MostWrittenOut = 3;

    /// <summary>Whether it is more than one vector of 256 bits.</summary>
    public bool IsWide => Size > VectorText.Eight.Lanes;

    /// <summary>The vector that holds it, where one does.</summary>
    public VectorText Vector => VectorText.Of(Size);

    /// <summary>The vectors that hold it, each with the index of its first number.</summary>
    public IEnumerable<(VectorText Vector, int First)> Vectors
    {
        get
        {
            var first = 0;
            for (; first + VectorText.Sixteen.Lanes <= Size; first += VectorText.Sixteen.Lanes)
            {
                yield return (VectorText.Sixteen, first);
            }

            if (first < Size)
            {
                yield return (VectorText.Of(Size - first), first);
            }
        }
    }

    /// <summary>Whether its vectors are so many that code loops over them.</summary>
    public bool IsLooped => Size / VectorText.Sixteen.Lanes > MostWrittenOut;

    /// <summary>The floats that it takes in memory: whole vectors.</summary>
    public int Room => Vectors.Sum(static part => part.Vector.Lanes);

    /// <summary>The offset of one of the numbers.</summary>
    public string At(params string[] index) => Offset.Sum([Place, .. index]);

    /// <summary>One of the numbers in every lane of a vector.</summary>
    public string Broadcast(VectorText vector, params string[] index) => vector.Broadcast(Reference, At(index));

    /// <summary>Some of them as a vector.</summary>
    public string Load(VectorText vector, params string[] index) => vector.Load(Reference, At(index));

    /// <summary>The variable of one of several vectors.</summary>
    public static string Name(string symbol, int index, int count) => count == 1 ? symbol : $"{symbol}_{Literal.Of(index)}";

    /// <summary>Writes something for each vector, in a loop where there are many.</summary>
    public void Each(CodeWriter writer, Action<VectorText, string> body)
    {
        var looped = IsLooped ? Size / VectorText.Sixteen.Lanes : 0;
        if (IsLooped)
        {
            using (writer.Open($"for (nuint j = 0; j < {Literal.Of(looped * VectorText.Sixteen.Lanes)}; j += {Literal.Of(VectorText.Sixteen.Lanes)})"))
            {
                body(VectorText.Sixteen, "j");
            }
        }

        foreach (var (vector, first) in Vectors.Skip(looped))
        {
            body(vector, Literal.Of(first));
        }
    }
}
