using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Where things stand while the network is trained: it steps aside for the loss's curve and the tables.</summary>
internal sealed record TrainingLayout
{
    // The counter stands where the plot would have its title.
    const float PlotRise = 34, Gap = 26;

    // Of a picture beside the network: its share of the width, and how wide it may be for its height.
    const float PictureShare = 0.5f, WidestPicture = 1.16f, LowestPicture = 0.86f;

    // What the axes of a picture and its key take of its width and height, and what the lines' legend takes below the network.
    const float AxesWidth = 128, AxesHeight = 180, LegendHeight = 30;

    public required SKRect Network { get; init; }
    /// <summary>How many epochs have passed, the loss, and how much is right.</summary>
    public required SKRect Counter { get; init; }
    /// <summary>The loss's curve.</summary>
    public required SKRect Plot { get; init; }
    /// <summary>The table below the network; empty where there is a picture.</summary>
    public SKRect Units { get; init; }
    /// <summary>The other table; empty where there is a picture.</summary>
    public SKRect Predictions { get; init; }
    /// <summary>What learning is seen by, instead of tables; empty where there are tables.</summary>
    public SKRect Picture { get; init; }

    /// <summary>A large picture beside the network, or below it.</summary>
    /// <param name="rowsIn">How many rows the readouts take in a room of some width.</param>
    public static TrainingLayout WithPicture(StageLayout stage, Func<float, int> rowsIn)
    {
        var body = stage.Body;
        var top = body.Top + (stage.IsWide ? 0 : 16);
        if (stage.IsWide)
        {
            const float gap = 44, plot = 256;
            var width = Math.Min(PictureShare * body.Width, (body.Height - AxesHeight) * WidestPicture + AxesWidth);
            var height = Math.Min(body.Height, (width - AxesWidth) / LowestPicture + AxesHeight);
            var right = body.Right - width - gap;
            var readouts = Readouts.RowHeight * rowsIn(right - body.Left);
            var counter = body.Bottom - plot + PlotRise - readouts;
            return new()
            {
                Network = new(body.Left, top, right, counter - Gap - LegendHeight),
                Counter = SKRect.Create(body.Left, counter, right - body.Left, readouts),
                Plot = new(body.Left - 24, body.Bottom - plot, right, body.Bottom),
                Picture = SKRect.Create(body.Right - width, top, width, height),
            };
        }
        if (body.Height > body.Width * 1.2f)
        {
            var readouts = Readouts.RowHeight * rowsIn(body.Width);
            var network = top + (body.Bottom - top) * 0.26f;
            var picture = network + LegendHeight + Gap;
            var counter = picture + (body.Bottom - top) * 0.44f + Gap;
            return new()
            {
                Network = new(body.Left, top, body.Right, network),
                Picture = new(body.Left - 24, picture, body.Right, counter - Gap),
                Counter = SKRect.Create(body.Left, counter, body.Width, readouts),
                Plot = new(body.Left - 24, counter + readouts - PlotRise, body.Right, body.Bottom),
            };
        }
        // Four quarters, the picture's the largest.
        var left = body.Left + body.Width * 0.42f;
        var upper = Math.Min((body.Bottom - top) * 0.68f, (body.Right - left - AxesWidth) / LowestPicture + AxesHeight);
        var lower = top + upper + Gap;
        return new()
        {
            Network = new(body.Left, top, left, top + upper - LegendHeight),
            Picture = new(left, top, body.Right, top + upper),
            Counter = SKRect.Create(body.Left, lower + Gap, left - body.Left, Readouts.RowHeight * rowsIn(left - body.Left)),
            Plot = new(left, lower - PlotRise, body.Right, body.Bottom),
        };
    }

    /// <summary>Tables below the network and below the loss's curve.</summary>
    /// <param name="unitRows">How many rows the table below the network has; 0 for no table.</param>
    /// <param name="predictionRows">How many rows the other table has.</param>
    /// <param name="rowsIn">How many rows the readouts take in a room of some width.</param>
    public static TrainingLayout WithTables(StageLayout stage, int unitRows, int predictionRows, Func<float, int> rowsIn)
    {
        var body = stage.Body;
        var tall = body.Height > body.Width * 1.2f;
        // The layers' names keep clear of a header above them.
        var top = body.Top + (stage.IsWide ? 0 : 16);
        if (!tall)
        {
            var gap = stage.IsWide ? 84f : 36f;
            var (left, right) = (body.MidX - gap / 2 + (stage.IsWide ? 40 : 0), body.MidX + gap / 2 + (stage.IsWide ? 40 : 0));
            var bottom = body.Bottom - Math.Max(TableHeight(unitRows, body.Height * 0.4f), TableHeight(predictionRows, body.Height * 0.4f));
            // Where it is narrow, the table of more columns takes more of the width.
            var between = stage.IsWide ? left : body.Left + body.Width * 0.64f;
            var plot = top + Readouts.RowHeight * rowsIn(body.Right - right);
            return new()
            {
                Network = new(body.Left, top, left, unitRows == 0 && stage.IsWide ? body.Bottom - LegendHeight : bottom - Gap),
                Units = unitRows == 0 ? default : new(body.Left, bottom, between, body.Bottom),
                Counter = new(right, top, body.Right, plot),
                Plot = new(right - 24, plot - PlotRise, body.Right, bottom - Gap),
                Predictions = new(
                    unitRows > 0 ? between + gap : stage.IsWide ? right : body.Left, bottom, body.Right, body.Bottom),
            };
        }
        var (units, predictions) = (
            unitRows == 0 ? 0 : Gap + TableHeight(unitRows, body.Height * 0.2f), TableHeight(predictionRows, body.Height * 0.22f));
        var readouts = Readouts.RowHeight * rowsIn(body.Width);
        var network = top + (body.Bottom - top - units - predictions - readouts - 2 * Gap) * 0.62f;
        var counter = network + Gap + units;
        return new()
        {
            Network = new(body.Left, top, body.Right, network),
            Units = unitRows == 0 ? default : new(body.Left, network + Gap, body.Right, network + units),
            Counter = new(body.Left, counter, body.Right, counter + readouts),
            Plot = new(body.Left, counter + readouts - PlotRise, body.Right, body.Bottom - predictions - Gap),
            Predictions = new(body.Left, body.Bottom - predictions, body.Right, body.Bottom),
        };
    }

    static float TableHeight(int rows, float most) => Math.Min(most, NumberTable.HeightOf(rows));
}
