namespace NetGen.Generators.Emit.Members;

/// <summary>
/// The calls from a network's members into the classes that compute: the one place that knows their names and the order of their arguments. State, and what is
/// drawn at random, are arguments only where a network has them.
/// </summary>
/// <param name="hasState">Whether the network has state.</param>
/// <param name="isRandom">Whether its training draws random numbers.</param>
internal sealed class PassCalls(bool hasState, bool isRandom)
{
    private const string Emitted = "global::NetGen.Emitted.";
    private const string Parameters = "ref _parameters.Origin";

    private string State => hasState ? ", ref _state.Origin" : "";

    /// <summary>Sets parameters and state from a seed.</summary>
    public string Initialize => $"{Emitted}Start.Initialize(Parameters, {(hasState ? "State, " : "")}seed)";

    /// <summary>The activation of a layer.</summary>
    public static string Activate => Emitted + "Functions.Activate(Layers, layer, z, a)";

    /// <summary>The outputs of a batch; all arguments are spans but the number of samples.</summary>
    public string Predict(string inputs, string outputs, string samples) => $"{Emitted}Passes.Predict({inputs}, {Parameters}{State}, {outputs}, {samples})";

    /// <summary>The outputs of one sample; input and output are spans.</summary>
    public static string PredictOne(string input, string output) => $"{Emitted}Sample.Predict({input}, {Parameters}, {output})";

    /// <summary>The mean loss of a batch.</summary>
    public string ComputeLoss => $"{Emitted}Passes.ComputeLoss(inputs, targets, {Parameters}{State}, samples)";

    /// <summary>The mean loss of a batch and its gradients; gradients and statistics are references.</summary>
    /// <param name="gradients">Where the gradients go.</param>
    /// <param name="inputGradients">Where those with respect to the inputs go, perhaps a null reference.</param>
    /// <param name="statistics">Where the batch's statistics go; of no interest without state.</param>
    public string ComputeGradients(string gradients, string inputGradients, string statistics = "") =>
        $"{Emitted}Passes.ComputeGradients(inputs, targets, {Parameters}, {gradients}, {inputGradients}, samples{Training(statistics)})";

    /// <summary>The loss of one sample and its gradients.</summary>
    public static string ComputeOneGradient => $"{Emitted}Sample.ComputeGradients(inputs, targets, {Parameters}, gradients)";

    // What training needs beyond what prediction does.
    private string Training(string statistics) => (hasState ? ", " + statistics : "") + (isRandom ? ", in step" : "");
}
