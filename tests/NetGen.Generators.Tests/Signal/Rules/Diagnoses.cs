using NetGen.Generators.Model;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Tests.Signal.Rules;

/// <summary>What tests of rules ask.</summary>
internal static class Diagnoses
{
    public static ActivationSpec Relu { get; } = Networks.Activation(ActivationKind.Relu);

    public static ActivationSpec Tanh { get; } = Networks.Activation(ActivationKind.Tanh);

    public static ActivationSpec Logistic { get; } = Networks.Activation(ActivationKind.Sigmoid);

    public static InitializerSpec He { get; } = new(InitializerKind.HeNormal, IsDefault: true);

    public static InitializerSpec Glorot { get; } = new(InitializerKind.GlorotUniform, IsDefault: true);

    public static InitializerSpec Normal(double deviation) => new(InitializerKind.Normal, StandardDeviation: deviation);

    public static int[] Layers(int count, int units = 100) => Enumerable.Repeat(units, count).ToArray();

    public static IReadOnlyList<Diagnosis> Of(NetworkSpec network, TrainingSpec? training = null, SignalThresholds? thresholds = null) =>
        Diagnosis.Of(network, training, thresholds ?? SignalThresholds.Default);

    /// <summary>The rules that speak, as <c>101, 206</c>.</summary>
    public static string Ids(NetworkSpec network, TrainingSpec? training = null, SignalThresholds? thresholds = null) =>
        string.Join(", ", Of(network, training, thresholds).Select(static diagnosis => diagnosis.Finding.Rule.Id["NETGEN".Length..]));

    /// <summary>The one diagnosis of a rule; fails where there is another number of them.</summary>
    public static Diagnosis Single(NetworkSpec network, string id, TrainingSpec? training = null) =>
        Of(network, training).Single(diagnosis => diagnosis.Finding.Rule.Id == "NETGEN" + id);

    public static string[] Titles(Diagnosis diagnosis) => [.. diagnosis.Fixes.Select(static fix => fix.Title)];
}
