namespace NetGen.Generators.Emit.Kernels;

/// <summary>A method that is written once for each vector width.</summary>
/// <param name="Name">The method.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Summary">What it computes.</param>
internal sealed record KernelSignature(string Name, string Parameters, string Summary)
{
    /// <summary>The parameters as arguments.</summary>
    public string Arguments => Parameters.Replace("ref float ", "ref ").Replace("nuint ", "").Replace("bool ", "");
}
