using System.Globalization;
using System.IO.Compression;
using NetGen;

/// <summary>
/// The test part of the UCI repository's Optical Recognition of Handwritten Digits: 1,797 images of 8 x 8 pixels from 0 to 16, each with the digit it shows.
/// See DATA.md for origin and licence.
/// </summary>
internal static class DigitData
{
    private const int Pixels = 64;

    /// <summary>Reads the images embedded in this program.</summary>
    public static DataSet<int> Load()
    {
        using var resource = typeof(DigitData).Assembly.GetManifestResourceStream("digits.csv.gz")
            ?? throw new InvalidOperationException("The program was built without its data: digits.csv.gz must be embedded.");
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var inputs = new List<float>();
        var labels = new List<int>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var column = 0;
            foreach (var field in line.AsSpan().Split(','))
            {
                var value = int.Parse(line.AsSpan()[field], CultureInfo.InvariantCulture);
                if (column++ < Pixels)
                {
                    inputs.Add(value);
                }
                else
                {
                    labels.Add(value);
                }
            }
        }

        return new DataSet<int>(inputs.ToArray(), labels.ToArray(), Pixels);
    }
}
