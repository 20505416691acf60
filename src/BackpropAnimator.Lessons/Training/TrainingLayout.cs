using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Where things stand while the network is trained: it steps aside for the loss's curve and the tables.</summary>
internal sealed record TrainingLayout
{
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
        const float counter = 72, between = 26;
        if (!tall)
        {
            var gap = stage.IsWide ? 84f : 40f;
            var middle = body.MidX + (stage.IsWide ? 40 : 0);
            var table = Math.Max(TableHeight(unitRows, body.Height * 0.4f), TableHeight(predictionRows, body.Height * 0.4f));
            var bottom = body.Bottom - table;
            return new()
            {
                Network = new(body.Left, body.Top, middle - gap / 2, bottom - between),
                Units = new(body.Left, bottom, middle - gap / 2, body.Bottom),
                Counter = new(middle + gap / 2, body.Top, body.Right, body.Top + counter),
                Plot = new(middle + gap / 2 - 24, body.Top + counter, body.Right, bottom - between),
                Predictions = new(middle + gap / 2, bottom, body.Right, body.Bottom),
            };
        }
        var (units, predictions) = (TableHeight(unitRows, body.Height * 0.2f), TableHeight(predictionRows, body.Height * 0.22f));
        var rest = body.Height - units - predictions - counter - 3 * between;
        var network = body.Top + rest * 0.5f;
        return new()
        {
            Network = new(body.Left, body.Top, body.Right, network),
            Units = new(body.Left, network + between, body.Right, network + between + units),
            Counter = new(body.Left, network + between * 2 + units, body.Right, network + between * 2 + units + counter),
            Plot = new(body.Left, network + between * 2 + units + counter, body.Right, body.Bottom - predictions - between),
            Predictions = new(body.Left, body.Bottom - predictions, body.Right, body.Bottom),
        };
    }

    static float TableHeight(int rows, float most) => Math.Min(most, 44 + 50 * (rows + 1));
}
