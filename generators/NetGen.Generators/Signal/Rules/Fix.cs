using NetGen.Generators.Model;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A change of the declaration that clears a finding. Its effect has been checked where it comes from <see cref="FixFinder"/>.</summary>
/// <param name="Title">What it does and, once checked, what it gives: <c>Use HeNormal: 0% saturated, gradient ratio 0.7</c>.</param>
/// <param name="Network">The network after the change.</param>
/// <param name="Training">The optimizer after the change, where one is declared.</param>
internal sealed record Fix(string Title, NetworkSpec Network, TrainingSpec? Training);
