using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Paints a surface as a map: coloured by height, lit from the north-west, with lines of equal height.</summary>
internal static class Relief
{
    // Lines of equal height between the lowest and the highest point.
    const int Levels = 14;

    const float LineWidth = 1.3f;

    // How much light and shade change a colour at most.
    const double Shading = 0.3;

    /// <param name="heights">At even distances over the map, row 0 at its top; at least 2 × 2.</param>
    /// <param name="width">The map's width in pixels.</param>
    /// <param name="height">The map's height in pixels.</param>
    public static Raster Paint(double[,] heights, int width, int height, Palette palette)
    {
        var fine = Enlargement.Of(heights, width, height);
        var (low, high) = (fine.Min(), fine.Max());
        var range = Math.Max(high - low, 1e-12);
        var pixels = new byte[width * height * 4];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                // Slopes in shares of the range a pixel.
                var (dx, dy) = (Slope(x, y, 1, 0), Slope(x, y, 0, 1));
                var share = (fine[y * width + x] - low) / range;
                var color = Lit(ColorAt(share, palette), dx * width, dy * height);
                var steepness = Math.Sqrt(dx * dx + dy * dy);
                // By the root of the height, as the colours: a round valley has its lines at even distances.
                var level = Math.Sqrt(Math.Max(share, 0)) * Levels;
                var distance =
                    Math.Abs(level - Math.Round(level)) / Math.Max(steepness * Levels * Levels / (2 * Math.Max(level, 0.5)), 1e-9);
                if (Math.Round(level) is > 0 and < Levels) color = color.Mixed(palette.Text, 0.34 * Math.Clamp(LineWidth - distance, 0, 1));
                var at = (y * width + x) * 4;
                (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (color.Blue, color.Green, color.Red, 255);
            }
        });
        return new(width, height, ImmutableCollectionsMarshal.AsImmutableArray(pixels));

        double Slope(int x, int y, int alongX, int alongY)
        {
            var (x0, x1) = (Math.Max(0, x - alongX), Math.Min(width - 1, x + alongX));
            var (y0, y1) = (Math.Max(0, y - alongY), Math.Min(height - 1, y + alongY));
            return (fine[y1 * width + x1] - fine[y0 * width + x0]) / range / (x1 - x0 + y1 - y0);
        }
    }

    /// <summary>The colour of a height, from 0 for the lowest to 1 for the highest: the loss is red.</summary>
    public static SKColor ColorAt(double share, Palette palette)
    {
        // Night blue in the valleys, violet and plum on the slopes, and red for the summits alone.
        var between = palette.Negative.Mixed(palette.Error, 0.42);
        ReadOnlySpan<SKColor> colors =
        [
            palette.Background.Mixed(palette.Negative, 0.12), palette.Background.Mixed(palette.Negative, 0.42),
            palette.Background.Mixed(between, 0.46), palette.Background.Mixed(palette.Error, 0.5),
            palette.Background.Mixed(palette.Error, 0.85),
        ];
        // Most of a landscape is low: this spreads what is there over more colours.
        var spread = Math.Pow(Math.Clamp(share, 0, 1), 0.72) * (colors.Length - 1);
        var from = Math.Min((int)spread, colors.Length - 2);
        return colors[from].Mixed(colors[from + 1], spread - from);
    }

    // Lambert's cosine for a surface three times as wide as it is high, under a light from above the left upper corner.
    static SKColor Lit(SKColor color, double dx, double dy)
    {
        const double flatness = 3;
        var light = (dx + dy + flatness * 1.4) / (Math.Sqrt(dx * dx + dy * dy + flatness * flatness) * Math.Sqrt(2 + 1.4 * 1.4));
        const double level = 1.4 / 1.838;
        var change = Math.Clamp((light - level) * 1.6, -1, 1) * Shading;
        return change > 0 ? color.Mixed(SKColors.White, change) : color.Mixed(SKColors.Black, -change);
    }
}
