using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Every weight takes the step that the scene's optimizer makes of its gradient: one written out, then all, their labels counting from
/// old to new and their lines growing thicker or thinner with them; at last the loss is measured again by a real second forward pass.
/// </summary>
[Phase("weight_update", Place = 60, Needs = "backward")]
[Description("Every weight takes its step, w ← w − η ∂L/∂w or that of the optimizer that `training` names, written out for one of them, " +
    "and the loss is measured again. For each number that the optimizer remembers of a weight, the default is 4 s longer.")]
[Moment("rule", "the step of one weight is written in symbols, a page of it")]
[Moment("numbers", "the same with its numbers")]
[Moment("all", "all weights begin their steps")]
[Moment("check", "the example goes forward again, and the loss is measured anew")]
internal sealed class WeightUpdatePhase : Phase<WeightUpdateOptions>
{
    // Seconds for reading a page of the panel; the last one stays until the loss is checked again, and the network moves on beside it.
    const double PageRead = 1.2, LastRead = 0.4, PageFade = 0.2;

    // Seconds that the numbers of what is not spoken of take to leave, and how far their edges step back.
    const double NumbersLeave = 0.5, OthersBack = 0.45;

    // Stage units.
    const float ChangeRise = 14;

    readonly UpdatePanel panel;
    readonly ImmutableArray<(Interval Rules, Interval Numbers)> turns;
    readonly Interval pause, all, secondPass;
    readonly Edge edge;
    readonly LearningStep next;
    readonly double largestChange;
    readonly Camera camera;
    readonly ImmutableArray<LayerFlow> flows;

    public WeightUpdatePhase(WeightUpdateOptions options, PhasePlace place) : base(options, place)
    {
        var step = Before.Step;
        EdgeReference? named = options.Edge ?? options.FocusedWeights.Cast<EdgeReference?>().FirstOrDefault();
        edge = named is { } reference ? Stage.EdgeOf(reference) : Focus.EdgeOf(Stage, step, step.Before.Layers.Length - 1);
        panel = new(Stage, step, edge);
        var pages = panel.LinesPerPage;
        var beats = Beat.Lay(options.Duration,
        [
            .. pages.SelectMany((lines, i) => new[]
            {
                Beat.Move(0.25 + 0.25 * lines), Beat.Move(0.4 + 0.4 * lines), Beat.Pause(i < pages.Length - 1 ? PageRead : LastRead),
            }),
            Beat.Move(1.2), Beat.Move(1.5), Beat.Pause(1.6),
        ]);
        (turns, pause, all, secondPass) = ([.. pages.Select((_, i) => (beats[3 * i], beats[3 * i + 1]))], beats[^4], beats[^3], beats[^2]);
        camera = Stage.CameraOf(options, Before.Setting, Setting, [(edge.Layer, 0)], until: all.Start);
        next = Stage.Numbers.StepFrom(step.After, step.StateAfter, step.Example);
        flows = [.. Enumerable.Range(0, Stage.Network.Layout.Sizes.Length - 1)
            .Select(layer => new LayerFlow(Stage.Network.Layout, layer, next.CarriedForward))];
        largestChange = Math.Max(1e-12, Stage.Network.Layout.Edges.Max(e => Math.Abs(step.WeightAfter(e) - step.WeightOf(e))));
    }

    // When the new weight comes out.
    Interval Example => turns[^1].Numbers;

    protected override Direction Direction => Direction.Learning;

    public override IEnumerable<Moment> Moments =>
    [
        .. turns.SelectMany(turn => new Moment[] { new("rule", turn.Rules.Start), new("numbers", turn.Numbers.Start) }),
        new("all", all.Start), new("check", secondPass.Start),
    ];

    protected override string DefaultTitle =>
        Before.Step.Rule.Optimizer is GradientDescent
            ? Stage.Words.Titles.WeightUpdate
            : Stage.Words.Titles.WeightUpdateBy(Stage.Words.NameOf(Before.Step.Rule.Optimizer));

    public override StageState After =>
        Before with
        {
            Step = next,
            EarlierLosses = Before.EarlierLosses.Add(Stage.Numbers.LossBefore(Before.Step)),
            HasActivations = true,
            HasLoss = true,
            HasGradients = false,
        };

    protected internal override bool HasPanel => true;

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var (view, palette, step) = (camera.At(t), Stage.Palette, Before.Step);
        var layout = view.Layout;
        var pose = Stage.AtRest(Before, layout);
        foreach (var e in layout.Edges) Step(ref pose[e], e, layout, t);
        List<DrawItem> packets = [];
        PassAgain(view, pose, packets, t);
        camera.Adjust(pose, t);
        packets.AddRange(Sparks.Over(view, pose, t, new Interval(0, secondPass.Start).Presence(t, 1, 0.5)));

        var measured = Measured.At(t, Easing.InOutCubic);
        var errors = Math.Abs(secondPass.Share(0.5, 0.8).At(t, Easing.InOutCubic) * 2 - 1);
        view.Draw(frame, pose, packets);
        // Words over light.
        var loss = LossArrived(t);
        Stage.Targets.Draw(
            frame, layout, secondPass.Progress(t) < 0.65 ? step : next, names: 1, ways: loss, targets: loss, errors: loss * errors);
        FlowMarks.Draw(
            frame, layout, Enumerable.Range(0, layout.Sizes.Length - 1).Select(l => (l, CrossingOf(l))), t, palette.Forward,
            backwards: false);
        var legend = Before.ShowsLegend ? Leaving(t) : 0;
        Stage.LossBox.Draw(frame, Stage.LossBesideLegend(layout, legend), new()
        {
            Unfolded = loss,
            FormulaOpacity = 1,
            Value = measured > 0 ? step.LossAfter : step.Loss,
            Before = measured > 0 ? step.Loss : null,
            Aside = measured,
            Settled = IsLast ? 0 : new Interval(CompleteAt, Duration).At(t, Easing.InOutCubic),
            Decimals = DecimalsOfLoss,
            Light = new Interval(secondPass.Share(0.75, 1).Start, Duration).Swell(t, 0.3, 0.5),
            LightColor = palette.Error,
        });
        Stage.Legend.Draw(frame, legend);
        WritePanel(frame, t);
    }

    void Step(ref EdgeLook look, Edge e, NetworkLayout layout, double t)
    {
        var (palette, step) = (Stage.Palette, Before.Step);
        var together = all.Share(0.05, 0.7);
        // With the number that comes out in the panel.
        var turn = e == edge ? Example.Share(0.6, 0.9) : together;
        var moved = turn.At(t, Easing.InOutCubic);
        look.Weight = step.WeightOf(e) + (step.WeightAfter(e) - step.WeightOf(e)) * moved;
        var lit = Math.Max(LitIn(turn), LitIn(together));
        double LitIn(Interval step) => new Interval(step.Start, step.End + 0.3).Swell(t, step.Duration * 0.4, 0.4 + step.Duration * 0.3);
        look.LabelColor = palette.Secondary.Mixed(palette.Text, Math.Max(lit, moved));
        ClearNumbers(ref look, e, t);
        var change = step.WeightAfter(e) - step.WeightOf(e);
        LeaveGhost(ref look, e, layout, change, turn, t);
        // Every weight shines a little as it takes its step; in a crowd that would be fog, and only those shine that take a large one.
        look.Light = 0.55 * lit * Math.Min(1, (layout.IsCrowd(e.Layer) ? -0.25 : 0.3) + Math.Abs(change) / largestChange);
        look.LightColor = palette.Text;
        if (!layout.LabelsFit(e.Layer) && e.Layer == edge.Layer)
            look.Spotlight(e == edge, new Interval(0, all.Start).Swell(t, 0.4, 0.4), palette.Text);
        if (e != edge) return;
        // Where not every weight can carry its number, this one does while it is spoken of.
        if (moved is > 0 and < 1) look.LabelOpacity *= Count.StrengthAt(moved);
        if (layout.FocusLabelsFit(e.Layer)) look.LabelOpacity = new Interval(Example.Start, all.Start).Swell(t, 0.3, 0.3);
        else if (!layout.LabelsFit(e.Layer)) return;
        look.Light = Math.Max(look.Light, 0.7 * Example.Swell(t, 0.3, 0.3));
    }

    // While one weight is written out it alone has its numbers; then every weight has its change, and at last its new value.
    void ClearNumbers(ref EdgeLook look, Edge e, double t)
    {
        var leaves = e == edge ? all.Share(0, 0.3) : new Interval(0, NumbersLeave);
        var left = 1 - leaves.At(t, Easing.InOutCubic);
        var back = CrossingOf(e.Layer).Share(0.6, 1).At(t, Easing.InOutCubic);
        look.GradientOpacity *= left;
        look.LabelOpacity *= Math.Max(left, back);
        if (e != edge) look.Opacity *= 1 - OthersBack * new Interval(0, all.Start).Swell(t, NumbersLeave, NumbersLeave);
    }

    // The old width and the change stay until the second pass is there; the change leaves with it.
    void LeaveGhost(ref EdgeLook look, Edge e, NetworkLayout layout, double change, Interval turn, double t)
    {
        var (step, crossing) = (Before.Step, CrossingOf(e.Layer));
        look.Step = (Math.Abs(step.WeightAfter(e)) - Math.Abs(step.WeightOf(e))) / largestChange * turn.At(t, Easing.InOutCubic);
        look.Ghost = new Interval(turn.Start, crossing.End).Swell(t, turn.Duration, crossing.Duration);
        if (change == 0 || !layout.LabelsFit(e.Layer) || Before.IsClosed(e)) return;
        var floats = new Interval(all.Share(0.35, 1).Start, crossing.End);
        look.ChangeText = Written(change);
        look.ChangeOpacity = floats.Swell(t, 0.2 * all.Duration, crossing.Duration);
        look.ChangeRise = ChangeRise * (float)new Interval(all.End, crossing.End).At(t, Easing.InCubic);
    }

    // With the decimals of the weight beside it, unless that leaves nothing of it.
    static string Written(double change) =>
        Rounded.To(change, 2) != 0 ? Numbers.WithSign(change, Numbers.Value(change)) : Numbers.Signed(change);

    Interval CrossingOf(int layer)
    {
        var layers = Before.Step.Before.Layers.Length;
        return secondPass.Share(0, 0.65).Staggered(layer, layers, overlap: 0.25);
    }

    // The second forward pass, brief: the same packets, and the values count from old to new.
    void PassAgain(NetworkView view, NetworkPose pose, List<DrawItem> packets, double t)
    {
        var (layout, palette) = (view.Layout, Stage.Palette);
        foreach (var unit in layout.Units)
        {
            ref var look = ref pose[unit];
            look.DeltaOpacity *= 1 - new Interval(0, NumbersLeave).At(t, Easing.InOutCubic);
            var washed = CrossingOf(Math.Max(0, unit.Layer - 1)).Share(unit.Layer == 0 ? 0 : 0.8, 1).At(t, Easing.InOutCubic);
            look.CoolDown(1 - washed);
            if (unit.Layer == 0) continue;
            var arrives = CrossingOf(unit.Layer - 1);
            var counted = new Interval(arrives.End - 0.1 * arrives.Duration, arrives.End + 0.5 * arrives.Duration).At(t, Easing.OutCubic);
            var (old, now) = (Before.Step.ActivationOf(unit), next.ActivationOf(unit));
            look.Value = layout.UnitValue(unit, old + (now - old) * counted);
            if (counted is > 0 and < 1) look.ValueOpacity *= Count.StrengthAt(counted);
            look.Level = Poses.LevelOf(old + (now - old) * counted);
            (look.Light, look.LightColor) = (new Interval(arrives.End - 0.15, arrives.End + 0.6).Swell(t, 0.15, 0.4), palette.Forward);
        }
        var afterglow = new Afterglow(layout, next);
        for (var layer = 0; layer < flows.Length; layer++)
        {
            var crossed = CrossingOf(layer).At(t, Easing.InOutCubic);
            packets.AddRange(flows[layer].PacketsIn(view, crossed, palette.Forward));
            if (crossed <= 0) continue;
            // The new numbers wash the fire away.
            afterglow.LeaveForward(pose, layer + 1, 1);
            foreach (var washed in layout.EdgesAfter(layer)) pose[washed].FireReached = 1 - crossed;
        }
        foreach (var output in Stage.Targets.Outputs)
            if (Packets.Along(
                Stage.Targets.RouteOf(output), secondPass.Share(0.6, 0.85).At(t, Easing.InOutCubic), 0.8, palette.Forward,
                palette) is { } packet)
                packets.Add(packet);
    }

    void WritePanel(FrameBuilder frame, double t)
    {
        var written = Presence(t) * (1 - secondPass.Share(0, 0.16).At(t, Easing.InOutCubic));
        OwnPanel.DrawHeading(
            frame, Focus.NameOf(Stage, new Unit(edge.Layer, edge.From)),
            "→ " + Focus.NameOf(Stage, new Unit(edge.Layer + 1, edge.To)), written, isEdge: true);
        var page = Math.Max(0, turns.Count(turn => t >= turn.Rules.Start) - 1);
        panel.Draw(frame, page, written * Opened(page, t), turns[page].Rules, turns[page].Numbers, t);
        WriteCheck(frame, t);
    }

    // The second forward pass is no part of the update: it measures what that has brought.
    void WriteCheck(FrameBuilder frame, double t)
    {
        var (step, loss) = (Before.Step, Before.Step.Before.Loss);
        var shown = Presence(t) * secondPass.Share(0.18, 0.34).At(t, Easing.InOutCubic);
        var measured = Presence(t) * Measured.At(t, Easing.InOutCubic);
        var decimals = DecimalsOfLoss;
        string Written(double value) => Numbers.InFormula.Rounded(value, decimals);
        OwnPanel.DrawHeading(frame, Stage.Words.Panel.CheckAgain, Stage.Words.Panel.NewWeights, shown);
        OwnPanel.Draw(frame,
        [
            new(Formulas.LossOf(loss), shown),
            new($@"= \part{{loss}}{{{Written(step.LossAfter)}}}", measured),
            new(Formula.Words("  " + Stage.Words.Panel.LossBefore) + Written(step.Loss), measured),
        ]);
    }

    Interval Measured => secondPass.Share(0.72, 0.95);

    int DecimalsOfLoss => Numbers.DecimalsToTell(Before.Step.Loss, Before.Step.LossAfter, least: 3);

    // A page fades before the next one begins.
    double Opened(int page, double t) => page == turns.Length - 1 ? 1
        : 1 - new Interval(turns[page + 1].Rules.Start - PageFade, turns[page + 1].Rules.Start).At(t, Easing.InOutCubic);
}
