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

    // Flakes of ash, and how long each falls as a share of the whole; and how far the thud of the lid spreads.
    const int Flakes = 11;
    const double Falling = 0.4, FirstFalls = 0.08, AllFallen = 0.8;
    const float Thud = 44;

    public double Drained => Easing.InOutCubic(Math.Clamp(progress / 0.45, 0, 1));

    public double Ashen => Easing.InOutCubic(Math.Clamp((progress - 0.2) / 0.4, 0, 1));

    public double LidClosed => Easing.InCubic(Math.Clamp((progress - 0.45) / 0.4, 0, 1));

    /// <summary>What is left of the number in it: it has gone before the lid comes to it.</summary>
    public double NumberLeft => Math.Max(0, 1 - 3 * LidClosed);

    /// <summary>How far it is called dead: once its ash has fallen.</summary>
    public double Named => Math.Clamp((progress - AllFallen) / (1 - AllFallen), 0, 1);

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

    /// <summary>What is left of its life falls down as ash, and the lid's thud spreads.</summary>
    /// <param name="fall">How far a flake falls below the disc.</param>
    public void DrawAsh(FrameBuilder frame, SKPoint centre, float radius, float fall, Palette palette, double opacity)
    {
        if (progress is <= 0 or >= 1) return;
        var ash = palette.Background.Mixed(palette.Secondary, 0.8);
        for (var i = 0; i < Flakes; i++)
        {
            var (late, aside) = (Scatter.Of(i), Scatter.AcrossOf(i));
            var fallen = (progress - FirstFalls - (AllFallen - FirstFalls - Falling) * late) / Falling;
            if (fallen is <= 0 or >= 1) continue;
            var at = new SKPoint(
                centre.X + radius * (float)(1.7 * aside - 0.85), centre.Y + radius * 0.8f + fall * (float)Easing.InCubic(fallen));
            frame.Add(new Disc(at, radius * 0.09f, ash.Faded(0.9 * opacity * Math.Sin(Math.PI * fallen))) { Role = RoleOf.Ash });
        }
        if (Named > 0)
            frame.Add(new Ring(
                centre, radius + Thud * (float)Easing.OutCubic(Named), 3, ash.Faded(0.7 * opacity * (1 - Named))));
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
