using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators.Diagnostics;

/// <summary>Layers that undo or repeat one another, or see less than they seem to: NETGEN301 to NETGEN304.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StructureAdviceAnalyzer() : SignalFamilyAnalyzer(SignalDescriptors.Structure);
