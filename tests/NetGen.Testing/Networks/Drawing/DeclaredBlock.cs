using NetGen.Generators.Model;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>The class of a block.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="DeclaredBy">The same with its namespace (<c>global::</c>).</param>
/// <param name="Input">What its first layer receives.</param>
/// <param name="Draws">What was drawn for its layers.</param>
/// <param name="KeepsShape">Whether it gives what it receives, as one must that follows itself.</param>
internal sealed record DeclaredBlock(string Name, string DeclaredBy, Shape Input, IReadOnlyList<LayerDraw> Draws, bool KeepsShape);
