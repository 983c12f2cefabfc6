using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NetGen.Losses;

/// <summary>Checks of targets that emitted code makes before it computes anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Targets
{
    /// <summary>That every class index is one.</summary>
    /// <param name="targets">Class indices.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="InvalidLabelException">An index is below 0 or not below <paramref name="classes"/>.</exception>
    public static void CheckClasses(ReadOnlySpan<int> targets, int classes)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if ((uint)targets[i] >= (uint)classes)
            {
                Throw(i, targets[i], classes);
            }
        }
    }

    [DoesNotReturn]
    private static void Throw(int index, int label, int classes) => throw new InvalidLabelException(string.Create(
        CultureInfo.InvariantCulture,
        $"The target at index {index} is {label}; expected a class index from 0 to {classes - 1}, since the network has {classes} outputs. Number the classes from 0, or give the last layer {(label < 0 ? "a unit a class" : $"at least {(long)label + 1} units")}."));
}
