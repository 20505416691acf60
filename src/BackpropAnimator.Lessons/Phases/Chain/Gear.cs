using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A gear wheel with a mark, so that one sees how far it has turned.</summary>
internal static class Gear
{
    const int Teeth = 12;
    const float ToothDepth = 0.16f;

    /// <param name="turned">Clockwise, in degrees.</param>
    /// <param name="light">How bright it shines, 0 to 1.</param>
    public static void Draw(
        FrameBuilder frame, SKPoint centre, float radius, double turned, SKColor color, double light, Palette palette, double opacity)
    {
        if (light > 0.01) frame.Add(new Glow(centre, radius * 2.1f, color.Faded(0.8 * light * opacity), color, palette.GlowBlend));
        var fill = palette.NeuronFill.Mixed(color, 0.14 + 0.2 * light);
        frame.Add(new Polygon(Outline(centre, radius, turned), palette.Rest.Mixed(color, 0.35 + 0.65 * light).Faded(opacity)));
        frame.Add(new Disc(centre, radius * (1 - ToothDepth) - 7, palette.Background.Faded(opacity)));
        frame.Add(new Disc(centre, radius * (1 - ToothDepth) - 7, fill.Faded(opacity)));
        var (sin, cos) = Math.SinCos(turned * Math.PI / 180);
        var along = new SKPoint((float)sin, -(float)cos);
        var rim = radius * (1 - ToothDepth) - 12;
        frame.Add(new Line(
            new(centre.X + along.X * rim * 0.62f, centre.Y + along.Y * rim * 0.62f),
            new(centre.X + along.X * rim, centre.Y + along.Y * rim), 6, palette.Text.Faded(opacity)));
    }

    static Points Outline(SKPoint centre, float radius, double turned)
    {
        // Four points a tooth: up its flank, along its top, down, along the root.
        var points = new SKPoint[Teeth * 4];
        for (var i = 0; i < points.Length; i++)
        {
            var share = i / 4 + new[] { 0.04, 0.14, 0.42, 0.52 }[i % 4];
            var r = i % 4 is 1 or 2 ? radius : radius * (1 - ToothDepth);
            var angle = turned * Math.PI / 180 + 2 * Math.PI * share / Teeth;
            points[i] = new(centre.X + r * (float)Math.Sin(angle), centre.Y - r * (float)Math.Cos(angle));
        }
        return Points.Create(points);
    }
}
