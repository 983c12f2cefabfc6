using ScottPlot;
using ScottPlot.TickGenerators;

namespace NetGen.Benchmarks.Scaling;

/// <summary>Step time and share of the peak, a column a series, both axes logarithmic but that of the share.</summary>
internal static class ScalingPlot
{
    private const int PanelWidth = 900;
    private const int PanelHeight = 620;

    // Okabe and Ito's, which those who do not tell red from green can tell apart.
    private static readonly Color s_time = Color.FromHex("#0072B2");
    private static readonly Color s_share = Color.FromHex("#D55E00");

    /// <summary>Draws and saves.</summary>
    public static void Save(ScalingSection section, string path)
    {
        var series = section.Results.GroupBy(static result => result.Point.Series).ToList();
        var multiplot = new Multiplot();
        multiplot.AddPlots(2 * series.Count);
        multiplot.Layout = new ScottPlot.MultiplotLayouts.Grid(rows: 2, columns: series.Count);
        for (var column = 0; column < series.Count; column++)
        {
            double[] sizes = [.. series[column].Select(static result => Math.Log2(result.Point.Value))];
            var times = multiplot.GetPlot(column);
            Line(times, sizes, [.. series[column].Select(static result => Math.Log10(result.Seconds))], s_time);
            Style(times, series[column].Key, "seconds a step", series[column]);
            times.Axes.Left.TickGenerator = Labels(Enumerable.Range(-8, 9).Select(static power => ((double)power, Report.Words.Time(Math.Pow(10, power)))));

            var shares = multiplot.GetPlot(series.Count + column);
            Line(shares, sizes, [.. series[column].Select(static result => 100 * result.Share)], s_share);
            Style(shares, series[column].Key, "% of peak", series[column]);
            shares.Axes.SetLimitsY(0, Math.Max(100, 105 * series[column].Max(static result => result.Share)));
        }

        multiplot.SavePng(path, PanelWidth * series.Count, 2 * PanelHeight);
    }

    private static void Line(Plot plot, double[] x, double[] y, Color color)
    {
        var line = plot.Add.Scatter(x, y, color);
        line.LineWidth = 3;
        line.MarkerSize = 10;
    }

    private static void Style(Plot plot, string horizontal, string vertical, IEnumerable<ScalingResult> results)
    {
        plot.XLabel(horizontal, 26);
        plot.YLabel(vertical, 26);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 20;
        plot.Axes.Left.TickLabelStyle.FontSize = 20;
        var powers = results.Select(static result => Math.Log2(result.Point.Value)).ToList();
        plot.Axes.Bottom.TickGenerator = Labels(Enumerable.Range((int)powers.Min(), (int)powers.Max() - (int)powers.Min() + 1).Select(static power => ((double)power, (1 << power).ToString())));
        plot.HideGrid();
        plot.Grid.MajorLineColor = Colors.Gray.WithAlpha(0.25);
        plot.Grid.IsVisible = true;
    }

    private static NumericManual Labels(IEnumerable<(double Position, string Label)> labels)
    {
        var ticks = new NumericManual();
        foreach (var (position, label) in labels)
        {
            ticks.AddMajor(position, label);
        }

        return ticks;
    }
}
