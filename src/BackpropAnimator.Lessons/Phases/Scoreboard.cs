using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A prediction and the truth on one line, the distance between them, and two ways to make one number of it.</summary>
internal sealed class Scoreboard : SoloPhase
{
    const float CardGap = 40, LargestFormula = 76, Marker = 19, HeadingHeight = 74;

    readonly ScoreboardPhase script;
    readonly double prediction, truth;
    readonly ImmutableArray<Interval> beats;
    readonly SKRect line;
    readonly ImmutableArray<(SKRect Card, string Heading, string Formula)> cards;
    readonly float size;

    public Scoreboard(ScoreboardPhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next)
    {
        this.script = script;
        var step = before.Step;
        var output = script.Output ?? step.Example.Target.MaximumIndex();
        prediction = script.Prediction ?? step.Forward.Output[output];
        truth = script.Truth ?? step.Example.Target[output];
        beats = Beat.Lay(Own.Duration, Beat.Move(0.8), Beat.Move(0.8), Beat.Pause(0.4), Beat.Move(1.1), Beat.Pause(0.8), Beat.Move(0.8), Beat.Pause(1), Beat.Move(0.8), Beat.Pause(1.4));

        var body = stage.Layout.Body;
        line = new(body.Left + body.Width * 0.1f, body.Top + body.Height * 0.27f, body.Right - body.Width * 0.1f, body.Top + body.Height * 0.27f);
        (string, string)[] ways = [("the distance", Distance), ("half its square", HalfSquare)];
        var places = Places(new(body.Left + body.Width * 0.04f, body.Top + body.Height * 0.50f, body.Right - body.Width * 0.04f, body.Bottom - 16), stage.Layout.IsWide);
        cards = [.. ways.Zip(places, (way, place) => (place, way.Item1, way.Item2))];
        size = cards.Min(card => MathF.Floor(Math.Min((card.Card.Height - HeadingHeight) * 0.5f, LargestFormula * Math.Min(1, (card.Card.Width - 60) / stage.Fonts.Lay(card.Formula, LargestFormula).Width))));
    }

    Interval Predicting => beats[0];
    Interval Revealing => beats[1];
    Interval Comparing => beats[3];

    protected override string DefaultTitle => "How wrong is it?";

    double Error => Math.Abs(prediction - truth);

    string Distance => $@"|{InFormula(prediction)} - {Subtracted(truth)}| {Rounded.Sign(Math.Abs(Rounded.To(prediction, 2) - Rounded.To(truth, 2)), Error, 2)} \part{{loss}}{{{InFormula(Error)}}}";

    string HalfSquare => $@"\tfrac{{1}}{{2}} \cdot {InFormula(Error)}^2 {Rounded.Sign(0.5 * Rounded.To(Error, 2) * Rounded.To(Error, 2), 0.5 * Error * Error, 3)} \part{{loss}}{{{InFormula(0.5 * Error * Error, 3)}}}";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        var palette = Stage.Palette;
        frame.Add(new Line(At(Low), At(High), 4, palette.Rest.Faded(here)));
        foreach (var end in new[] { Low, High }) DrawTick(frame, end, here);

        var compared = Comparing.At(t, Easing.InOutCubic);
        if (compared > 0.01)
        {
            var to = NetworkLayout.Along(At(prediction), At(truth), (float)compared);
            frame.Add(new Beam(At(prediction), to, 9, palette.Error.Faded(here), palette.GlowBlend));
            var counted = Math.Abs(prediction + (truth - prediction) * compared - prediction);
            frame.Add(new TextLine(Written(counted) + " off", new((At(prediction).X + At(truth).X) / 2, line.Top + 104), 54, palette.Error.Faded(here * Comparing.Share(0, 0.3).At(t, Easing.OutCubic)), Face.Bold, SKTextAlign.Center));
        }
        DrawMarker(frame, prediction, "prediction", palette.Forward, here * Predicting.At(t, Easing.InOutCubic));
        DrawMarker(frame, truth, "truth", palette.Text, here * Revealing.At(t, Easing.InOutCubic));
        for (var i = 0; i < cards.Length; i++) DrawCard(frame, i, beats[5 + 2 * i].At(t, Easing.InOutCubic) * here);
    }

    // Both ends of the line are whole numbers: 0 and 1 for probabilities.
    double Low => Math.Min(0, Math.Floor(Math.Min(prediction, truth)));

    double High => Math.Max(1, Math.Ceiling(Math.Max(prediction, truth)));

    SKPoint At(double value) => new(line.Left + line.Width * (float)((value - Low) / (High - Low)), line.Top);

    void DrawTick(FrameBuilder frame, double value, double opacity)
    {
        // A marker that stands here says its number itself.
        var (at, palette) = (At(value), Stage.Palette);
        frame.Add(new Line(new(at.X, at.Y - 12), new(at.X, at.Y + 12), 3, palette.Rest.Faded(opacity)));
        if (value != truth && value != prediction) frame.Add(new TextLine(Written(value), new(at.X, at.Y + 54), 30, palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center));
    }

    void DrawMarker(FrameBuilder frame, double value, string name, SKColor color, double opacity)
    {
        if (opacity <= 0.01) return;
        var (at, palette) = (At(value), Stage.Palette);
        frame.Add(new Glow(at, Marker * 3.2f, color.Faded(0.6 * opacity), color, palette.GlowBlend));
        frame.Add(new Disc(at, Marker * (float)Math.Min(1, opacity), color.Faded(opacity)));
        // Markers close to each other write to opposite sides, so that their words never meet.
        var (x, align) = WordsAt(at, name);
        var words = script.Label is { } label ? $"{name}: {label}" : name;
        var y = at.Y - 48;
        frame.Add(new TextLine(Written(value), new(x, y), 64, color.Faded(opacity), Face.Bold, align));
        frame.Add(new TextLine(words, new(x, y - 74), 34, palette.Secondary.Faded(opacity), Face.Medium, align));
    }

    (float X, SKTextAlign Align) WordsAt(SKPoint at, string name)
    {
        var other = At(name == "truth" ? prediction : truth);
        if (Math.Abs(at.X - other.X) > 330) return (at.X, SKTextAlign.Center);
        var isLeft = at.X < other.X || (at.X == other.X && name == "prediction");
        return isLeft ? (at.X - 14, SKTextAlign.Right) : (at.X + 14, SKTextAlign.Left);
    }

    void DrawCard(FrameBuilder frame, int index, double opacity)
    {
        if (opacity <= 0.01) return;
        var (area, heading, formula) = cards[index];
        var palette = Stage.Palette;
        frame.Add(new Panel(area, 18, palette.Panel.Faded(opacity), palette.PanelBorder.Faded(opacity), 2));
        frame.Add(new TextLine(heading, new(area.MidX, area.Top + 56), 34, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Center));
        var laid = Stage.Fonts.Lay(formula, size);
        frame.Add(new FormulaText(formula, new(area.MidX - laid.Width / 2, (area.Top + HeadingHeight + area.Bottom - 14) / 2 + (laid.Height - laid.Depth) / 2), size, FormulaStyles.ByRole(palette, opacity, laid)));
    }

    static IEnumerable<SKRect> Places(SKRect room, bool isWide)
    {
        var (width, height) = isWide ? ((room.Width - CardGap) / 2, Math.Min(room.Height, 320)) : (room.Width, Math.Min((room.Height - CardGap) / 2, 300));
        for (var i = 0; i < 2; i++)
            yield return isWide ? SKRect.Create(room.Left + i * (width + CardGap), room.Top, width, height) : SKRect.Create(room.Left, room.Top + i * (height + CardGap), width, height);
    }

    // One decimal at least, so that 1 is seen to be a number like 0.9.
    static string Written(double value, int decimals = 2) =>
        value.ToString("0.0" + new string('#', decimals - 1), CultureInfo.InvariantCulture).Replace('-', '−');

    static string InFormula(double value, int decimals = 2) => Written(value, decimals) is ['−', .. var size] ? "{−}" + size : Written(value, decimals);

    static string Subtracted(double value) => value < 0 ? $"({InFormula(value)})" : InFormula(value);
}
