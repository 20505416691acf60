using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Discs of soft light, rendered once a size and colour and laid down as images, pixel for pixel: no blur is ever computed per frame.
/// </summary>
internal sealed class GlowSprites : IDisposable
{
    // Sprites beyond this many bytes together are rendered anew; a lesson uses about 2 MB.
    const int MostBytes = 16 << 20;
    // Pixels; larger light is a sprite that is stretched.
    const int LargestRadius = 384;
    // Sizes an octave: each is 4 % larger than the one before, which no one can tell.
    const int Sizes = 16;
    // Positions a pixel: exact in binary, so that nothing is stretched by a rounding error.
    const float Steps = 16;

    readonly Dictionary<(int Size, uint Color, uint Core), Sprite> sprites = [];
    readonly SKPaint paint = new();
    int bytes;

    // The light ends this many pixels from the image's middle; around it is a border of one clear pixel.
    sealed record Sprite(SKImage Image, float Radius);

    /// <summary>Lays light down around a point. The colour's alpha is the light's strength.</summary>
    public void Draw(SKCanvas canvas, SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend)
    {
        if (color.Alpha == 0 || radius <= 0) return;
        paint.Color = SKColors.White.WithAlpha(color.Alpha);
        paint.BlendMode = Brushes.BlendOf(blend);
        var matrix = canvas.TotalMatrix;
        var (middle, reach) = (matrix.MapPoint(centre), radius * matrix.ScaleX);
        var sprite = SpriteFor(reach, color.WithAlpha(255), core.WithAlpha(255));
        canvas.Save();
        canvas.ResetMatrix();
        if (reach <= LargestRadius) LayDown(canvas, sprite, middle);
        else Stretch(canvas, sprite, middle, reach);
        canvas.Restore();
    }

    // Over whole pixels: the image lies somewhere between two of them, and its clear border is cut to fit.
    void LayDown(SKCanvas canvas, Sprite sprite, SKPoint middle)
    {
        var half = sprite.Image.Width / 2f;
        float x = MathF.Round((middle.X - half) * Steps) / Steps, y = MathF.Round((middle.Y - half) * Steps) / Steps;
        float left = MathF.Ceiling(x), top = MathF.Ceiling(y), side = sprite.Image.Width - 1;
        canvas.DrawImage(sprite.Image, SKRect.Create(left - x, top - y, side, side), SKRect.Create(left, top, side, side), new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    void Stretch(SKCanvas canvas, Sprite sprite, SKPoint middle, float reach)
    {
        var half = sprite.Image.Width / 2f * reach / sprite.Radius;
        canvas.DrawImage(sprite.Image, new SKRect(middle.X - half, middle.Y - half, middle.X + half, middle.Y + half), new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    Sprite SpriteFor(float reach, SKColor color, SKColor core)
    {
        // Rounded down, so that the light stays inside its bounds.
        var size = (int)MathF.Floor(MathF.Log2(Math.Clamp(reach, 1, LargestRadius)) * Sizes);
        var key = (size, (uint)color, (uint)core);
        if (sprites.TryGetValue(key, out var sprite)) return sprite;
        sprite = Render(MathF.Pow(2, (float)size / Sizes), color, core);
        if (bytes + sprite.Image.Info.BytesSize > MostBytes) Clear();
        bytes += sprite.Image.Info.BytesSize;
        return sprites[key] = sprite;
    }

    static Sprite Render(float radius, SKColor color, SKColor core)
    {
        // The light from the middle to the rim, in so small steps that none shows.
        const int steps = 2048;
        Span<(double Light, double Hot)> falloff = stackalloc (double, double)[steps + 1];
        for (var i = 0; i <= steps; i++) falloff[i] = (Falloff((double)i / steps), Math.Pow(1 - (double)i / steps, 9));

        var side = 2 * (int)MathF.Ceiling(radius) + 2;
        var pixels = new byte[side * side * 4];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                double dx = x + 0.5 - side / 2, dy = y + 0.5 - side / 2;
                var r = Math.Sqrt(dx * dx + dy * dy) / radius;
                if (r >= 1) continue;
                var (light, hot) = falloff[(int)(r * steps + 0.5)];
                var at = (y * side + x) * 4;
                var dither = Dither.At(x, y);
                // The dither is at most one level, and never lifts a channel above its alpha.
                var alpha = Math.Floor(255 * light + dither);
                pixels[at] = Channel(color.Blue, core.Blue);
                pixels[at + 1] = Channel(color.Green, core.Green);
                pixels[at + 2] = Channel(color.Red, core.Red);
                pixels[at + 3] = (byte)Math.Min(255, alpha);
                byte Channel(byte outer, byte inner) => (byte)Math.Min(alpha, Math.Floor((outer + (inner - outer) * hot) * light + dither));
            }
        return new(SKImage.FromPixelCopy(new SKImageInfo(side, side, SKColorType.Bgra8888, SKAlphaType.Premul), pixels), radius);
    }

    // Light from a small source: a bright middle, a long tail, and exactly nothing at the rim.
    static double Falloff(double r)
    {
        var edge = 1 - r * r;
        return edge * edge * (0.22 + 0.78 * Math.Exp(-14 * r * r)) / (1 + 2.2 * r);
    }

    void Clear()
    {
        foreach (var sprite in sprites.Values) sprite.Image.Dispose();
        sprites.Clear();
        bytes = 0;
    }

    public void Dispose()
    {
        Clear();
        paint.Dispose();
    }
}
