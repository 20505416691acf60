using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A gear wheel whose teeth fit into the gaps of one that it meshes with.</summary>
internal static class Gear
{
    // In modules: how far a tooth reaches beyond the pitch circle and below it, and how much narrower it is than the gap that it stands in.
    const double Addendum = 0.7, Dedendum = 1.05, Play = 0.3;

    // Of the teeth's flanks, in degrees: wide enough for wheels of few teeth to mesh with large ones.
    const double PressureAngle = 24;

    // Points along a flank, and half of the part of the rim that no other wheel comes to, in degrees.
    const int FlankPoints = 5;
    const double Seam = 28, SeamAt = 40;

    const float Rim = 3.5f;

    /// <param name="wheel">Which wheel it is.</param>
    /// <param name="direction">Of the line through all wheels, in degrees clockwise from the top.</param>
    /// <param name="module">Stage units to a module.</param>
    /// <param name="turned">How far the first wheel has turned, in degrees.</param>
    /// <param name="light">How bright it shines, 0 to 1.</param>
    public static void Draw(
        FrameBuilder frame, GearWheel wheel, SKPoint centre, double direction, float module, double turned, SKColor color, double light,
        Palette palette, double opacity)
    {
        var radius = module * (float)wheel.Radius;
        turned = direction + turned * wheel.Turn;
        if (light > 0.01)
            frame.Add(new Glow(centre, radius * 1.9f, color.Faded(0.7 * light * opacity), color, palette.GlowBlend));
        var (edge, fill) = (palette.Rest.Mixed(color, 0.45 + 0.55 * light), palette.Background.Mixed(color, 0.2 + 0.22 * light));
        frame.Add(new Polygon(Outline(wheel, centre, module, turned, 0), edge.Faded(opacity)) { Role = RoleOf.Gear });
        frame.Add(new Polygon(Outline(wheel, centre, module, turned, Rim), fill.Faded(opacity)));
        DrawSpokes(frame, centre, radius - (float)Dedendum * module, turned, palette.Background.Mixed(color, 0.05), edge, opacity);
    }

    // Round holes, an axle: a wheel of one piece would not be seen to turn.
    static void DrawSpokes(FrameBuilder frame, SKPoint centre, float root, double turned, SKColor hole, SKColor edge, double opacity)
    {
        const float smallestWithHoles = 34;
        const int holes = 5;
        if (root >= smallestWithHoles)
            for (var i = 0; i < holes; i++)
            {
                var at = Around(centre, root * 0.52, turned + 360.0 * (i + 0.5) / holes);
                frame.Add(new Disc(at, root * 0.19f, hole.Faded(opacity)));
                frame.Add(new Ring(at, root * 0.19f, 2, edge.Faded(0.6 * opacity)));
            }
        frame.Add(new Disc(centre, Math.Max(5, root * 0.13f), hole.Faded(opacity)));
        frame.Add(new Ring(centre, Math.Max(5, root * 0.13f), 3, edge.Faded(opacity)));
    }

    /// <summary>How far it has turned since it was at rest: an arc from the mark at the top, and the mark.</summary>
    /// <param name="turned">Clockwise, in degrees.</param>
    public static void DrawTurn(
        FrameBuilder frame, SKPoint centre, float pitchRadius, float module, double turned, SKColor color, Palette palette, double opacity)
    {
        var root = pitchRadius - (float)Dedendum * module;
        var arc = root - 11;
        frame.Add(new Ring(centre, arc, 7, palette.Rest.Faded(0.45 * opacity)));
        if (Math.Abs(turned) > 0.05)
            frame.Add(new Ring(centre, arc, 7, color.Faded(opacity), (float)Math.Min(0, turned), (float)Math.Abs(turned)));
        frame.Add(new Line(Around(centre, root * 0.2, turned), Around(centre, root - 4, turned), 6, palette.Text.Faded(opacity))
        {
            Role = RoleOf.GearMark,
        });
    }

    static SKPoint Around(SKPoint centre, double radius, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(centre.X + (float)(radius * sin), centre.Y - (float)(radius * cos));
    }

    /// <param name="inset">Stage units by which the outline is drawn in.</param>
    static Points Outline(GearWheel wheel, SKPoint centre, float module, double turned, float inset)
    {
        var (tip, root) = (wheel.Radius + Addendum - inset / module, wheel.Radius - Dedendum - inset / module);
        Span<(double Radius, double Half)> flank = stackalloc (double, double)[FlankPoints];
        for (var k = 0; k < FlankPoints; k++)
        {
            var r = root + (tip - root) * k / (FlankPoints - 1);
            flank[k] = (r * module, Math.Max(0.3, HalfWidth(wheel.Radius, r) - inset / module / r * 180 / Math.PI));
        }
        var teeth = TeethOf(wheel);
        var points = new SKPoint[teeth.Count * 2 * FlankPoints];
        for (var i = 0; i < teeth.Count; i++)
            for (var k = 0; k < FlankPoints; k++)
            {
                var (r, half) = flank[k];
                points[2 * FlankPoints * i + k] = Around(centre, r, turned + teeth[i] - half);
                points[2 * FlankPoints * (i + 1) - 1 - k] = Around(centre, r, turned + teeth[i] + half);
            }
        return Points.Create(points);
    }

    // Half a tooth's width at a radius, in degrees: flanks are involutes of a circle, which roll on each other.
    static double HalfWidth(double pitchRadius, double radius)
    {
        const double pressure = PressureAngle * Math.PI / 180;
        var cosine = Math.Min(1, pitchRadius * Math.Cos(pressure) / radius);
        var angle = Math.Acos(cosine);
        var onPitchCircle = (Math.PI / 4 - Play / 4) / pitchRadius;
        return (onPitchCircle + Math.Tan(pressure) - pressure - (Math.Tan(angle) - angle)) * 180 / Math.PI;
    }

    // Where its teeth are at rest, in degrees from the line's direction. A pitch circle of any size is no whole number of teeth: what is
    // missing or left over is shared by those that never come to another wheel, while all turn by less than a third.
    static List<double> TeethOf(GearWheel wheel)
    {
        var seam = Math.Sign(wheel.Turn) * SeamAt;
        var first = wheel.Phase + wheel.Pitch * Math.Ceiling((seam + Seam - wheel.Phase) / wheel.Pitch);
        var count = (int)Math.Floor((seam + 360 - Seam - first) / wheel.Pitch) + 1;
        List<double> teeth = [.. Enumerable.Range(0, count).Select(i => first + i * wheel.Pitch)];
        var left = first + 360 - teeth[^1];
        var more = Math.Max(1, (int)Math.Round(left / wheel.Pitch));
        for (var i = 1; i < more; i++) teeth.Add(teeth[count - 1] + left * i / more);
        return teeth;
    }
}
