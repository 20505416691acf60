using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The training loop as a ring of four stations with a packet going round: forward, loss, backward, update.</summary>
internal sealed class TrainingLoop(SKRect area, Palette palette)
{
    const float StationWidth = 218, StationHeight = 78;

    static readonly string[] names = ["Forward", "Loss", "Backward", "Update"];

    SKColor[] StationColors => [palette.Forward, palette.Error, palette.Backward, palette.Text];

    float RadiusX => Math.Min(area.Width / 2 - StationWidth / 2 - 4, 300);

    float RadiusY => Math.Min(area.Height / 2 - StationHeight / 2 - 8, 262);

    SKPoint Centre => new(area.MidX, area.MidY);

    /// <param name="appeared">How far the ring is built up, 0 to 1.</param>
    /// <param name="rounds">How many rounds the packet has made.</param>
    public void Draw(FrameBuilder frame, double appeared, double rounds, double opacity)
    {
        var ring = Enumerable.Range(0, 121).Select(i => On(i / 120.0 * appeared)).ToArray();
        frame.Add(new Polyline(Points.Create(ring), 3, palette.Rest.Faded(opacity)));
        for (var i = 0; i < 4; i++) DrawArrow(frame, ArrowAfter(i), appeared, opacity);

        var colors = StationColors;
        if (rounds > 0)
        {
            // Inside a station the packet is the station's own light.
            var leg = (int)(rounds * 4) % 4;
            var outside = 1 - Enumerable.Range(0, 4).Max(i => LightOf(i, rounds));
            frame.Add(new Comet(
                On(rounds), On(rounds - 0.06), 30, colors[leg].Faded(opacity * outside), palette.CoreOf(colors[leg]), palette.GlowBlend));
        }
        for (var i = 0; i < 4; i++) DrawStation(frame, i, colors[i], appeared, rounds, opacity);
        frame.Add(new TextLine(
            "repeat", new(Centre.X, Centre.Y - 8), 34, palette.Text.Faded(opacity * appeared), Face.SemiBold, SKTextAlign.Center));
        frame.Add(new TextLine(
            "until the loss is small", new(Centre.X, Centre.Y + 32), 25, palette.Secondary.Faded(opacity * appeared), Face.Regular,
            SKTextAlign.Center));
    }

    void DrawStation(FrameBuilder frame, int index, SKColor color, double appeared, double rounds, double opacity)
    {
        var arrived = Math.Clamp((appeared - index * 0.22) / 0.3, 0, 1) * opacity;
        if (arrived <= 0.01) return;
        var centre = On(index / 4.0);
        var lit = rounds > 0 ? LightOf(index, rounds) : 0;
        if (lit > 0.01) frame.Add(new Glow(centre, 150, color.Faded(0.75 * lit * opacity), color, palette.GlowBlend));
        var plate = SKRect.Create(centre.X - StationWidth / 2, centre.Y - StationHeight / 2, StationWidth, StationHeight);
        frame.Add(new Panel(
            plate, StationHeight / 2, palette.NeuronFill.Mixed(color, 0.10 + 0.2 * lit).Faded(arrived), color.Faded(arrived),
            3 + 2 * (float)lit));
        frame.Add(new TextLine(
            names[index], centre, 31, palette.Text.Faded(arrived), Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle));
    }

    // By the packet's distance from the station, in rounds.
    static double LightOf(int station, double rounds)
    {
        var distance = Math.Abs((rounds - station / 4.0 + 1.5) % 1 - 0.5);
        return Math.Clamp(1.6 - distance / 0.055, 0, 1);
    }

    // Half way along what can be seen of the ring between two stations.
    double ArrowAfter(int station)
    {
        var visible = Enumerable.Range(0, 101).Select(i => (station + i / 100.0) / 4).Where(at => !IsCovered(On(at))).ToList();
        return visible.Count == 0 ? (station + 0.5) / 4 : (visible[0] + visible[^1]) / 2;
    }

    bool IsCovered(SKPoint point) => Enumerable.Range(0, 4).Select(i => On(i / 4.0)).Any(c =>
        Math.Abs(point.X - c.X) < StationWidth / 2 && Math.Abs(point.Y - c.Y) < StationHeight / 2);

    void DrawArrow(FrameBuilder frame, double at, double appeared, double opacity)
    {
        if (appeared < at) return;
        var (tip, tail) = (On(at + 0.008), On(at - 0.008));
        var along = new SKPoint(tip.X - tail.X, tip.Y - tail.Y);
        var length = along.Length;
        along = new(along.X / length, along.Y / length);
        var across = new SKPoint(-along.Y, along.X);
        frame.Add(new Polygon(
            [
                new SKPoint(tip.X + along.X * 8, tip.Y + along.Y * 8),
                new SKPoint(tip.X - along.X * 12 + across.X * 11, tip.Y - along.Y * 12 + across.Y * 11),
                new SKPoint(tip.X - along.X * 12 - across.X * 11, tip.Y - along.Y * 12 - across.Y * 11),
            ],
            palette.Rest.Mixed(palette.Text, 0.35).Faded(opacity)));
    }

    // Share 0 is the top; clockwise.
    SKPoint On(double share)
    {
        var angle = 2 * Math.PI * share - Math.PI / 2;
        return new(Centre.X + RadiusX * (float)Math.Cos(angle), Centre.Y + RadiusY * (float)Math.Sin(angle));
    }
}
