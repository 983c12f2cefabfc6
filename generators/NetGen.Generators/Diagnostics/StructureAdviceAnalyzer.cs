using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators.Diagnostics;

/// <summary>Layers that undo or repeat one another: NETGEN301 and NETGEN302.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StructureAdviceAnalyzer() : SignalFamilyAnalyzer(SignalDescriptors.Structure);
