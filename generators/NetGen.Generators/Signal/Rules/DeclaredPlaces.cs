using System.Globalization;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Signal.Rules;

/// <summary>
/// Where each step of a network is declared. A block that is repeated is declared once, as a class of its own: the same layer of all repetitions has one place,
/// and changes in all of them together.
/// </summary>
internal static class DeclaredPlaces
{
    /// <summary>One place a step, in order; equal for steps of one declaration.</summary>
    public static IReadOnlyList<string> Of(NetworkSpec network)
    {
        var places = new List<string>();
        Add(network.Layers, "", places);
        return places;
    }

    private static void Add(EquatableArray<LayerSpec> layers, string around, List<string> places)
    {
        for (var index = 0; index < layers.Count; index++)
        {
            var layer = layers[index];
            var place = around + "/" + index.ToString(CultureInfo.InvariantCulture);
            Add(layer.Body, layer.DeclaredBy.Length > 0 ? layer.DeclaredBy : place, places);
            if (layer.IsStep)
            {
                places.Add(place);
            }
        }
    }
}
