using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>What the code of one layer is written against, in one method for one vector width.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="plan">The network.</param>
/// <param name="width">The widest vectors.</param>
internal sealed class SamplePass(CodeWriter writer, NetworkPlan plan, VectorWidth width)
{
    // What is inlined must not be more than the JIT is willing to inline into one method: beyond about 500 variables it calls instead, with vectors passed
    // through memory. Counted in variables.
    private const int InliningBudget = 360;

    private int _inlined;

    /// <summary>Where to write.</summary>
    public CodeWriter Writer { get; } = writer;

    /// <summary>The widest vectors.</summary>
    public VectorWidth Width { get; } = width;

    /// <summary>How a value lies in vectors.</summary>
    public SampleVectors Vectors(ValuePlan value) => SampleVectors.Of(value.Size, Width);

    /// <summary>Whether something may still be inlined that adds so many variables; if so, it is counted.</summary>
    public bool Inlines(int variables)
    {
        if (_inlined + variables > InliningBudget)
        {
            return false;
        }

        _inlined += variables;
        return true;
    }

    /// <summary>Whether the layer is the network's last one.</summary>
    public bool IsLast(LayerPlan layer) => layer.Number == plan.Layers.Count;

    /// <summary>One of the values that a layer reads, or the values from one on: a <c>ref</c> expression without the <c>ref</c>.</summary>
    public string Input(LayerPlan layer, string index) => layer.Number == 1 ? Add("x", index) : Add("s", Sum(SampleLayout.Output(layer.Number - 1), index));

    /// <summary>Where a layer's output goes, from a value on: the last one's is the caller's, who may have room for nothing else.</summary>
    public string Output(LayerPlan layer, int index) =>
        IsLast(layer) ? Add("y", Literal.Of(index)) : Add("s", Sum(SampleLayout.Output(layer.Number), Literal.Of(index)));

    /// <summary>The statement that stores one vector of a layer's output.</summary>
    public string StoreOutput(LayerPlan layer, string value, SampleVectors vectors, int index)
    {
        var isTail = IsLast(layer) && vectors.Tail > 0 && index == vectors.Count - 1;
        var place = Output(layer, index * vectors.Lanes);
        return isTail ? $"VectorTail.Store({value}, ref {place}, {Literal.Of(vectors.Tail)});" : $"{value}.StoreUnsafe(ref {place});";
    }

    /// <summary>The vector in memory from a place of the passes on.</summary>
    public static string Load(int lanes, string place, int index) =>
        $"{SampleVectors.TypeOf(lanes)}.LoadUnsafe(ref s, {Sum(place, Literal.Of(index))})";

    /// <summary>A sum as it is written, without zeros.</summary>
    public static string Sum(string left, string right) => left is "" or "0" ? right : right is "" or "0" ? left : $"{left} + {right}";

    /// <summary>A reference moved by an offset.</summary>
    public static string Add(string reference, string offset) => offset == "0" ? reference : $"Add(ref {reference}, {offset})";
}
