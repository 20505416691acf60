using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>The ground of a frame: one colour in the middle, softly turning to another at the edges.</summary>
public sealed record Backdrop(SKColor Centre, SKColor Edge)
{
    /// <summary>No ground at all: where nothing is drawn, the picture is transparent.</summary>
    public static Backdrop None { get; } = new(SKColors.Empty, SKColors.Empty);

    public static Backdrop Of(Palette palette) => new(palette.Background, palette.BackgroundEdge);

    /// <summary>Paints the ground as a gradient over a whole stage, for what is not made of pixels.</summary>
    internal void Paint(SKCanvas canvas, SKSize stage)
    {
        // The colours turn with the square of the distance from the middle (see Render): straight pieces follow that closely.
        const int Pieces = 16;
        var stops = Enumerable.Range(0, Pieces + 1).Select(i => (float)i / Pieces).ToArray();
        SKColor[] colors = [.. stops.Select(r => Centre.Mixed(Edge, r * r))];
        using var gradient = SKShader.CreateRadialGradient(
            new(0, 0), MathF.Sqrt(SquaredReach), colors, stops, SKShaderTileMode.Clamp,
            SKMatrix.CreateScaleTranslation(stage.Width / 2, stage.Height / 2, stage.Width / 2, stage.Height / 2));
        using var paint = new SKPaint { Shader = gradient };
        canvas.DrawRect(SKRect.Create(stage), paint);
    }

    internal void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Centre);
        hash.Add(Edge);
    }

    // Where the colours end, in halves of a side and squared: the corners are a little farther.
    const float SquaredReach = 1.6f;

    // How far each pixel of a row or column lies from the middle, as a share of that.
    static float[] Squares(int pixels)
    {
        var squares = new float[pixels];
        for (var i = 0; i < pixels; i++)
        {
            var d = (i + 0.5) / pixels * 2 - 1;
            squares[i] = (float)(d * d / SquaredReach);
        }
        return squares;
    }

    /// <summary>Renders the ground at a size in pixels. Ordered dithering keeps so gentle a slope free of bands.</summary>
    /// <returns>BGRA, opaque, rows of 4 × width bytes.</returns>
    internal byte[] Render(SKSizeI size)
    {
        var pixels = new byte[size.Width * size.Height * 4];
        var across = Squares(size.Width);
        var down = Squares(size.Height);
        Parallel.For(0, size.Height, y =>
        {
            Span<float> dithers = stackalloc float[Dither.Side];
            for (var x = 0; x < Dither.Side; x++) dithers[x] = (float)Dither.At(x, y);
            var row = MemoryMarshal.Cast<byte, uint>(pixels.AsSpan(y * size.Width * 4, size.Width * 4));
            for (var x = 0; x < row.Length; x++)
            {
                var share = Math.Min(1, across[x] + down[y]);
                var dither = dithers[x % Dither.Side];
                row[x] =
                    255u << 24 | Level(Centre.Red, Edge.Red) << 16 | Level(Centre.Green, Edge.Green) << 8 | Level(Centre.Blue, Edge.Blue);
                uint Level(byte from, byte to) => (uint)(from + (to - from) * share + dither);
            }
        });
        return pixels;
    }
}
