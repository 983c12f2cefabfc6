using ScottPlot;

/// <summary>The pictures of the story, in sizes and line widths fit for print.</summary>
internal static class Plots
{
    private const int Width = 1800;
    private const int Height = 1100;
    private const float LineWidth = 4;

    /// <summary>Keeps the left axis's label off the picture's edge.</summary>
    private const float LabelMargin = 16;

    // Where the logistic function's slope is a tenth of its largest, 1/4.
    private static readonly double s_saturation = 2 * Math.Atanh(Math.Sqrt(0.9));

    // Okabe and Ito's colours, which those who do not tell red from green can tell apart.
    private static readonly Color[] s_colors =
    [
        Color.FromHex("#D55E00"), Color.FromHex("#E69F00"), Color.FromHex("#0072B2"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"),
    ];

    /// <summary>The logistic function, its tangent at 0, its derivative, and the regions where hardly any gradient passes.</summary>
    public static void Logistic(string path)
    {
        const double Reach = 8;
        var plot = Create("The logistic function saturates", "pre-activation h", "σ(h), σ′(h)");
        foreach (var (start, end) in ((double, double)[])[(-Reach, -s_saturation), (s_saturation, Reach)])
        {
            var region = plot.Add.HorizontalSpan(start, end);
            region.FillColor = s_colors[0].WithAlpha(0.12);
            region.LineWidth = 0;
            Label(plot, $"saturated: |h| > {s_saturation:F2},\nslope below\na tenth of 1/4", (start + end) / 2, 0.5, s_colors[0]);
        }

        var h = Enumerable.Range(0, 801).Select(static index => (index / 50.0) - Reach).ToArray();
        var sigma = h.Select(static value => 1 / (1 + Math.Exp(-value))).ToArray();
        Line(plot, h, sigma, s_colors[2], "σ(h) = 1 / (1 + e⁻ʰ)");
        Line(plot, h, [.. sigma.Select(static value => value * (1 - value))], s_colors[3], "σ′(h) = σ(h) (1 − σ(h))");
        Line(plot, [-2, 2], [0, 1], Colors.Gray, "tangent at 0: 1/2 + h/4").LinePattern = LinePattern.Dashed;
        plot.Axes.SetLimits(-Reach, Reach, -0.1, 1.1);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericFixedInterval(2);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericFixedInterval(0.25);
        plot.ShowLegend(Alignment.MiddleRight).IsVisible = true;
        plot.Legend.Alignment = Alignment.LowerRight;
        plot.Legend.Margin = new PixelPadding(20, 20, 130, 20);
        plot.SavePng(path, Width, Height);
    }

    /// <summary>How the activations of every layer are distributed at initialization: a ridge a layer, the first on top.</summary>
    public static void Activations(IReadOnlyList<Chapter> story, string path)
    {
        var multiplot = new Multiplot();
        multiplot.AddPlots(story.Count);
        multiplot.Layout = new ScottPlot.MultiplotLayouts.Grid(rows: 1, columns: story.Count);
        for (var index = 0; index < story.Count; index++)
        {
            var plot = multiplot.GetPlot(index);
            Style(plot, story[index].Title, "activation", index == 0 ? "hidden layer (height: square root of the frequency)" : "", 26);
            Ridges(plot, story[index].Activations, s_colors[index]);
        }

        multiplot.SavePng(path, 2400, Height);
    }

    /// <summary>The rms of every layer's weight gradient at initialization, measured and predicted.</summary>
    public static void Gradients(IReadOnlyList<Chapter> story, string path)
    {
        var plot = Create("The gradient at initialization, layer by layer", "layer", "rms of the weights' gradient, one image at a time");
        for (var index = 0; index < story.Count; index++)
        {
            var layers = story[index].AtInitialization.Layers;
            var numbers = Enumerable.Range(1, layers.Length).Select(static number => (double)number).ToArray();
            Line(plot, numbers, [.. layers.Select(static layer => Math.Log10(layer.WeightGradientRms ?? double.NaN))], s_colors[index], story[index].Title, marker: 14);
            Line(plot, numbers, [.. layers.Select(static layer => Math.Log10(layer.Predicted?.WeightGradientRms ?? double.NaN))], s_colors[index], "").LinePattern = LinePattern.Dotted;
        }

        Line(plot, [double.NaN], [double.NaN], Colors.Gray, "predicted by the compiler").LinePattern = LinePattern.Dotted;
        LogarithmicLeftAxis(plot);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericFixedInterval(1);
        plot.Axes.Margins(horizontal: 0.03, vertical: 0.08);
        plot.ShowLegend(Alignment.LowerRight);
        plot.SavePng(path, Width, Height);
    }

    /// <summary>The training loss by epoch.</summary>
    public static void Losses(IReadOnlyList<Chapter> story, string path)
    {
        var plot = Create("Five networks that differ in nothing but activation and initializer", "epoch", "training loss (cross-entropy in nats)");
        for (var index = 0; index < story.Count; index++)
        {
            var epochs = story[index].History.Epochs;
            Line(plot, [.. epochs.Select(static epoch => (double)epoch.Epoch)], [.. epochs.Select(static epoch => Math.Log10(epoch.Loss))], s_colors[index], story[index].Title, marker: 10);
        }

        LogarithmicLeftAxis(plot);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericFixedInterval(2);
        plot.ShowLegend(Alignment.LowerLeft);
        plot.SavePng(path, Width, Height);
    }

    private static void Ridges(Plot plot, IReadOnlyList<float[]> layers, Color color)
    {
        const int Bins = 60;
        var (low, high) = Range(layers);
        for (var layer = layers.Count - 1; layer >= 0; layer--)
        {
            var counts = new double[Bins];
            foreach (var value in layers[layer])
            {
                var bin = (int)((value - low) / (high - low) * Bins);
                if (bin is >= 0 and < Bins)
                {
                    counts[bin]++;
                }
            }

            // Every ridge is as high as the others: the shape is what counts. The square root keeps a spike from hiding all else.
            var largest = counts.Max();
            var baseline = -(layer + 1.0);
            var positions = Enumerable.Range(0, Bins).Select(bin => low + ((bin + 0.5) * (high - low) / Bins)).ToArray();
            var heights = counts.Select(count => baseline + (0.85 * Math.Sqrt(count / largest))).ToArray();
            var fill = plot.Add.FillY(positions, heights, Enumerable.Repeat(baseline, Bins).ToArray());
            fill.FillColor = color.WithAlpha(0.45);
            fill.LineColor = color;
            fill.LineWidth = 2;
        }

        plot.Axes.Left.SetTicks(
            [.. Enumerable.Range(1, layers.Count).Select(static layer => -(double)layer)],
            [.. Enumerable.Range(1, layers.Count).Select(static layer => layer.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        plot.Axes.SetLimits(low, high, -layers.Count - 0.2, 0.1);
    }

    /// <summary>The range of the functions that have one, and up to the last percent of the others' values.</summary>
    private static (double Low, double High) Range(IReadOnlyList<float[]> layers)
    {
        var values = layers.SelectMany(static layer => layer).Order().ToArray();
        return values[^1] > 1 ? (-0.05, values[(int)(0.99 * values.Length)]) : values[0] < 0 ? (-1.02, 1.02) : (-0.02, 1.02);
    }

    private static ScottPlot.Plottables.Scatter Line(Plot plot, double[] x, double[] y, Color color, string label, float marker = 0)
    {
        var line = plot.Add.Scatter(x, y, color);
        (line.LineWidth, line.MarkerSize, line.LegendText) = (LineWidth, marker, label);
        return line;
    }

    private static void Label(Plot plot, string text, double x, double y, Color color)
    {
        var label = plot.Add.Text(text, x, y);
        (label.LabelFontSize, label.LabelFontColor, label.LabelAlignment) = (26, color, Alignment.MiddleCenter);
    }

    private static void LogarithmicLeftAxis(Plot plot)
    {
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            MinorTickGenerator = new ScottPlot.TickGenerators.LogMinorTickGenerator(),
            LabelFormatter = static exponent => exponent == 0 ? "1" : "10" + Superscript((int)Math.Round(exponent)),
        };
    }

    private static string Superscript(int number) => string.Concat(
        number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(static digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static Plot Create(string title, string bottom, string left)
    {
        var plot = new Plot();
        Style(plot, title, bottom, left, 34);
        return plot;
    }

    private static void Style(Plot plot, string title, string bottom, string left, float titleSize)
    {
        plot.Title(title, titleSize);
        plot.XLabel(bottom, 28);
        plot.YLabel(left, 28);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 22;
        plot.Axes.Left.TickLabelStyle.FontSize = 22;
        plot.Axes.Left.MinimumSize = left.Length > 0 ? 130 + LabelMargin : 60;
        plot.Axes.Left.Label.OffsetX = left.Length > 0 ? LabelMargin : 0;
        plot.Legend.FontSize = 24;
        plot.Legend.SymbolWidth = 60;
        plot.Legend.SymbolPadding = 12;
        plot.Font.Set("DejaVu Sans");
    }
}
