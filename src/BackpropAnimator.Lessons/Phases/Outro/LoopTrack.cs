using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The training loop as a track round the network: forward along its top, the loss down its right side, backward along its bottom, and the
/// update up its left. Light runs along each leg while the network shows the same.
/// </summary>
internal sealed class LoopTrack
{
    const float Corner = 64, LineWidth = 3, LightWidth = 5, PacketWidth = 26;
    const float StationHeight = 62, StationSize = 29, StationPadding = 26, SecondRow = 34, TimesSize = 25;

    // What is left of a leg's light once the packet has gone on, and how much of a lap it takes to sink to that.
    const double Embers = 0.34, Sinking = 0.55;

    readonly Palette palette;
    readonly FontShelf fonts;
    readonly ImmutableArray<Leg> legs;

    /// <summary>One side of the track.</summary>
    /// <param name="Part">Of a lap.</param>
    sealed record Leg(string Name, Interval Part, Route Route, SKPoint Station, SKColor Color);

    /// <param name="area">What its middle line runs round.</param>
    public LoopTrack(SKRect area, LessonStage stage)
    {
        (palette, fonts) = (stage.Palette, stage.Fonts);
        var words = stage.Words.Outro;
        var (left, top, right, bottom) = (area.Left, area.Top, area.Right, area.Bottom);
        legs =
        [
            new(words.Forward, Lap.Forward, Along(new(left, top), new(right, top)), new(area.MidX, top), palette.Forward),
            new(words.Loss, Lap.Loss, Down(right, top, bottom), new(right, area.MidY), palette.Error),
            new(words.Backward, Lap.Backward, Along(new(right, bottom), new(left, bottom)), new(area.MidX, bottom), palette.Backward),
            new(words.Update, Lap.Update, Down(left, bottom, top), new(left, area.MidY), palette.Learned),
        ];
    }

    /// <summary>How far a station reaches to the inner side of the track, at its sides and at its top and bottom.</summary>
    public static SKSize Reach => new(76, StationHeight / 2);

    /// <param name="appeared">How much of it is drawn, 0 to 1.</param>
    /// <param name="lap">Which lap is run: 0 for the first.</param>
    /// <param name="progress">How far, 0 to 1.</param>
    /// <param name="steps">How many training steps the lap stands for; null where each stands for one.</param>
    /// <param name="whole">How far the whole track shines, when training is over: 0 to 1.</param>
    public void Draw(FrameBuilder frame, double appeared, int lap, double progress, int? steps, double whole, double opacity)
    {
        foreach (var leg in legs) DrawLine(frame, leg, appeared, opacity);
        foreach (var leg in legs) DrawLight(frame, leg, lap, progress, whole, opacity * appeared);
        foreach (var leg in legs)
        {
            var lit = Math.Max(whole * 0.8, LightOf(leg, lap, progress) * (1 - whole));
            DrawStation(
                frame, leg, leg.Part == Lap.Update ? steps : null, lit,
                opacity * new Interval(leg.Part.Start * 0.6, leg.Part.Start * 0.6 + 0.4).At(appeared, Easing.InOutCubic));
        }
    }

    void DrawLine(FrameBuilder frame, Leg leg, double appeared, double opacity)
    {
        var drawn = leg.Part.Progress(appeared);
        foreach (var (from, to) in leg.Route.LegsUpTo(drawn))
            frame.Add(new Line(from, to, LineWidth, palette.Rest.Mixed(leg.Color, 0.4).Faded(0.7 * opacity)));
    }

    void DrawLight(FrameBuilder frame, Leg leg, int lap, double progress, double whole, double opacity)
    {
        var passed = leg.Part.Progress(progress);
        var left = Math.Max(whole * 0.75, LeftOf(leg, lap, progress));
        var running = passed is > 0 and < 1 && whole < 1;
        // Where the packet has not come to yet, what the lap before has left.
        if (left > 0.02) Shine(1, left);
        if (!running) return;
        var light = 1 - whole;
        Shine(passed, light);
        if (Packets.Along(leg.Route, passed, 1, leg.Color.Faded(light * opacity), palette) is { } packet)
            frame.Add(packet with { Width = PacketWidth });

        void Shine(double reached, double amount)
        {
            // Beams that follow each other are brighter where they meet: a bend, which is all joints, has a bright line only.
            List<SKPoint> bend = [];
            foreach (var (from, to) in leg.Route.LegsUpTo(reached))
            {
                var isStraight = SKPoint.Distance(from, to) > Corner / 4;
                if (isStraight)
                    frame.Add(new Beam(from, to, LightWidth, leg.Color.Faded(0.85 * amount * opacity), palette.GlowBlend)
                    {
                        Role = RoleOf.Loop,
                    });
                else bend.AddRange(bend.Count == 0 ? [from, to] : [to]);
                if (isStraight) Bend();
            }
            Bend();

            void Bend()
            {
                if (bend.Count > 1)
                    frame.Add(new Polyline(
                        Points.Create([.. bend]), LightWidth, leg.Color.Mixed(palette.CoreOf(leg.Color), 0.25).Faded(amount * opacity))
                        {
                            Role = RoleOf.Loop,
                        });
                bend.Clear();
            }
        }
    }

    // After the packet has gone on; in the first lap there is nothing ahead of it.
    static double LeftOf(Leg leg, int lap, double progress)
    {
        var since = progress - leg.Part.End;
        if (since < 0 && lap == 0) return 0;
        return Embers + (1 - Embers) * (1 - Math.Clamp((since < 0 ? since + 1 : since) / Sinking, 0, 1));
    }

    static double LightOf(Leg leg, int lap, double progress) =>
        leg.Part.Contains(progress) ? 1 : Math.Max(0, (LeftOf(leg, lap, progress) - Embers) / (1 - Embers));

    // How often its work is done stands below its name.
    void DrawStation(FrameBuilder frame, Leg leg, int? times, double lit, double opacity)
    {
        if (opacity <= 0.01) return;
        var width = fonts.Shape(leg.Name, Face.SemiBold, StationSize).Width + 2 * StationPadding;
        var (at, height) = (leg.Station, times is null ? StationHeight : StationHeight + SecondRow);
        if (lit > 0.01) frame.Add(new Glow(at, 120, leg.Color.Faded(0.7 * lit * opacity), leg.Color, palette.GlowBlend));
        frame.Add(new Panel(
            SKRect.Create(at.X - width / 2, at.Y - height / 2, width, height), StationHeight / 2,
            palette.NeuronFill.Mixed(leg.Color, 0.1 + 0.22 * lit).Faded(opacity), leg.Color.Faded(opacity), 3 + 2 * (float)lit));
        Write(leg.Name, 0, StationSize, palette.Text, Face.SemiBold);
        if (times is { } n) Write(FormattableString.Invariant($"×{n}"), SecondRow, TimesSize, palette.Text, Face.Medium);

        void Write(string text, float below, float size, SKColor color, Face face) => frame.Add(new TextLine(
            text, new(at.X, at.Y - (height - StationHeight) / 2 + below), size, color.Faded(opacity), face, SKTextAlign.Center,
            TextAnchor.Middle));
    }

    // Along the top or the bottom, with the bends at both ends.
    static Route Along(SKPoint start, SKPoint end)
    {
        var (across, inwards) = (Math.Sign(end.X - start.X) * Corner, end.X > start.X ? Corner : -Corner);
        return new(
        [
            .. Route.Bend(new(start.X, start.Y + inwards), start, start, new(start.X + across, start.Y)),
            .. Route.Bend(new(end.X - across, end.Y), end, end, new(end.X, end.Y + inwards)),
        ]);
    }

    static Route Down(float x, float from, float to)
    {
        var along = Math.Sign(to - from) * Corner;
        return new(new(x, from + along), new(x, to - along));
    }
}
