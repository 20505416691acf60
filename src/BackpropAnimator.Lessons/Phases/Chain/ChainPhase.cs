using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A weight, the units behind it and the loss as gears in a row: turning the first turns them all, each by its factor times the one before.
/// On the way back
/// every layer adds one more factor to the product.
/// </summary>
[Phase("chain", Place = 240)]
[Description("From one weight to the loss, link by link: effects multiply, and each layer back adds one more factor to the product.")]
internal sealed class ChainPhase : SoloPhase<ChainOptions>
{
    // How far the weight's gear is turned, in degrees: little enough that a still shows which way and how far each has gone.
    const double Turn = 90;

    const float LargestRadius = 104, FactorSize = 38, NameSize = 34, EffectSize = 31, RemarkSize = 26, LargestFormula = 60, LineRoom = 62,
        HeightOfLines = 136;

    readonly EffectChain chain;
    readonly ImmutableArray<string> names;
    // What stands below a gear in small letters, if anything: which weight it is, and what a score is.
    readonly ImmutableArray<string> remarks;
    readonly ImmutableArray<SKPoint> centres;
    readonly ImmutableArray<Interval> forward, backward;
    readonly Interval entry, total;
    readonly SKRect product;
    readonly float radius, size;
    readonly double gradient;

    public ChainPhase(ChainOptions options, PhasePlace place) : base(options, place)
    {
        var edge = options.Weight is { } weight ? Stage.EdgeOf(weight) : Focus.SteepestEdge(Before.Step, layer: 0);
        chain = EffectChain.Of(Before.Step, edge);
        gradient = Before.Step.GradientOf(edge);
        // What moves at the output is its sum: the loss's share of it, δ, takes in how the activation turns that into a prediction.
        names =
        [
            "one weight", .. chain.Units.SkipLast(1).Select(unit => Focus.NameOf(Stage, unit)),
            $"score of {Focus.NameOf(Stage, chain.Units[^1])}", "the loss",
        ];
        var scoreIs = Before.Step.Before.Layers[^1].Activation is Identity
            ? "z"
            : $"z, before {Before.Step.Before.Layers[^1].Activation.Name.Replace('_', ' ')}";
        remarks = [.. names.Select((_, i) => i == 0 ? Focus.NameOf(Stage, edge) : i == names.Length - 2 ? scoreIs : "")];

        var body = Stage.Layout.Body;
        var isWide = Stage.Layout.IsWide;
        product = isWide
            ? new(body.Left + 20, body.Top + body.Height * 0.66f, body.Right - 20, body.Bottom - 8)
            : new(body.Left, body.Top + body.Height * 0.76f, body.Right, body.Bottom - 8);
        var (length, across) = isWide ? (body.Width - 40, product.Top - body.Top) : (product.Top - body.Top - 30, body.Width);
        var gap = length / names.Length;
        radius = Math.Min(LargestRadius, Math.Min(gap * 0.3f, across * 0.3f));
        centres = [.. names.Select((_, i) => isWide
            ? new SKPoint(body.Left + 20 + gap * (i + 0.5f), body.Top + across * 0.46f)
            : new SKPoint(body.Left + body.Width * 0.34f, body.Top + 10 + gap * (i + 0.5f)))];

        var links = chain.Links.Length;
        var laid = Beat.Lay(Own.Duration,
        [
            Beat.Move(0.8), Beat.Pause(0.4),
            .. Enumerable.Range(0, links).SelectMany(_ => new[] { Beat.Move(0.8), Beat.Pause(0.35) }), Beat.Pause(0.8),
            .. Enumerable.Range(0, links).SelectMany(_ => new[] { Beat.Move(0.9), Beat.Pause(0.5) }), Beat.Move(0.6), Beat.Pause(1.6),
        ]);
        entry = laid[0];
        forward = [.. Enumerable.Range(0, links).Select(i => laid[2 + 2 * i])];
        backward = [.. Enumerable.Range(0, links).Select(i => laid[3 + 2 * links + 2 * i])];
        total = laid[^2];
        size = MathF.Floor(Math.Min(
            (product.Height - 2 * LineRoom) * 0.7f,
            LargestFormula * Math.Min(1, (product.Width - 60) / Stage.Fonts.Lay(ProductOf(links), LargestFormula).Width)));
    }

    protected override string DefaultTitle => "Effects multiply";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t) * entry.At(t, Easing.InOutCubic);
        for (var i = 0; i < chain.Links.Length; i++) DrawLink(frame, i, t, here);
        for (var i = 0; i < names.Length; i++) DrawGear(frame, i, t, here);
        DrawProduct(frame, t, Shown(t));
    }

    void DrawLink(FrameBuilder frame, int link, double t, double here)
    {
        var palette = Stage.Palette;
        var (from, to) = (centres[link], centres[link + 1]);
        var share = (radius + 12) / (to - from).Length;
        var (start, end) = (NetworkLayout.Along(from, to, share), NetworkLayout.Along(from, to, 1 - share));
        frame.Add(new Line(start, end, 5, palette.Rest.Faded(here)));
        var (there, back) = (forward[link], backward[chain.Links.Length - 1 - link]);
        if (Packets.Along(new(start, end), there.At(t, Easing.InOutCubic), 0.9, palette.Forward.Faded(here), palette) is { } packet)
            frame.Add(packet);
        if (Packets.Along(new(end, start), back.At(t, Easing.InOutCubic), 0.9, palette.Backward.Faded(here), palette) is { } returning)
            frame.Add(returning);

        var shown = here * there.Share(0.1, 0.6).At(t, Easing.OutCubic);
        if (shown <= 0.01) return;
        // The factor is orange from the moment on when the way back has passed it.
        var color = palette.Text.Mixed(palette.Backward, back.At(t, Easing.InOutCubic));
        var middle = NetworkLayout.Along(from, to, 0.5f);
        var (at, align) = Stage.Layout.IsWide
            ? (new SKPoint(middle.X, middle.Y - 26), SKTextAlign.Center)
            : (new SKPoint(middle.X - 30, middle.Y + 11), SKTextAlign.Right);
        frame.Add(new TextLine("× " + Numbers.Fine(chain.Links[link]), at, FactorSize, color.Faded(shown), Face.Bold, align));
    }

    void DrawGear(FrameBuilder frame, int i, double t, double here)
    {
        var (palette, centre) = (Stage.Palette, centres[i]);
        var turning = i == 0 ? forward[0] with { Start = forward[0].Start - forward[0].Duration * 0.3 } : forward[i - 1].Share(0.55, 1);
        var turned = turning.At(t, Easing.InOutCubic);
        var lit = new Interval(turning.Start, turning.End + 0.5).Swell(t, 0.3, 0.5);
        var back = i == names.Length - 1 ? backward[0] : backward[chain.Links.Length - 1 - i];
        var litBack = new Interval(back.Start + back.Duration * 0.5, back.End + 0.5).Swell(t, 0.3, 0.5);
        if (i == names.Length - 1) litBack = new Interval(back.Start - 0.4, back.End).Swell(t, 0.3, 0.5);
        var color = litBack > lit ? palette.Backward : palette.Forward;
        Gear.Draw(frame, centre, radius, Turn * chain.EffectAfter(i) * turned, color, Math.Max(lit, litBack), palette, here);

        var effect = i == 0 ? "moves a little" : $"{Numbers.Signed(chain.EffectAfter(i))} × as far";
        var shown = here * turning.Share(0.3, 1).At(t, Easing.OutCubic);
        var (at, align) = Stage.Layout.IsWide
            ? (new SKPoint(centre.X, centre.Y + radius + 56), SKTextAlign.Center)
            : (new SKPoint(centre.X + radius + 34, centre.Y - 6), SKTextAlign.Left);
        // Gears that stand close below each other leave less for each one's lines.
        var lines = Stage.Layout.IsWide ? 1 : Math.Clamp((centres[1].Y - centres[0].Y) / HeightOfLines, 0.72f, 1);
        frame.Add(new TextLine(names[i], at, NameSize * lines, palette.Text.Faded(here), Face.SemiBold, align));
        if (shown > 0.01)
            frame.Add(new TextLine(
                effect, new(at.X, at.Y + 44 * lines), EffectSize * lines, palette.Secondary.Faded(shown), Face.Medium, align));
        if (remarks[i].Length > 0)
            frame.Add(new TextLine(
                remarks[i], new(at.X, at.Y + 84 * lines), Math.Max(22, RemarkSize * lines), palette.Secondary.Faded(here), Face.Regular,
                align));
    }

    void DrawProduct(FrameBuilder frame, double t, double here)
    {
        var palette = Stage.Palette;
        var opened = here * new Interval(backward[0].Start - 0.4, backward[0].Start + 0.2).At(t, Easing.InOutCubic);
        if (opened <= 0.01) return;
        frame.Add(new Panel(product, 18, palette.Panel.Faded(opened), palette.PanelBorder.Faded(opened), 2));
        var factors = backward.Count(beat => t >= beat.Start + beat.Duration * 0.5);
        var heading = factors switch
        {
            0 => "",
            1 => "at the output's score: one factor",
            _ when factors == chain.Links.Length => "at the weight: one more factor, and the product is whole",
            _ => "one layer back: one more factor",
        };
        frame.Add(new TextLine(
            heading, new(product.MidX, product.Top + 46), 27, palette.Secondary.Faded(opened), Face.Medium, SKTextAlign.Center));
        if (factors > 0)
        {
            var beat = backward[factors - 1];
            var source = ProductOf(factors);
            var laid = Stage.Fonts.Lay(source, size);
            var shown = opened * beat.Share(0.5, 0.9).At(t, Easing.InOutCubic);
            var style = FormulaStyles.ByRole(palette, shown, laid);
            frame.Add(new FormulaText(source, new(product.MidX - laid.Width / 2, product.MidY + size * 0.3f), size, style));
        }
        var whole = here * total.At(t, Easing.InOutCubic);
        if (whole > 0.01)
            frame.Add(new TextLine(
                Conclusion, new(product.MidX, product.Bottom - 28), 27, palette.Text.Faded(whole), Face.Medium, SKTextAlign.Center));
    }

    /// <summary>The product of so many factors, counted from the loss.</summary>
    string ProductOf(int factors)
    {
        var written = chain.Links.TakeLast(factors).Reverse()
            .Select((link, i) => i == 0 ? $@"\part{{delta}}{{{Numbers.InFormula.Factor(link, 3)}}}" : Numbers.InFormula.Factor(link, 3));
        var result = chain.ProductOfLast(factors);
        if (factors == 1) return written.Single();
        var calculated = chain.Links.TakeLast(factors).Aggregate(1.0, (product, link) => product * Rounded.AsWritten(link, 3));
        return $@"{string.Join(@" \cdot ", written)} {Rounded.Sign(calculated, result, 3)} {Signs.Part(result)}";
    }

    string Conclusion
    {
        get
        {
            var written = Numbers.Signed(gradient);
            return written == Numbers.Signed(chain.Contribution)
                ? "This product is the weight's gradient."
                : $"With the other ways to the loss added up, the gradient is {written}.";
        }
    }
}
