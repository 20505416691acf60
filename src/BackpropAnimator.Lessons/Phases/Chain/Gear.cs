using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A gear wheel whose teeth fit into the gaps of one that it meshes with.</summary>
internal static class Gear
{
    // In modules: how far a tooth reaches beyond the pitch circle and below it, and how much narrower it is than the gap that it stands in.
    const double Addendum = 0.85, Dedendum = 1.2, Play = 0.36;

    // Of a flank, to the line between the centres.
    const double PressureAngle = 20;

    const float Rim = 3.5f;

    /// <param name="module">Stage units to a module: a pitch circle's diameter over the number of teeth.</param>
    /// <param name="turned">Clockwise, in degrees from where one tooth is at the top.</param>
    /// <param name="light">How bright it shines, 0 to 1.</param>
    public static void Draw(
        FrameBuilder frame, SKPoint centre, int teeth, float module, double turned, SKColor color, double light, Palette palette,
        double opacity)
    {
        var radius = module * teeth / 2;
        if (light > 0.01)
            frame.Add(new Glow(centre, radius * 1.9f, color.Faded(0.7 * light * opacity), color, palette.GlowBlend));
        var (edge, fill) = (palette.Rest.Mixed(color, 0.45 + 0.55 * light), palette.Background.Mixed(color, 0.2 + 0.22 * light));
        frame.Add(new Polygon(Outline(centre, teeth, module, turned, 0), edge.Faded(opacity)) { Role = RoleOf.Gear });
        frame.Add(new Polygon(Outline(centre, teeth, module, turned, Rim), fill.Faded(opacity)));
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
    static Points Outline(SKPoint centre, int teeth, float module, double turned, float inset)
    {
        var radius = module * teeth / 2;
        var lean = Math.Tan(PressureAngle * Math.PI / 180);
        // Half a tooth's width on the pitch circle; towards the tip it gets narrower.
        var half = (Math.PI / 4 - Play / 4) * module - inset;
        var (tip, root) = (Addendum * module - inset, -Dedendum * module - inset);
        // Six points a tooth: at the root, on the pitch circle and at the tip of one flank, and back down the other.
        ReadOnlySpan<(double Up, int Side)> flanks = [(root, -1), (0, -1), (tip, -1), (tip, 1), (0, 1), (root, 1)];
        var points = new SKPoint[teeth * flanks.Length];
        for (var i = 0; i < teeth; i++)
            for (var k = 0; k < flanks.Length; k++)
            {
                var (up, side) = flanks[k];
                var along = side * Math.Max(0.5, half - lean * up);
                points[i * flanks.Length + k] = Around(
                    centre, radius + up, turned + 360.0 * i / teeth + along / (radius + up) * 180 / Math.PI);
            }
        return Points.Create(points);
    }
}
