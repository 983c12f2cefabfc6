using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Benchmarks.Compiling;

/// <summary>
/// Puts a stopwatch around every call of a matrix kernel in emitted code. The products of a step are timed as they run in it, with its data in its caches; the
/// stopwatch costs some 50 ns a call, a kernel of the network that is measured so at least 50 us.
/// </summary>
internal sealed class KernelStopwatch : CSharpSyntaxRewriter
{
    /// <summary>Where the ticks are counted: compiled with the networks.</summary>
    public const string Source = """
        /// <summary>Ticks spent in matrix kernels.</summary>
        public static class KernelTicks
        {
            /// <summary>So many, since it was last set to 0.</summary>
            public static long Count;
        }
        """;

    /// <summary>The name of the class that counts.</summary>
    public const string TypeName = "KernelTicks";

    // In emitted code: the method of a product's type.
    private const string Run = "Run";
    private const string Now = "global::System.Diagnostics.Stopwatch.GetTimestamp()";

    /// <summary>How many calls were found.</summary>
    public int Calls { get; private set; }

    /// <inheritdoc/>
    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (node.Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Run } })
        {
            return base.VisitExpressionStatement(node);
        }

        Calls++;
        return SyntaxFactory.ParseStatement($"{{ var kernelStart = {Now}; {node.WithoutTrivia().ToFullString()} global::{TypeName}.Count += {Now} - kernelStart; }}\n");
    }
}
