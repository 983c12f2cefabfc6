using System.Collections.Immutable;

namespace NetGen.Generators.Parsing;

/// <summary>
/// The names of the members that are emitted into networks, in this one place, and those of <c>INetwork</c>, which users know a network by. The emitter adds
/// a member only after its name stands here: what stands here cannot be a layer's name, and the user's own members keep clear of it.
/// </summary>
internal static class ReservedNames
{
    /// <summary>Fields of the emitted class start so; no layer's name does.</summary>
    public const char FieldPrefix = '_';

    /// <summary>Emitted types, constants, properties and fields: no other member of the class may bear such a name.</summary>
    public static ImmutableHashSet<string> Members { get; } = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Input",
        "Output",
        "InputSize",
        "OutputSize",
        "TargetSize",
        "ParameterCount",
        "StateCount",
        "Summary",
        "Architecture",
        "Fingerprint",
        "Layers",
        "Tensors",
        "Parameters",
        "State",
        "Seed",
        "Step",
        "BlockViews",
        "_parameters",
        "_state");

    /// <summary>
    /// Emitted methods by name and, for each, the parameters of its overloads: types without namespace or containing type, separated by a comma and a
    /// space. Methods of the user's own may share a name where their parameters differ.
    /// </summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Methods { get; } = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["Initialize"] = ["ulong"],
        ["Predict"] = ["ReadOnlySpan<float>, Span<float>", "Input"],
        ["PredictProbabilities"] = ["ReadOnlySpan<float>, Span<float>", "Input"],
        ["Classify"] = ["Input", "ReadOnlySpan<float>, Span<int>"],
        ["ComputeLoss"] = ["ReadOnlySpan<float>, ReadOnlySpan<int>", "ReadOnlySpan<float>, ReadOnlySpan<float>"],
        ["ComputeGradients"] =
        [
            "ReadOnlySpan<float>, ReadOnlySpan<int>, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<float>, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<int>, Span<float>, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<float>, Span<float>, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<int>, Span<float>, StepContext, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<float>, Span<float>, StepContext, Span<float>",
        ],
        ["Compute"] =
        [
            "ReadOnlySpan<float>, ReadOnlySpan<int>, Span<float>, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<float>, Span<float>, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<int>, Span<float>, Span<float>, StepContext, Span<float>",
            "ReadOnlySpan<float>, ReadOnlySpan<float>, Span<float>, Span<float>, StepContext, Span<float>",
        ],
        ["Update"] = ["ReadOnlySpan<float>, Optimizer"],
        ["UpdateState"] = ["ReadOnlySpan<float>"],
        ["TrainStep"] = ["ReadOnlySpan<float>, ReadOnlySpan<int>, Optimizer", "ReadOnlySpan<float>, ReadOnlySpan<float>, Optimizer"],
        ["Fit"] = ["DataSet<int>, FitOptions", "DataSet<float>, FitOptions"],
        ["Evaluate"] = ["DataSet<int>", "DataSet<float>"],
        ["Save"] = ["string"],
        ["Load"] = ["string"],
        ["GetTensor"] = ["string, Span<float>", "string, ReadOnlySpan<float>, Span<float>"],
        ["SetTensor"] = ["string, ReadOnlySpan<float>"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The parameters of the emitted constructors.</summary>
    public static ImmutableArray<string> Constructors { get; } = ["ulong"];

    /// <summary>Whether a member of this name is emitted, of whatever kind.</summary>
    public static bool IsEmitted(string name) => Members.Contains(name) || Methods.ContainsKey(name);
}
