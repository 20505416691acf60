using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A packet of light on its way: a hot head, and a tail that thins out behind it.</summary>
/// <param name="Tail">Where the tail has faded to nothing.</param>
/// <param name="Width">The head's diameter.</param>
/// <param name="Color">The light's colour; its alpha is its strength.</param>
/// <param name="Core">The colour of the head's hot middle.</param>
/// <param name="Haze">Whether the tail has its wide, faint outer layer too, which many comets side by side turn into fog.</param>
public sealed record Comet(SKPoint Head, SKPoint Tail, float Width, SKColor Color, SKColor Core, GlowBlend Blend, bool Haze = true) : DrawItem
{
    // The head's light reaches this many widths from its middle.
    const float Halo = 2.6f;

    // A soft tail is three tapering layers: its width in head widths, and its share of the strength.
    static readonly (float Width, double Strength)[] layers = [(0.34f, 0.9), (0.95f, 0.34), (2.1f, 0.15)];

    ReadOnlySpan<(float Width, double Strength)> Layers => Haze ? layers : layers.AsSpan(..^1);

    Capsule Reach => new(Head, Tail, Width * Halo);

    public override SKRect Bounds(FontShelf fonts) => Reach.Bounds;

    internal override (float Left, float Right) ReachBetween(float top, float bottom) => Reach.Between(top, bottom);

    internal override void Paint(SKCanvas canvas, Brushes brushes)
    {
        var along = Head - Tail;
        var length = MathF.Sqrt(along.X * along.X + along.Y * along.Y);
        if (length > 1)
        {
            var across = new SKPoint(-along.Y / length, along.X / length);
            using var light = brushes.Tail(Color).WithLocalMatrix(new(along.X, -along.Y, Tail.X, along.Y, along.X, Tail.Y, 0, 0, 1));
            foreach (var (width, strength) in Layers) PaintTail(canvas, brushes.Fill(light, Color.Faded(strength).Alpha, Brushes.BlendOf(Blend)), across, Width * width / 2);
        }
        brushes.Sprites.Draw(canvas, Head, Width * Halo, Color, Core, Blend);
        canvas.DrawCircle(Head, Width * 0.24f, brushes.Fill(Core.WithAlpha(Color.Alpha)));
    }

    void PaintTail(SKCanvas canvas, SKPaint light, SKPoint across, float half)
    {
        // From the tail's tip to one side of the head, round the front of it, and back.
        var angle = MathF.Atan2(across.Y, across.X) * 180 / MathF.PI;
        using var builder = new SKPathBuilder();
        builder.MoveTo(Tail);
        builder.LineTo(Head.X + across.X * half, Head.Y + across.Y * half);
        builder.ArcTo(new SKRect(Head.X - half, Head.Y - half, Head.X + half, Head.Y + half), angle, -180, false);
        builder.Close();
        using var path = builder.Detach();
        canvas.DrawPath(path, light);
    }

    internal override void Describe(ref FingerprintBuilder hash)
    {
        hash.Add(Head);
        hash.Add(Tail);
        hash.Add(Width);
        hash.Add(Color);
        hash.Add(Core);
        hash.Add((ulong)Blend);
        hash.Add(Haze ? 1ul : 0);
    }
}
