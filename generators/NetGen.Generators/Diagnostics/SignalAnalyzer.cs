using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators.Diagnostics;

/// <summary>How signal and gradient travel through a network at initialization: NETGEN101 to NETGEN117.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignalAnalyzer() : SignalFamilyAnalyzer(SignalDescriptors.Signal);
