using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// How a unit dies, or has died: what filled it drains, it turns to ash, and a lid closes on it, through which nothing goes in or out.
/// </summary>
/// <param name="progress">0: alive; 1: closed for good.</param>
internal readonly struct Death(double progress)
{
    // Along an arc of the lid's rim.
    const int RimPoints = 24;

    public double Drained => Easing.InOutCubic(Math.Clamp(progress / 0.45, 0, 1));

    public double Ashen => Easing.InOutCubic(Math.Clamp((progress - 0.2) / 0.4, 0, 1));

    public double LidClosed => Easing.InCubic(Math.Clamp((progress - 0.5) / 0.5, 0, 1));

    /// <summary>The last flare, before all light has gone.</summary>
    public double Flare => Math.Sin(Math.PI * Math.Clamp(progress / 0.5, 0, 1));

    public static SKColor Ash(Palette palette) => palette.Background.Mixed(palette.Secondary, 0.24);

    /// <summary>Two halves that come from above and below and meet in the middle.</summary>
    public void DrawLid(FrameBuilder frame, SKPoint centre, float radius, Palette palette, double opacity)
    {
        var closed = LidClosed;
        if (closed <= 0.01) return;
        const float seam = 3;
        var (iron, edge) = (palette.Background.Mixed(palette.Secondary, 0.42), palette.Background.Mixed(palette.Secondary, 0.75));
        foreach (var side in new[] { -1, 1 })
            frame.Add(new Polygon(Half(centre, radius - 1, side, (float)closed), iron.Faded(opacity)) { Role = RoleOf.Lid });
        var meets = radius * (1 - (float)closed);
        var reach = MathF.Sqrt(Math.Max(0, radius * radius - meets * meets)) - seam;
        foreach (var y in meets < 1 ? new[] { 0f } : [-meets, meets])
            frame.Add(new Line(
                new(centre.X - reach, centre.Y + y), new(centre.X + reach, centre.Y + y), seam, palette.Background.Faded(opacity)));
        frame.Add(new Ring(centre, radius, 4, edge.Faded(opacity * closed)));
    }

    // The part of a disc that is farther from its middle than the lid's edge.
    static Points Half(SKPoint centre, float radius, int side, float closed)
    {
        var half = MathF.Acos(1 - closed);
        return Points.Create([.. Enumerable.Range(0, RimPoints + 1).Select(i =>
        {
            var (sin, cos) = MathF.SinCos(half * (2f * i / RimPoints - 1));
            return new SKPoint(centre.X + radius * sin, centre.Y + side * radius * cos);
        })]);
    }
}
