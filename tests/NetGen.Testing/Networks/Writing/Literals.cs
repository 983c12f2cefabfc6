using System.Globalization;
using NetGen.Generators.Model;

namespace NetGen.Testing.Networks.Writing;

/// <summary>Values as C# has them.</summary>
internal static class Literals
{
    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that is read back as it was.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A property that is set; none where it has its default or does not belong there.</summary>
    public static IEnumerable<string> Unless(bool isAbsent, string property, double value) => isAbsent ? [] : [$"{property} = {Number(value)}"];

    /// <summary>An activation and its parameter; none for a type of the user's own, which is an argument of the attribute's type.</summary>
    public static IEnumerable<string> Activation(ActivationSpec activation) => activation.Kind == ActivationKind.Custom
        ? []
        : [
            $"global::NetGen.Activation.{activation.Kind}",
            .. Unless(activation.Kind is not (ActivationKind.LeakyRelu or ActivationKind.Elu), "Alpha", activation.Alpha),
        ];

    /// <summary>An attribute that takes a type of the user's own as an activation.</summary>
    public static string Generic(string attribute, ActivationSpec activation) =>
        activation.Kind == ActivationKind.Custom ? $"{attribute}<{activation.CustomType}>" : attribute;
}
