using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Discs of soft light, rendered once a size and colour and laid down as images: no blur is ever computed per frame.
/// </summary>
internal sealed class GlowSprites : IDisposable
{
    // 64 sprites of at most 512 × 512 pixels are 64 MB at worst; a lesson uses about ten of 2 MB together.
    const int MostSprites = 64;
    const int LargestRadius = 256;

    readonly Dictionary<(int Radius, uint Color, uint Core), SKImage> sprites = [];
    readonly SKPaint paint = new();

    /// <summary>Lays light down around a point. The colour's alpha is the light's strength.</summary>
    public void Draw(SKCanvas canvas, SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend)
    {
        if (color.Alpha == 0 || radius <= 0) return;
        var scale = canvas.TotalMatrix.ScaleX;
        var sprite = SpriteFor(radius * scale, color.WithAlpha(255), core.WithAlpha(255));
        paint.Color = SKColors.White.WithAlpha(color.Alpha);
        paint.BlendMode = Brushes.BlendOf(blend);
        canvas.DrawImage(sprite, SKRect.Create(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius), new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    SKImage SpriteFor(float radius, SKColor color, SKColor core)
    {
        // Sizes in steps of a fourth of an octave, rounded up: a sprite is only ever made a little smaller.
        var step = (int)Math.Ceiling(Math.Log2(Math.Max(2, radius)) * 4);
        var size = (int)Math.Min(LargestRadius, Math.Ceiling(Math.Pow(2, step / 4.0)));
        var key = (size, (uint)color, (uint)core);
        if (sprites.TryGetValue(key, out var sprite)) return sprite;
        if (sprites.Count >= MostSprites) Clear();
        return sprites[key] = Render(size, color, core);
    }

    static SKImage Render(int radius, SKColor color, SKColor core)
    {
        var side = 2 * radius;
        var pixels = new byte[side * side * 4];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                double dx = (x + 0.5 - radius) / radius, dy = (y + 0.5 - radius) / radius;
                var r = Math.Sqrt(dx * dx + dy * dy);
                if (r >= 1) continue;
                var light = Falloff(r);
                var hot = Math.Pow(1 - r, 9);
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
        return SKImage.FromPixelCopy(new SKImageInfo(side, side, SKColorType.Bgra8888, SKAlphaType.Premul), pixels);
    }

    // Light from a small source: a bright middle, a long tail, and exactly nothing at the rim.
    static double Falloff(double r)
    {
        var edge = 1 - r * r;
        return edge * edge * (0.22 + 0.78 * Math.Exp(-14 * r * r)) / (1 + 2.2 * r);
    }

    void Clear()
    {
        foreach (var sprite in sprites.Values) sprite.Dispose();
        sprites.Clear();
    }

    public void Dispose()
    {
        Clear();
        paint.Dispose();
    }
}
