using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One weight after another, output layer first: its gradient as a product of three factors, each in the colour of the place in the
/// network that it measures; then the same with numbers.
/// </summary>
[Phase("chain_rule", Place = 50, Needs = "loss")]
[Description("The gradient of single weights, factor by factor: ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w.")]
[Moment("weight", "a weight is pointed out")]
[Moment("error", "its factor for the error comes")]
[Moment("slope", "its factor for the slope comes")]
[Moment("input", "its factor for the input comes")]
[Moment("numbers", "the factors get their numbers")]
internal sealed class ChainRulePhase : Phase<ChainRuleOptions>
{
    readonly ImmutableArray<Link> links;
    readonly Camera camera;

    // One edge's turn; the product is built factor by factor, then each gets its number.
    sealed record Link(
        Edge Edge, ChainFactors Factors, ChainTable Table, Interval Enter, Interval Error, Interval Slope, Interval Input,
        Interval Substitute, Interval Reading);

    public ChainRulePhase(ChainRuleOptions options, PhasePlace place) : base(options, place)
    {
        var edges = EdgesOf(options);
        List<Beat> beats = [];
        foreach (var _ in edges)
            beats.AddRange([Beat.Move(0.5), Beat.Move(0.6), Beat.Move(0.6), Beat.Move(0.6), Beat.Move(0.8), Beat.Pause(0.9)]);
        // Once the panel is nearly as large as it will be.
        var begins = StageMove.In(Before.Setting, Setting, Duration).Share(0, 0.75).End;
        var laid = Beat.Lay(options.Duration - begins, [.. beats]).Select(beat => new Interval(beat.Start + begins, beat.End + begins))
            .ToList();
        var products = edges.Select(e => ChainFactors.Of(Before.Step, e)).ToList();
        links = [.. edges.Select((e, i) => new Link(
            e, products[i], new(Stage.Fonts, OwnPanel.Room, products[i]), laid[6 * i], laid[6 * i + 1], laid[6 * i + 2], laid[6 * i + 3],
            laid[6 * i + 4], laid[6 * i + 5]))];
        camera = Stage.CameraOf(options, Before.Setting, Setting, links.Select(link => (link.Edge.Layer, link.Enter.Start)));
    }

    public override IEnumerable<Moment> Moments =>
        links.SelectMany(link => new Moment[]
        {
            new("weight", link.Enter.Start), new("error", link.Error.Start), new("slope", link.Slope.Start), new("input", link.Input.Start),
            new("numbers", link.Substitute.Start),
        });

    protected override string DefaultTitle => Stage.Words.Titles.ChainRule;

    protected override Direction Direction => Direction.Backward;

    public override StageState After => Before with { HasLoss = true };

    ImmutableArray<Edge> EdgesOf(ChainRuleOptions options)
    {
        var step = Before.Step;
        if (options.Edges.IsEmpty && options.FocusedWeights.Any()) return [.. options.FocusedWeights.Select(Stage.EdgeOf)];
        if (options.Edges.IsEmpty)
            return [.. Enumerable.Range(0, step.Before.Layers.Length).Reverse().Select(layer => Focus.EdgeOf(Stage, step, layer))];
        return [.. options.Edges.Select(Stage.EdgeOf)];
    }

    protected internal override bool HasPanel => true;

    protected internal override bool WritesLarge => true;

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var (view, palette, step) = (camera.At(t), Stage.Palette, Before.Step);
        var layout = view.Layout;
        var pose = Stage.AtRest(Before, layout);
        var link = links.Last(l => t >= l.Enter.Start || l == links[0]);
        double? leaving = IsLast ? null : 0.25;
        var inHand =
            new Interval(link.Enter.Start, link.Reading.End).Presence(t, link.Enter.Duration * 0.8, link == links[^1] ? leaving : 0.25);
        var (from, to) = (new Unit(link.Edge.Layer, link.Edge.From), new Unit(link.Edge.Layer + 1, link.Edge.To));
        // After softmax the error may be another output's, or that of several.
        ImmutableArray<Unit> wrong = [.. link.Factors.ErrorsAt.Select(j => to with { Index = j }).Where(layout.IsShown)];
        // Everything that this weight's gradient does not depend on steps back, and stays there while one weight gives way to the next.
        var back = new Interval(0, links[^1].Reading.End).Presence(t, links[0].Enter.Duration * 0.8, leaving);
        pose.Fade(1 - 0.5 * back, 1 - 0.65 * back);
        foreach (var unit in wrong.Append(from).Append(to).Where(layout.IsShown)) pose[unit].Opacity = 1 - 0.5 * (back - inHand);
        if (layout.IsShown(link.Edge)) pose[link.Edge].Opacity = 1 - 0.65 * (back - inHand);
        // Numbers only where the one weight goes along; all else keeps its light.
        foreach (var edge in layout.Edges.Where(e => e != link.Edge))
        {
            pose[edge].LabelOpacity *= 1 - back;
            pose[edge].GradientOpacity *= 1 - back;
        }

        // A factor keeps its mark from its turn on, and is brightest while it is spoken of.
        double Mark(Interval turn) => inHand * (0.55 * turn.Share(0, 0.4).At(t, Easing.OutCubic) + 0.45 * turn.Swell(t, 0.2, 0.3));
        if (layout.IsShown(link.Edge))
        {
            foreach (var unit in wrong)
            {
                ref var target = ref pose[unit];
                (target.Mark, target.MarkColor) = (Mark(link.Error), palette.FactorError);
            }
            ref var source = ref pose[from];
            (source.Mark, source.MarkColor) = (Mark(link.Input), palette.FactorInput);
            ref var edge = ref pose[link.Edge];
            (edge.Light, edge.LightColor, edge.GradientClear) = (0.8 * inHand, palette.Text, inHand);
            // Where not every weight can carry its gradient, the one that is spoken of does.
            if (layout.FocusLabelsFit(link.Edge.Layer)) edge.GradientOpacity = inHand * link.Substitute.At(t, Easing.InOutCubic);
        }
        if (layout.IsShown(to))
            (pose[to].SecondMark, pose[to].SecondMarkColor) = (Mark(link.Slope), palette.FactorSlope);
        var way = new WayToLoss(Stage, layout, step, to);
        way.Light(pose, inHand, back, Mark(link.Error));
        var loss = LossArrived(t);
        var beside = loss * (1 - 0.5 * back);
        Stage.Targets.Draw(frame, layout, step, names: 1 - 0.5 * back, ways: loss, targets: beside, errors: beside);
        camera.Adjust(pose, t);
        view.Draw(frame, pose,
            [.. way.ToTheBox(inHand), .. Sparks.Over(view, pose, t, new Interval(0, Duration).Presence(t, 1, IsLast ? null : 0.5))]);
        var legend = Before.ShowsLegend ? Leaving(t) : 0;
        Stage.LossBox.Draw(frame, Stage.LossBesideLegend(layout, legend), new()
        {
            Unfolded = loss, FormulaOpacity = 1 - 0.5 * back, Value = step.Loss, ValueOpacity = 1 - 0.5 * (back - inHand),
            Light = 0.4 * inHand,
            LightColor = palette.Backward,
        });
        // Where the first factor is a sum of what comes back, that is told in the legend's place.
        var comesBack = way.Sums ? Mark(link.Error) : 0;
        Stage.Legend.Draw(frame, legend);
        if (way.Sums) Stage.Legend.DrawSum(frame, Math.Clamp(2 * comesBack - 0.2, 0, 1));
        WritePanel(frame, link, inHand, t);
    }

    void WritePanel(FrameBuilder frame, Link link, double inHand, double t)
    {
        OwnPanel.DrawHeading(
            frame, Focus.NameOf(Stage, new Unit(link.Edge.Layer, link.Edge.From)),
            "→ " + Focus.NameOf(Stage, new Unit(link.Edge.Layer + 1, link.Edge.To)), inHand, isEdge: true);
        double At(Interval turn, double from = 0, double to = 0.6) => turn.Share(from, to).At(t, Easing.InOutCubic);
        double Pulse(Interval turn) => turn.At(t, Easing.Pulse);
        link.Table.Draw(frame, Stage.Palette, new()
        {
            Opacity = inHand,
            Gradient = At(link.Enter),
            Error = At(link.Error),
            Slope = At(link.Slope),
            Input = At(link.Input),
            Spoken = (
                link.Error.Contains(t) ? "error" : link.Slope.Contains(t) ? "slope" : "input",
                Math.Max(Pulse(link.Error), Math.Max(Pulse(link.Slope), Pulse(link.Input)))),
            Numbers = link.Substitute.Progress(t),
        });
    }
}
