using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// An orange wave leaves the loss and travels right to left. Where it arrives, δ appears above each unit; what it crosses gets its
/// ∂L/∂w. The panel writes out one unit of each layer: raw error times slope at the output, backprop sum times slope before it.
/// </summary>
[Phase("backward", Place = 40, Needs = "loss")]
[Description("The error travels back from the loss: δ at every unit, ∂L/∂w at every weight.")]
[Moment("wave", "the wave leaves the loss")]
[Moment("swept", "it has run through the network to its inputs")]
[Moment("visit", "the panel begins to speak of a layer's marked unit, from the output layer on")]
[Moment("gradient", "the gradient of one of that unit's weights comes in place of its δ")]
internal sealed class BackwardPhase : Phase<BackwardOptions>
{
    // By how much targets and raw errors step back while fire runs by.
    const double WordsBack = 0.8;

    readonly Camera camera;
    readonly DeltaPanel panel;
    readonly Interval blast, fromLoss;
    readonly BackwardSweep sweep;
    readonly ImmutableArray<Arrival> arrivals;

    // The wave reaches a layer: its packets travel, its δ settle, the viewer reads. The input has no δ; there only gradients settle.
    sealed record Arrival(int Layer, LayerFlow? Flow, Interval Travel, Interval Settle, Interval Reading);

    public BackwardPhase(BackwardOptions options, PhasePlace place) : base(options, place)
    {
        panel = new(Stage);
        var last = Stage.Network.Layout.Sizes.Length - 1;
        List<Beat> beats = [Beat.Move(0.7), Beat.Move(3.2), Beat.Pause(0.3)];
        var visits = beats.Count;
        for (var layer = last; layer >= 0; layer--)
            beats.AddRange([Beat.Move(layer == last ? 0.9 : 1.4), Beat.Move(0.7), Beat.Pause(layer == 0 ? 1.2 : 2.2)]);
        var laid = Beat.Lay(options.Duration, [.. beats]);
        blast = laid[0];
        sweep = new(Stage, Stage.Network.Layout, Before.Step, new(blast.Start + blast.Duration * 0.5, laid[1].End));
        var passed = Afterglow.Passed(Before.Step);
        LayerFlow? FlowAfter(int layer) =>
            layer == last ? null : new(Stage.Network.Layout, layer, Before.Step.CarriedBack, passed);
        arrivals = [.. Enumerable.Range(0, last + 1)
            .Select(i => (Layer: last - i, First: visits + 3 * i))
            .Select(turn => new Arrival(turn.Layer, FlowAfter(turn.Layer), laid[turn.First], laid[turn.First + 1], laid[turn.First + 2]))];
        fromLoss = arrivals[0].Travel;
        // The wave comes to the outputs first: their δ stands where their weights' numbers do.
        camera = Stage.CameraOf(
            options, Before.Setting, Setting, arrivals.Select(arrival => (Math.Min(arrival.Layer, last - 1), arrival.Travel.Start)));
    }

    protected override string DefaultTitle => Stage.Words.Titles.Backward;

    protected override Direction Direction => Direction.Backward;

    public override StageState After => Before with { HasGradients = true };

    public override IEnumerable<Moment> Moments =>
    [
        new("wave", sweep.Time.Start), new("swept", sweep.Time.End),
        .. arrivals.Where(arrival => arrival.Layer > 0)
            .Select(TurnOf)
            .SelectMany(turn => new Moment[] { new("visit", turn.Start), new("gradient", DeltaPanel.GradientComes(turn)) }),
    ];

    protected internal override bool HasPanel => true;

    protected override Interval PanelOpens => blast.Share(0.2, 1);

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var (view, palette, step) = (camera.At(t), Stage.Palette, Before.Step);
        var layout = view.Layout;
        var pose = Stage.AtRest(Before with { HasGradients = false }, layout);
        sweep.Light(pose, layout, t);
        List<DrawItem> packets = [.. sweep.Travellers(view, t)];
        foreach (var arrival in arrivals)
            if (arrival.Flow is { } flow) Cross(arrival, flow, view, pose, packets, t);
            else LeaveTheLoss(packets, t);
        foreach (var arrival in arrivals) Settle(arrival, layout, pose, t);
        foreach (var edge in layout.Edges) StepBack(ref pose[edge], (1 - Attention(edge.Layer, t)) * Presence(t));
        foreach (var arrival in arrivals) LeaveNumbersTo(arrival, layout, pose, t);
        camera.Adjust(pose, t);
        packets.AddRange(LockedOut(pose, layout));
        packets.AddRange(Sparks.Over(view, pose, t, Reading.Presence(t, 1, IsLast ? null : 0.5)));

        view.Draw(frame, pose, packets);
        // Words over light.
        var loss = LossArrived(t);
        var words = loss * (1 - WordsBack * sweep.Burning(t));
        Stage.Targets.Draw(frame, layout, step, names: 1, ways: loss, targets: words, errors: words);
        FlowMarks.Draw(frame, layout, arrivals.Skip(1).Select(a => (a.Layer, a.Travel)), t, palette.Backward, backwards: true);
        var legend = arrivals.Length > 1 ? arrivals[1].Travel.Share(0.3, 0.8).At(t, Easing.InOutCubic) : 0;
        Stage.LossBox.Draw(frame, Stage.LossBesideLegend(layout, legend), new()
        {
            Unfolded = loss,
            FormulaOpacity = 1,
            Value = step.Loss,
            Light = new Interval(0, blast.End + 1).Swell(t, blast.Duration * 0.3, 1),
            LightColor = palette.BackwardHot,
            Flood = blast.Share(0.1, 1).Swell(t, blast.Duration * 0.2, blast.Duration * 0.6),
        });
        Stage.Legend.Draw(frame, legend);
        WritePanel(frame, t);
    }

    // Once the wave has gone through all of the network.
    Interval Reading => new(arrivals[0].Travel.Start, Duration);

    // An edge that is not spoken of dims, and its number goes.
    static void StepBack(ref EdgeLook look, double share)
    {
        look.Opacity *= 1 - 0.5 * share;
        look.LabelOpacity *= 1 - share;
        look.GradientOpacity *= 1 - share;
    }

    // How far the wave crosses a gap, or has just crossed it, 0 to 1.
    double Attention(int gap, double t)
    {
        var crossed = arrivals.First(a => a.Layer == gap);
        var next = arrivals.FirstOrDefault(a => a.Layer == gap - 1);
        return new Interval(crossed.Travel.Start - 0.4, next?.Travel.Start ?? Duration + 1).Swell(t, 0.4, 0.5);
    }

    // The fire of the loss stands before an output whose lock lets next to nothing of it through.
    IEnumerable<Beam> LockedOut(NetworkPose pose, NetworkLayout layout)
    {
        const float width = 13, thread = 5;
        var palette = Stage.Palette;
        foreach (var output in Stage.Targets.Outputs)
        {
            var light = Math.Clamp(pose[output].Lock, 0, 1) * (1 - Math.Clamp(pose[output].Opened, 0, 1));
            if (light <= 0.01) continue;
            foreach (var (from, to) in Stage.Targets.RouteOf(output, layout).LegsUpTo(1))
            {
                yield return new(from, to, width, palette.Backward.Faded(0.6 * light), palette.GlowBlend) { Role = RoleOf.FireIn };
                yield return new(
                    from, to, thread, palette.Backward.Mixed(palette.CoreOf(palette.Backward), 0.6).Faded(0.5 * light), palette.GlowBlend,
                    Haze: false);
            }
        }
    }

    // While the panel writes out one unit, numbers stand only along its own edges; the others keep their light.
    void LeaveNumbersTo(Arrival arrival, NetworkLayout layout, NetworkPose pose, double t)
    {
        if (arrival.Layer == 0) return;
        var next = arrivals.First(a => a.Layer == arrival.Layer - 1);
        var alone = new Interval(arrival.Settle.Start, next.Travel.Start).Swell(t, 0.4, 0.4);
        if (alone <= 0.01) return;
        var focus = FocusIn(arrival.Layer);
        foreach (var edge in layout.Edges)
        {
            // The sum over what comes back is made of weights; their gradients come back when it has been read.
            var isSummed = new Unit(edge.Layer, edge.From) == focus;
            if (!isSummed && new Unit(edge.Layer + 1, edge.To) != focus) pose[edge].LabelOpacity *= 1 - alone;
            pose[edge].GradientOpacity *= 1 - alone;
        }
    }

    void LeaveTheLoss(List<DrawItem> packets, double t)
    {
        var travelled = fromLoss.Share(0.15, 1).At(t, Easing.InOutCubic);
        var color = BackwardSweep.Hot(Stage.Palette, travelled);
        foreach (var output in Stage.Targets.Outputs)
            if (Packets.Along(Stage.Targets.RouteOf(output).Reversed, travelled, 1, color, Stage.Palette) is { } packet)
                packets.Add(packet);
    }

    void Cross(Arrival arrival, LayerFlow flow, NetworkView view, NetworkPose pose, List<DrawItem> packets, double t)
    {
        var (layout, palette, step) = (view.Layout, Stage.Palette, Before.Step);
        var focus = FocusIn(arrival.Layer + 1);
        var travelled = arrival.Travel.At(t, Easing.InOutCubic);
        var glow = new Interval(arrival.Travel.Start, arrival.Settle.End).Swell(t, arrival.Travel.Duration * 0.5, arrival.Settle.Duration);
        flow.Light(pose, glow, palette.Backward);
        packets.AddRange(flow.PacketsIn(view, travelled, palette.Backward, backwards: true));
        foreach (var edge in layout.EdgesAfter(arrival.Layer))
        {
            ref var look = ref pose[edge];
            if (layout.FocusLabelsFit(edge.Layer) && edge.To == focus.Index)
                look.GradientOpacity = new Interval(arrival.Travel.Start, arrival.Settle.End + 0.3).Swell(t, 0.5, 0.3);
            if (!layout.LabelsFit(edge.Layer))
            {
                // While the panel adds up what comes back to a unit, the lines that bring it.
                var sum = arrival.Layer > 0 && edge.From == FocusIn(arrival.Layer).Index;
                look.Spotlight(sum, arrival.Layer > 0 ? Showing(arrival, t) : 0, palette.Backward);
                continue;
            }

            // Each gradient appears as the wave passes its place.
            var passes = 1 - (layout.LabelPoint(edge).X - layout.LayerX(arrival.Layer)) / layout.GapAfter(arrival.Layer);
            var passed = Easing.WhenInOutCubic(passes) + 0.05;
            var appears = arrival.Travel.Share(passed, passed + 0.35);
            look.GradientOpacity = Count.Visible(appears, t);
            look.GradientText = Numbers.Signed(step.GradientOf(edge), Count.Reached(appears, t));
        }
    }

    Unit FocusIn(int layer) => Stage.FocusOf(Options, Before.Step, layer);

    void Settle(Arrival arrival, NetworkLayout layout, NetworkPose pose, double t)
    {
        var (palette, step) = (Stage.Palette, Before.Step);
        var flash = new Interval(arrival.Settle.Start - 0.1, arrival.Settle.End + arrival.Settle.Duration)
            .Swell(t, arrival.Settle.Duration * 0.35, arrival.Settle.Duration * 1.2);
        var sends = arrivals.FirstOrDefault(a => a.Layer == arrival.Layer - 1) is { } next
            ? new Interval(next.Travel.Start - 0.3, next.Travel.Start + next.Travel.Duration * 0.5)
                .Swell(t, 0.3, next.Travel.Duration * 0.4) : 0;
        foreach (var unit in layout.UnitsOf(arrival.Layer))
        {
            ref var look = ref pose[unit];
            var light = Math.Max(flash * (arrival.Layer == 0 ? 0.5 : 1), 0.8 * sends);
            look.Shine(light, palette.Backward);
            if (arrival.Layer == 0 || t < arrival.Settle.Start) continue;
            look.Delta = layout.DeltaLabel(unit, step.DeltaOf(unit), Count.Reached(arrival.Settle, t));
            look.DeltaOpacity = Count.Visible(arrival.Settle, t);
            var layer = step.Backward.Layers[arrival.Layer - 1];
            if (Math.Abs(layer.Slope[unit.Index]) >= Options.SaturationThreshold) continue;
            look.Lock = arrival.Settle.Share(0.3, 1).At(t, Easing.OutBack);
            if (!layer.IsCancelled) continue;
            // The flat slope is struck out by the loss's own: the lock springs open, and has gone when the wave moves on.
            look.Opened = arrival.Reading.Share(0.2, 0.4).At(t, Easing.OutBack);
            look.Lock *= 1 - arrival.Reading.Share(0.8, 1).At(t, Easing.InCubic);
        }
        if (arrival.Layer == 0) return;
        if (!layout.IsShown(FocusIn(arrival.Layer))) return;
        ref var focus = ref pose[FocusIn(arrival.Layer)];
        (focus.Mark, focus.MarkColor) = (0.9 * Showing(arrival, t), palette.Text);
    }

    double Showing(Arrival arrival, double t)
    {
        if (arrival.Layer == 0) return 0;
        var next = arrivals.First(a => a.Layer == arrival.Layer - 1);
        var end = next.Layer == 0 ? Duration + 1 : next.Travel.Start + next.Travel.Duration * 0.6;
        return new Interval(arrival.Travel.End - arrival.Travel.Duration * 0.3, end)
            .Swell(t, 0.3, 0.3) * (next.Layer == 0 ? Presence(t) : 1);
    }

    // While the wave runs through the network: how it gets from the loss to an output, and from there to any unit.
    void WriteRules(FrameBuilder frame, double t)
    {
        var spoken = new Interval(blast.Share(0.25, 1).Start, arrivals[0].Travel.Share(0.5, 0.65).End);
        var shown = spoken.Presence(t, 0.4, 0.3);
        OwnPanel.DrawHeading(frame, Stage.Words.Panel.Blame, Stage.Words.Panel.DeltaForAll, shown);
        var last = arrivals[0].Layer;
        OwnPanel.Draw(frame,
        [
            Rule(Formula.Words(Stage.Words.Panel.RuleOutput), last, shown),
            .. last == 1
                ? []
                : new[] { Rule(@"\qquad " + Formula.Words(Stage.Words.Panel.RuleBefore), last - 1, shown * sweep.Reached(last - 1, t)) },
        ]);
    }

    Clause Rule(string lead, int layer, double opacity) => new(
        lead + new DeltaFormulas(Stage, Before.Step, FocusIn(layer)).DeltaInSymbols, opacity);

    void WritePanel(FrameBuilder frame, double t)
    {
        if (arrivals.FirstOrDefault(a => Showing(a, t) > 0.01) is not { } current)
        {
            WriteRules(frame, t);
            return;
        }
        var unit = FocusIn(current.Layer);
        var shown = Showing(current, t);
        OwnPanel.DrawHeading(frame, Focus.NameOf(Stage, unit), Stage.Words.Panel.MarkedUnit, shown);
        panel.Draw(frame, new(Stage, Before.Step, unit), t, TurnOf(current), shown);
    }

    static Interval TurnOf(Arrival arrival) => new(arrival.Travel.End - arrival.Travel.Duration * 0.3, arrival.Reading.End);
}
