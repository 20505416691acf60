using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>The ground of a frame: one colour in the middle, softly turning to another at the edges.</summary>
public sealed record Backdrop(SKColor Centre, SKColor Edge)
{
    /// <summary>No ground at all: where nothing is drawn, the picture is transparent.</summary>
    public static Backdrop None { get; } = new(SKColors.Empty, SKColors.Empty);

    public static Backdrop Of(Palette palette) => new(palette.Background, palette.BackgroundEdge);

    internal void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Edge);
    }

    /// <summary>Renders the ground at a size in pixels. Ordered dithering keeps so gentle a slope free of bands.</summary>
    internal SKImage Render(SKSizeI size)
    {
        var pixels = new byte[size.Width * size.Height * 4];
        Parallel.For(0, size.Height, y =>
        {
            var dy = (y + 0.5) / size.Height * 2 - 1;
            for (var x = 0; x < size.Width; x++)
            {
                var dx = (x + 0.5) / size.Width * 2 - 1;
                var share = Math.Min(1, (dx * dx + dy * dy) / 1.6);
                var at = (y * size.Width + x) * 4;
                pixels[at] = Level(Centre.Blue, Edge.Blue);
                pixels[at + 1] = Level(Centre.Green, Edge.Green);
                pixels[at + 2] = Level(Centre.Red, Edge.Red);
                pixels[at + 3] = 255;
                byte Level(byte from, byte to) => (byte)Math.Floor(from + (to - from) * share + Dither.At(x, y));
            }
        });
        return SKImage.FromPixelCopy(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul), pixels);
    }
}
