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
/// On the way back every layer adds one more factor to the product.
/// </summary>
[Phase("chain", Place = 240)]
[Description("From one weight to the loss, link by link: effects multiply, and each layer back adds one more factor to the product.")]
[Moment("link", "a gear turns the next, from the weight on")]
[Moment("factor", "a factor comes into the product, from the loss back")]
[Moment("product", "the product is worked out")]
internal sealed class ChainPhase : SoloPhase<ChainOptions>
{
    // How far the gear is turned that turns most, in degrees: little enough that a still shows which way and how far each has gone.
    const double LargestTurn = 100;

    // Above the gears the factors stand, and below them the lines of each.
    const float FactorRoom = 70, LinesRoom = 148, TallLabelRoom = 236, LinesBeside = 330;

    const float LargestModule = 24, ProductHeight = 190, FactorSize = 42, NameSize = 34, EffectSize = 31,
        RemarkSize = 26, LargestFormula = 60, LineRoom = 56, LeastBetweenNames = 10,
        HeightOfLines = 136, WidthOfLines = 270, LeastLines = 0.72f;

    readonly EffectChain chain;
    readonly ImmutableArray<string> names;
    // What stands below a gear in small letters, if anything: which weight it is, and what a score is.
    readonly ImmutableArray<string> remarks;
    readonly GearTrain train;
    readonly ImmutableArray<Interval> forward, backward;
    readonly Interval entry, turning, total;
    readonly SKRect product;
    readonly SKPoint start;
    readonly float module, size, lines;
    readonly double gradient, turn;
    // Gears below each other are so close that a remark stands behind its name.
    readonly bool isTight;

    public ChainPhase(ChainOptions options, PhasePlace place) : base(options, place)
    {
        var edge = options.Weight is { } weight ? Stage.EdgeOf(weight) : Focus.SteepestEdge(Before.Step, layer: 0);
        chain = EffectChain.Of(Before.Step, edge);
        gradient = Before.Step.GradientOf(edge);
        // What moves at the output is its sum: the loss's share of it, δ, takes in how the activation turns that into a prediction.
        names =
        [
            Stage.Words.Chain.OneWeight, .. chain.Units.SkipLast(1).Select(unit => Focus.NameOf(Stage, unit)),
            Stage.Words.Chain.Score(Focus.NameOf(Stage, chain.Units[^1])), Stage.Words.Chain.Loss,
        ];
        var scoreIs = Before.Step.Before.Layers[^1].Activation is Identity
            ? "z"
            : Stage.Words.Chain.ScoreBefore(Before.Step.Before.Layers[^1].Activation.Name.Replace('_', ' '));
        remarks = [.. names.Select((_, i) => i == 0 ? Focus.NameOf(Stage, edge) : i == names.Length - 2 ? scoreIs : "")];

        var body = Stage.Layout.Body;
        var isWide = Stage.Layout.IsWide;
        product = isWide
            ? new(body.Left + 20, body.Top + body.Height * 0.75f, body.Right - 20, body.Bottom - 8)
            : new(body.Left, body.Bottom - Math.Max(0.2f * body.Height, ProductHeight), body.Right, body.Bottom - 8);
        train = GearTrain.Of(chain);
        turn = LargestTurn / Enumerable.Range(0, names.Length).Max(i => Math.Abs(chain.EffectAfter(i)));
        var (length, across) = isWide
            ? (body.Width - 40, product.Top - body.Top - FactorRoom - LinesRoom)
            : (product.Top - body.Top - 50, body.Width - TallLabelRoom - LinesBeside);
        // One module more at each end, and on each side, for the teeth.
        module = (float)Math.Min(LargestModule, Math.Min(length / (train.Length + 2), across / (2 * train.LargestRadius + 2)));
        var (used, reach) = ((float)train.Length * module, (float)(train.LargestRadius + 1) * module);
        start = isWide
            ? new(body.MidX - used / 2, body.Top + FactorRoom + across / 2)
            : new(body.Left + TallLabelRoom + reach * 0.4f, body.Top + 15 + (length - used) / 2);
        // Gears that stand close to each other leave less for each one's lines.
        var closest = (float)Enumerable.Range(0, names.Length - 1).Min(i => train.AxesAt[i + 1] - train.AxesAt[i]) * module;
        lines = Math.Clamp(closest / (isWide ? WidthOfLines : HeightOfLines), LeastLines, 1);
        if (isWide) lines = Math.Clamp(FitOfNames(), LeastLines, lines);
        isTight = !isWide && closest < LeastLines * HeightOfLines;

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
        turning = new(forward[0].Start, forward[^1].End);
        total = laid[^2];
        size = MathF.Floor(Math.Min(
            (product.Height - 2 * LineRoom) * 0.8f,
            LargestFormula * Math.Min(1, (product.Width - 60) / Stage.Fonts.Lay(ProductOf(links), LargestFormula).Width)));
    }

    public override IEnumerable<Moment> Moments => InOwn(
    [
        .. forward.Select(link => new Moment("link", link.Start)), .. backward.Select(factor => new Moment("factor", factor.Start)),
        new("product", total.Start),
    ]);

    // How large the names of neighbours may be at most, so that they stay apart.
    float FitOfNames() => Enumerable.Range(0, names.Length - 1).Min(i =>
        ((float)(train.AxesAt[i + 1] - train.AxesAt[i]) * module - LeastBetweenNames) / (HalfOf(i) + HalfOf(i + 1)));

    float HalfOf(int name) => Stage.Fonts.Shape(names[name], Face.SemiBold, NameSize).Width / 2;

    protected override string DefaultTitle => Stage.Words.Titles.Chain;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        // Wheels that mesh turn together, or not at all.
        var turned = turn * turning.At(t, Easing.InOutCubic);
        foreach (var wheel in train.Wheels) DrawWheel(frame, wheel, turned, t, shown);
        for (var i = 0; i < names.Length; i++) DrawAxis(frame, i, turned, t, shown * EntryOf(i).At(t, Easing.OutCubic));
        for (var i = 0; i < chain.Links.Length; i++) DrawLink(frame, i, t, shown);
        DrawProduct(frame, t, shown);
    }

    SKPoint At(double along) => Stage.Layout.IsWide
        ? new(start.X + (float)along * module, start.Y)
        : new(start.X, start.Y + (float)along * module);

    // Axis after axis, from the weight on.
    Interval EntryOf(int axis) => entry.Staggered(axis, names.Length, overlap: 0.5);

    void DrawWheel(FrameBuilder frame, GearWheel wheel, double turned, double t, double shown)
    {
        // An idler comes with the wheel that it drives.
        var axis = wheel.Axis ?? train.AxesAt.Count(at => at < wheel.At);
        var here = shown * EntryOf(axis).At(t, Easing.OutCubic);
        var (color, light) = wheel.Axis is null ? (Stage.Palette.Rest, 0) : LightOf(axis, t);
        var direction = Stage.Layout.IsWide ? 90 : 180;
        Gear.Draw(frame, wheel, At(wheel.At), direction, module, turned, color, light, Stage.Palette, here);
    }

    // Lit in cyan when the effect arrives, and in orange when the way back comes by.
    (SKColor Color, double Light) LightOf(int axis, double t)
    {
        var arrives = axis == 0 ? forward[0] with { End = forward[0].Start + 0.4 } : forward[axis - 1].Share(0.55, 1);
        var there = new Interval(arrives.Start, arrives.End + 0.5).Swell(t, 0.3, 0.5);
        var back = axis == names.Length - 1 ? backward[0] with { Start = backward[0].Start - 0.4, End = backward[0].Start }
            : backward[chain.Links.Length - 1 - axis].Share(0.5, 1);
        // What is passed on keeps its light: the way back ends with all gears aglow.
        var returned = back.At(t, Easing.OutCubic) * (1 - 0.55 * new Interval(back.End, back.End + 0.8).At(t, Easing.InOutCubic));
        return returned > 0.01 ? (Stage.Palette.Forward.Mixed(Stage.Palette.Backward, Math.Min(1, 2 * returned)), Math.Max(there, returned))
            : (Stage.Palette.Forward, there);
    }

    void DrawLink(FrameBuilder frame, int link, double t, double shown)
    {
        var palette = Stage.Palette;
        var (from, to) = (At(train.AxesAt[link]), At(train.AxesAt[link + 1]));
        var (there, back) = (forward[link], backward[chain.Links.Length - 1 - link]);
        if (Packets.Along(new(from, to), there.At(t, Easing.InOutCubic), 0.9, palette.Forward.Faded(shown), palette) is { } packet)
            frame.Add(packet);
        if (Packets.Along(new(to, from), back.At(t, Easing.InOutCubic), 0.9, palette.Backward.Faded(shown), palette) is { } returning)
            frame.Add(returning);

        var written = shown * there.Share(0.1, 0.6).At(t, Easing.OutCubic);
        if (written <= 0.01) return;
        // The factor is orange from the moment on when the way back has passed it.
        var color = palette.Text.Mixed(palette.Backward, back.At(t, Easing.InOutCubic));
        var meets = At(train.LinksAt[link]);
        var reach = (float)train.LargestRadius * module;
        var (at, align) = Stage.Layout.IsWide
            ? (new SKPoint(meets.X, start.Y - reach - module - 16), SKTextAlign.Center)
            : (new SKPoint(meets.X - reach * 0.4f - 40, meets.Y + 13), SKTextAlign.Right);
        frame.Add(new TextLine("× " + Numbers.Fine(chain.Links[link]), at, FactorSize, color.Faded(written), Face.Bold, align));
    }

    void DrawAxis(FrameBuilder frame, int i, double turned, double t, double here)
    {
        var (palette, centre) = (Stage.Palette, At(train.AxesAt[i]));
        var pitch = (float)train.Wheels.Where(wheel => wheel.Axis == i).Max(wheel => wheel.Radius) * module;
        Gear.DrawTurn(frame, centre, pitch, module, turned * chain.EffectAfter(i), LightOf(i, t).Color, palette, here);

        var arrives = i == 0 ? forward[0] : forward[i - 1].Share(0.55, 1);
        var effect = i == 0 ? Stage.Words.Chain.Moves : Stage.Words.Chain.AsFar(Numbers.Signed(chain.EffectAfter(i)));
        var shown = here * arrives.Share(0.3, 1).At(t, Easing.OutCubic);
        var reach = (float)(train.LargestRadius + 1) * module;
        var (at, align) = Stage.Layout.IsWide
            ? (new SKPoint(centre.X, centre.Y + reach + 48), SKTextAlign.Center)
            : (new SKPoint(centre.X + reach + 30, centre.Y - 6), SKTextAlign.Left);
        frame.Add(new TextLine(names[i], at, NameSize * lines, palette.Text.Faded(here), Face.SemiBold, align));
        if (shown > 0.01)
            frame.Add(new TextLine(
                effect, new(at.X, at.Y + 44 * lines), EffectSize * lines, palette.Secondary.Faded(shown), Face.Medium, align));
        var behind = Stage.Fonts.Shape(names[i], Face.SemiBold, NameSize * lines).Width + 18;
        if (remarks[i].Length > 0)
            frame.Add(new TextLine(
                remarks[i], isTight ? new(at.X + behind, at.Y) : new(at.X, at.Y + 84 * lines),
                Math.Max(22, RemarkSize * lines), palette.Secondary.Faded(here), Face.Regular,
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
            1 => Stage.Words.Chain.First,
            _ when factors == chain.Links.Length => Stage.Words.Chain.Last,
            _ => Stage.Words.Chain.Next,
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
                ? Stage.Words.Chain.IsGradient
                : Stage.Words.Chain.WithOthers(written);
        }
    }
}
