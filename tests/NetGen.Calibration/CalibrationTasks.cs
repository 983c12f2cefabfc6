using System.Globalization;

namespace NetGen.Calibration;

/// <summary>The tasks: four real ones and two made up.</summary>
internal static class CalibrationTasks
{
    private const int Standard = 1000;
    private const int Width = 16;
    private static readonly char[] s_separators = [',', ' '];

    /// <summary>1,797 images of digits, 64 pixels from 0 to 16 that the network divides by 16.</summary>
    public static CalibrationTask Digits { get; } = Classes("digits", DigitData.Load(), "64, Mean = 4.884, StandardDeviation = 6.017, Scale = 1f / 16", 10);

    /// <summary>The same without the division.</summary>
    public static CalibrationTask RawDigits { get; } = Digits with { Name = "digits, 0 to 16", Input = "64, Mean = 4.884, StandardDeviation = 6.017" };

    /// <summary>569 tumours, 30 standardized features, benign or malignant.</summary>
    public static CalibrationTask BreastCancer { get; } = Tumours();

    /// <summary>150 flowers, 4 standardized features, 3 species.</summary>
    public static CalibrationTask Iris { get; } = Flowers();

    /// <summary>442 patients, 10 standardized features, a standardized measure of the disease's progress.</summary>
    public static CalibrationTask Diabetes { get; } = Patients();

    /// <summary>1,000 points of 16 standard normal values, 4 classes told apart by a small random network.</summary>
    public static CalibrationTask Synthetic { get; } = Points();

    /// <summary>1,000 points of 16 standard normal values, and a standardized value that a small random network gives.</summary>
    public static CalibrationTask Regression { get; } = Curve();

    /// <summary>Those of dense layers.</summary>
    public static IReadOnlyList<CalibrationTask> All { get; } = [Digits, RawDigits, BreastCancer, Iris, Diabetes, Synthetic];

    /// <summary>Those of normalizations, masks and residual blocks.</summary>
    public static IReadOnlyList<CalibrationTask> OfLayers { get; } = [Digits, Synthetic, Regression];

    private static CalibrationTask Tumours()
    {
        var (inputs, labels) = Read("breast_cancer.csv", header: true);
        Standardizer.Fit(inputs, 30).Apply(inputs);
        var share = labels.Average();
        var entropy = -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share));
        return new("breast cancer", new DataSet<float>(inputs, labels, 30), "30", 1, Loss.BinaryCrossEntropy, entropy);
    }

    private static CalibrationTask Flowers()
    {
        var (inputs, labels) = Read("iris.csv", header: true);
        Standardizer.Fit(inputs, 4).Apply(inputs);
        return Classes("iris", new DataSet<int>(inputs, Array.ConvertAll(labels, static label => (int)label), 4), "4", 3);
    }

    private static CalibrationTask Patients()
    {
        var (inputs, targets) = Read("diabetes.txt", header: false);
        Standardizer.Fit(inputs, 10).Apply(inputs);
        Standardizer.Fit(targets, 1).Apply(targets);
        return new("diabetes", new DataSet<float>(inputs, targets, 10), "10", 1, Loss.MeanSquaredError, 1);
    }

    private static CalibrationTask Points()
    {
        const int Classes = 4;
        var (inputs, scores) = Teach(Classes);
        var labels = Array.ConvertAll(scores, static values => Array.IndexOf(values, values.Max()));
        return CalibrationTasks.Classes("synthetic", new DataSet<int>(inputs, labels, Width), "16", Classes);
    }

    private static CalibrationTask Curve()
    {
        var (inputs, scores) = Teach(1);
        var targets = Array.ConvertAll(scores, static values => (float)values[0]);
        Standardizer.Fit(targets, 1).Apply(targets);
        return new("regression", new DataSet<float>(inputs, targets, Width), "16", 1, Loss.MeanSquaredError, 1);
    }

    /// <summary>Points, and what a small random network gives for each.</summary>
    private static (float[] Inputs, double[][] Scores) Teach(int outputs)
    {
        const int Hidden = 8;
        var random = new Random(5);
        var teacher = Normal(random, (Width * Hidden) + (Hidden * outputs));
        var inputs = Normal(random, Standard * Width);
        var scores = new double[Standard][];
        for (var point = 0; point < Standard; point++)
        {
            scores[point] = new double[outputs];
            for (var unit = 0; unit < Hidden; unit++)
            {
                var z = 0.0;
                for (var i = 0; i < Width; i++)
                {
                    z += teacher[(unit * Width) + i] * inputs[(point * Width) + i];
                }

                for (var output = 0; output < outputs; output++)
                {
                    scores[point][output] += teacher[(Width * Hidden) + (unit * outputs) + output] * Math.Tanh(z / 2);
                }
            }
        }

        return (inputs, scores);
    }

    private static CalibrationTask Classes(string name, DataSet<int> data, string input, int classes)
    {
        var shares = data.Targets.ToArray().CountBy(static label => label).Select(pair => (double)pair.Value / data.Count);
        return new(name, data, input, classes, Loss.SoftmaxCrossEntropy, -shares.Sum(static share => share * Math.Log(share)));
    }

    private static float[] Normal(Random random, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return values;
    }

    /// <summary>All columns but the last, row by row, and the last.</summary>
    private static (float[] Inputs, float[] Targets) Read(string name, bool header)
    {
        using var resource = typeof(CalibrationTasks).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its data: {name} must be embedded.");
        using var reader = new StreamReader(resource);
        if (header)
        {
            reader.ReadLine();
        }

        var inputs = new List<float>();
        var targets = new List<float>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var row = line.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
            inputs.AddRange(row[..^1].Select(static field => float.Parse(field, CultureInfo.InvariantCulture)));
            targets.Add(float.Parse(row[^1], CultureInfo.InvariantCulture));
        }

        return ([.. inputs], [.. targets]);
    }
}
