using System.ComponentModel;
using System.Globalization;

namespace NetGen.Losses;

/// <summary>The checks of targets that stand before every pass.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Targets
{
    /// <summary>That every label is a class.</summary>
    /// <param name="targets">Labels.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="InvalidLabelException">One is not.</exception>
    public static void CheckClasses(ReadOnlySpan<int> targets, int classes)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if ((uint)targets[i] >= (uint)classes)
            {
                throw new InvalidLabelException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The label of sample {i} is {targets[i]}, but the network has {classes} classes, 0 to {classes - 1}. Number the classes from 0, or give the last layer more units."));
            }
        }
    }
}
