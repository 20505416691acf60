using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Where things stand while the network is trained: it steps aside for the loss's curve and the tables.</summary>
internal sealed record TrainingLayout
{
    // The counter stands where the plot would have its title.
    const float CounterHeight = 72, PlotRise = 34, Gap = 26;

    public required SKRect Network { get; init; }
    /// <summary>How many epochs have passed, and the loss.</summary>
    public required SKRect Counter { get; init; }
    public required SKRect Plot { get; init; }
    /// <summary>The table below the network.</summary>
    public required SKRect Units { get; init; }
    public required SKRect Predictions { get; init; }

    /// <param name="unitRows">How many rows the table below the network has.</param>
    public static TrainingLayout For(StageLayout stage, int unitRows, int predictionRows)
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
            return new()
            {
                Network = new(body.Left, top, left, bottom - Gap),
                Units = new(body.Left, bottom, between, body.Bottom),
                Counter = new(right, top, body.Right, top + CounterHeight),
                Plot = new(right - 24, top + CounterHeight - PlotRise, body.Right, bottom - Gap),
                Predictions = new(between + gap, bottom, body.Right, body.Bottom),
            };
        }
        var (units, predictions) = (TableHeight(unitRows, body.Height * 0.2f), TableHeight(predictionRows, body.Height * 0.22f));
        var network = top + (body.Bottom - top - units - predictions - CounterHeight - 3 * Gap) * 0.5f;
        var counter = network + 2 * Gap + units;
        return new()
        {
            Network = new(body.Left, top, body.Right, network),
            Units = new(body.Left, network + Gap, body.Right, network + Gap + units),
            Counter = new(body.Left, counter, body.Right, counter + CounterHeight),
            Plot = new(body.Left, counter + CounterHeight - PlotRise, body.Right, body.Bottom - predictions - Gap),
            Predictions = new(body.Left, body.Bottom - predictions, body.Right, body.Bottom),
        };
    }

    static float TableHeight(int rows, float most) => Math.Min(most, 44 + 50 * (rows + 1));
}
