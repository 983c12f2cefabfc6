using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators.Diagnostics;

/// <summary>Whether loss, output and optimizer fit one another: NETGEN201 to NETGEN207.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingSetupAnalyzer() : SignalFamilyAnalyzer(SignalDescriptors.Training);
