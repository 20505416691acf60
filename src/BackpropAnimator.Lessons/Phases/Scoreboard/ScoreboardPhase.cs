using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A prediction and the truth on one line, the distance between them, and ways to make one number of it. The network's own loss is among
/// them where it looks at
/// this prediction alone, and is marked as that.
/// </summary>
[Phase("scoreboard", Place = 230)]
[Description("A prediction held against the truth: how far off is it, as a distance and as half its square?")]
[Moment("prediction", "the prediction appears")]
[Moment("truth", "the truth appears")]
[Moment("distance", "the distance between them is drawn")]
[Moment("measure", "a way to make one number of it comes")]
internal sealed class ScoreboardPhase : SoloPhase<ScoreboardOptions>
{
    const float CardGap = 40, LargestFormula = 96, Marker = 22, HeadingHeight = 84, RemarkHeight = 66;
    const float NumberSize = 84, WordsSize = 46, SmallestWords = 22, Apart = 34, HeadingSize = 44, RemarkSize = 36;

    // Of a card that stands above another: what the way's name takes at its left.
    const float NameShare = 0.44f, NameMargin = 30;

    // Of the body's height: the line, and where the cards begin.
    const float LineAt = 0.28f, CardsFrom = 0.5f, LineAtTall = 0.2f, CardsFromTall = 0.38f;

    readonly double prediction, truth;

    // What is judged, where it has a name or is one output among others.
    readonly string? label;

    readonly ImmutableArray<Interval> beats;
    readonly SKRect line;
    readonly ImmutableArray<Measure> measures;
    readonly float size, remarkRoom;
    readonly bool stacks;

    /// <summary>One way to say how wrong a prediction is.</summary>
    /// <param name="IsLoss">Whether it is what this network's loss comes to.</param>
    sealed record Measure(string Name, string Formula, bool IsLoss, SKRect Card);

    public ScoreboardPhase(ScoreboardOptions options, PhasePlace place) : base(options, place)
    {
        var step = Before.Step;
        var output = options.Output ?? step.Example.Target.MaximumIndex();
        var isOfNetwork = options.Prediction is null && options.Truth is null;
        var outputs = step.Before.OutputCount;
        label = options.Label ?? (!isOfNetwork ? null
            : !Stage.OutputNames.IsEmpty ? Focus.Shortened(Stage.OutputNames[output])
            : outputs > 1 ? Stage.Words.Scoreboard.OfOutputs(Focus.NameOf(Stage, new Unit(step.Before.Layers.Length, output)), outputs)
            : null);
        prediction = options.Prediction ?? step.Forward.Output[output];
        truth = options.Truth ?? step.Example.Target[output];

        // The network's own loss, where that is of the numbers on screen.
        double? loss = options.Prediction is null && options.Truth is null ? step.Loss : null;
        bool IsLoss(double measure) => loss is { } known && Math.Abs(measure - known) < 1e-9;
        List<(string Name, string Formula, double Value)> ways =
            [(Words.Distance, Distance, Error), (Words.HalfSquare, HalfSquare, 0.5 * Error * Error)];
        if (truth == 1 && prediction > 0 && IsLoss(-Math.Log(prediction)))
            ways.Add((Words.MinusLogarithm, MinusLogarithm, -Math.Log(prediction)));

        var body = Stage.Layout.Body;
        // Below each other where the picture is not wide.
        stacks = !Stage.Layout.IsWide;
        var isTall = body.Height > body.Width * 1.2f;
        var (lineAt, cardsFrom) = isTall ? (LineAtTall, CardsFromTall) : (LineAt, CardsFrom);
        var y = body.Top + body.Height * lineAt;
        line = new(body.Left + body.Width * 0.1f, y, body.Right - body.Width * 0.1f, y);
        var places = Places(
            new(body.Left + body.Width * 0.02f, body.Top + body.Height * cardsFrom, body.Right - body.Width * 0.02f, body.Bottom - 8),
            ways.Count, stacks);
        measures = [.. ways.Zip(places, (way, place) => new Measure(way.Name, way.Formula, IsLoss(way.Value), place))];
        remarkRoom = measures.Any(m => m.IsLoss) ? RemarkHeight : 14;
        // Long formulas come nearer to the edges of narrow cards.
        float SizeWithin(float margin) => measures.Min(m => MathF.Floor(Math.Min(
            FormulaRoom(m).Height * 0.72f,
            LargestFormula * Math.Min(1, (FormulaRoom(m).Width - margin) / Stage.Fonts.Lay(m.Formula, LargestFormula).Width))));
        size = SizeWithin(44) is >= 26 and var roomy ? roomy : SizeWithin(16);
        beats = Beat.Lay(Own.Duration,
        [
            Beat.Move(0.8), Beat.Move(0.8), Beat.Pause(0.4), Beat.Move(1.1), Beat.Pause(0.8),
            .. measures.SelectMany((_, i) => new[] { Beat.Move(0.8), Beat.Pause(i == measures.Length - 1 ? 1.4 : 1) }),
        ]);
    }

    Words.ScoreboardWords Words => Stage.Words.Scoreboard;

    Interval Predicting => beats[0];
    Interval Revealing => beats[1];
    Interval Comparing => beats[3];

    public override IEnumerable<Moment> Moments => InOwn(
    [
        new("prediction", Predicting.Start), new("truth", Revealing.Start), new("distance", Comparing.Start),
        .. measures.Select((_, i) => new Moment("measure", beats[5 + 2 * i].Start)),
    ]);

    protected override string DefaultTitle => Stage.Words.Titles.Scoreboard;

    double Error => Math.Abs(prediction - truth);

    string Distance =>
        $@"|{InFormula(prediction)} - {Subtracted(truth)}| " +
            $@"{Rounded.Sign(Math.Abs(Rounded.AsTrimmed(prediction, 2) - Rounded.AsTrimmed(truth, 2)), Error, 2)} "
            + $@"\part{{loss}}{{{InFormula(Error)}}}";

    string HalfSquare =>
        $@"\tfrac{{1}}{{2}} \cdot {new Network.Numeral(Error, InFormula(Error), "").Squared} " +
            $@"{Rounded.Sign(0.5 * Rounded.AsTrimmed(Error, 2) * Rounded.AsTrimmed(Error, 2), 0.5 * Error * Error, 3)} " +
            $@"\part{{loss}}{{{InFormula(0.5 * Error * Error, 3)}}}";

    string MinusLogarithm =>
        $@"-\ln {InFormula(prediction)} {Rounded.Sign(-Math.Log(Rounded.AsTrimmed(prediction, 2)), -Math.Log(prediction), 3)} " +
            $@"\part{{loss}}{{{InFormula(-Math.Log(prediction), 3)}}}";

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
            const float size = 64;
            var words = Words.Off(Written(counted));
            var (body, half) = (Stage.Layout.Body, Stage.Fonts.Shape(words, Face.Bold, size).Width / 2);
            var middle = Math.Clamp((At(prediction).X + At(truth).X) / 2, body.Left + half, body.Right - half);
            frame.Add(new TextLine(
                words, new(middle, line.Top + 106), size,
                palette.Error.Faded(here * Comparing.Share(0, 0.3).At(t, Easing.OutCubic)), Face.Bold, SKTextAlign.Center));
        }
        DrawMarker(frame, prediction, Words.Prediction, palette.Forward, here * Predicting.At(t, Easing.InOutCubic));
        DrawMarker(frame, truth, Words.Truth, palette.Text, here * Revealing.At(t, Easing.InOutCubic));
        for (var i = 0; i < measures.Length; i++) DrawMeasure(frame, i, beats[5 + 2 * i].At(t, Easing.InOutCubic) * here);
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
        if (value != truth && value != prediction)
            frame.Add(new TextLine(
                Written(value), new(at.X, at.Y + 58), 34, palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center));
    }

    void DrawMarker(FrameBuilder frame, double value, string name, SKColor color, double opacity)
    {
        if (opacity <= 0.01) return;
        var (at, palette) = (At(value), Stage.Palette);
        frame.Add(new Glow(at, Marker * 3.2f, color.Faded(0.6 * opacity), color, palette.GlowBlend));
        frame.Add(new Disc(at, Marker * (float)Math.Min(1, opacity), color.Faded(opacity)));
        var (x, y) = (name == Words.Truth ? WordsAt.Truth : WordsAt.Prediction, at.Y - 46);
        frame.Add(new TextLine(Written(value), new(x, y), NumberSize, color.Faded(opacity), Face.Bold, SKTextAlign.Center));
        frame.Add(new TextLine(
            WordsOf(name), new(x, y - 0.82f * NumberSize - 0.3f * FittingWords), FittingWords, palette.Secondary.Faded(opacity),
            Face.Medium, SKTextAlign.Center));
    }

    string WordsOf(string name) => label is null ? name : Words.Named(name, label);

    // Both beside each other.
    float FittingWords
    {
        get
        {
            float Wanted(string name) => Stage.Fonts.Shape(WordsOf(name), Face.Medium, WordsSize).Width;
            var wanted = Wanted(Words.Prediction) + Wanted(Words.Truth);
            return Math.Clamp(WordsSize * (Stage.Layout.Body.Width - Apart) / wanted, SmallestWords, WordsSize);
        }
    }

    float WidthOf(string name, double value) => Math.Max(
        Stage.Fonts.Shape(WordsOf(name), Face.Medium, FittingWords).Width,
        Stage.Fonts.Shape(Written(value), Face.Bold, NumberSize).Width);

    // What markers have written above them stands in the middle where it can, beside each other where they are close, and inside the
    // picture.
    (float Prediction, float Truth) WordsAt
    {
        get
        {
            var body = Stage.Layout.Body;
            var (own, other) = (WidthOf(Words.Prediction, prediction), WidthOf(Words.Truth, truth));
            var (at, there) = (Within(At(prediction).X, own), Within(At(truth).X, other));
            var side = prediction <= truth ? 1 : -1;
            var missing = (own + other) / 2 + Apart - side * (there - at);
            if (missing > 0) (at, there) = (at - side * missing / 2, there + side * missing / 2);
            // Pushed in together, so that they stay apart.
            var left = Math.Min(at - own / 2, there - other / 2);
            var right = Math.Max(at + own / 2, there + other / 2);
            var pushed = Math.Max(0, body.Left - left) - Math.Max(0, right - body.Right);
            return (at + pushed, there + pushed);

            float Within(float middle, float width) => Math.Clamp(middle, body.Left + width / 2, body.Right - width / 2);
        }
    }

    void DrawMeasure(FrameBuilder frame, int index, double opacity)
    {
        if (opacity <= 0.01) return;
        var (name, formula, isLoss, area) = measures[index];
        var palette = Stage.Palette;
        string[] names = [Words.Distance, Words.HalfSquare, Words.MinusLogarithm];
        frame.Add(new Panel(
            area, 18, palette.Panel.Faded(opacity), (isLoss ? palette.Error : palette.PanelBorder).Faded(opacity), isLoss ? 3 : 2));
        var (align, x) = stacks ? (SKTextAlign.Left, area.Left + NameMargin) : (SKTextAlign.Center, area.MidX);
        var (nameY, remarkY) = stacks ? (area.MidY + (isLoss ? -10 : 14), area.MidY + 42) : (area.Top + 62, area.Bottom - 26);
        frame.Add(new TextLine(
            name, new(x, nameY), names.Min(any => Fitted(any, Face.Medium, HeadingSize, area)), palette.Secondary.Faded(opacity),
            Face.Medium, align));
        var laid = Stage.Fonts.Lay(formula, size);
        var room = FormulaRoom(measures[index]);
        frame.Add(new FormulaText(
            formula, new(room.MidX - laid.Width / 2, room.MidY + (laid.Height - laid.Depth) / 2), size,
            FormulaStyles.ByRole(palette, opacity, laid)));
        if (isLoss)
            frame.Add(new TextLine(
                Words.ThisLoss, new(x, remarkY), Fitted(Words.ThisLoss, Face.SemiBold, RemarkSize, area),
                palette.Error.Faded(opacity), Face.SemiBold, align));
    }

    // Below the way's name, or beside it where cards stand below each other.
    SKRect FormulaRoom(Measure measure) => stacks
        ? measure.Card with { Left = measure.Card.Left + measure.Card.Width * NameShare }
        : measure.Card with { Top = measure.Card.Top + HeadingHeight, Bottom = measure.Card.Bottom - remarkRoom };

    static IEnumerable<SKRect> Places(SKRect room, int count, bool stacks)
    {
        var gap = stacks ? CardGap / 2 : count < 3 || room.Width > 1200 ? CardGap : CardGap / 2;
        var (width, height) = stacks
            ? (room.Width, Math.Min((room.Height - (count - 1) * gap) / count, 260))
            : ((room.Width - (count - 1) * gap) / count, Math.Min(room.Height, 360));
        for (var i = 0; i < count; i++)
            yield return stacks
                ? SKRect.Create(room.Left, room.Top + i * (height + gap), width, height)
                : SKRect.Create(room.Left + i * (width + gap), room.Top, width, height);
    }

    float Fitted(string words, Face face, float largest, SKRect card)
    {
        var room = stacks ? card.Width * NameShare - NameMargin : card.Width - 32;
        return Math.Clamp(largest * room / Stage.Fonts.Shape(words, face, largest).Width, 22, largest);
    }

    // One decimal at least, so that 1 is seen to be a number like 0.9.
    static string Written(double value) => Numbers.Trimmed(value, 1, 2);

    static string InFormula(double value, int decimals = 2) => Numbers.InFormula.Trimmed(value, 1, decimals);

    static string Subtracted(double value) => Numbers.InFormula.AsFactor(value, InFormula(value));
}
