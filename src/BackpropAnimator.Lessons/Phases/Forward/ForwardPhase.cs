using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Cyan packets carry every w·a to the next layer, arrive together, and light its units; the panel writes out one unit's sum.
/// </summary>
[Phase("forward", Place = 20)]
[Description("The example flows through the network, layer by layer: z = Σ w·a + b, then a = σ(z).")]
[Moment("input", "the inputs begin to show their values")]
[Moment("packets", "packets set off for a layer, the one after the input first")]
[Moment("arrive", "they arrive, and the units of that layer light up")]
internal sealed class ForwardPhase : Phase<ForwardOptions>
{
    readonly Camera camera;
    readonly Interval inputs;
    readonly ImmutableArray<Wave> waves;

    // One layer's turn: packets travel, units settle, the viewer reads.
    sealed record Wave(int Layer, Unit Focus, LayerFlow Flow, Interval Travel, Interval Settle, Interval Reading);

    public ForwardPhase(ForwardOptions options, PhasePlace place) : base(options, place)
    {
        var count = Stage.Network.Layout.Sizes.Length - 1;
        List<Beat> beats = [Beat.Move(0.9)];
        for (var l = 0; l < count; l++) beats.AddRange([Beat.Move(1.5), Beat.Move(0.8), Beat.Pause(1.7)]);
        beats.Add(Beat.Pause(0.3));
        var laid = Beat.Lay(options.Duration, [.. beats]);
        inputs = laid[0];
        waves = [.. Enumerable.Range(0, count).Select(l => new Wave(
            l + 1, Stage.FocusOf(options, Before.Step, l + 1), new(Stage.Network.Layout, l, Before.Step.CarriedForward),
            laid[1 + 3 * l], laid[2 + 3 * l], laid[3 + 3 * l]))];
        camera = Stage.CameraOf(options, Before.Setting, Setting, waves.Select(wave => (wave.Layer - 1, wave.Travel.Start)));
    }

    public override IEnumerable<Moment> Moments =>
    [
        new("input", inputs.Share(0.2, 1).Start),
        .. waves.SelectMany(wave => new Moment[] { new("packets", wave.Travel.Start), new("arrive", wave.Settle.Start) }),
    ];

    protected override string DefaultTitle => Stage.Words.Titles.Forward;

    protected override Direction Direction => Direction.Forward;

    public override StageState After => Before with { IsGrown = true, HasActivations = true, HasLoss = false, HasGradients = false };

    protected internal override bool HasPanel => true;

    // Not before the network has left its room.
    double PanelIsFree => StageMove.In(Before.Setting, Setting, Duration).Share(0.8, 1).Start;

    protected override Interval PanelOpens
    {
        get
        {
            var opens = waves[0].Travel.Share(0.4, 0.65);
            var start = Math.Max(PanelIsFree, opens.Start);
            return new(start, start + opens.Duration);
        }
    }

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var (view, palette, step) = (camera.At(t), Stage.Palette, Before.Step);
        var layout = view.Layout;
        var pose = Stage.AtRest(Before.Bare, layout);
        var leaving = Leaving(t);
        if (Before.HasActivations) FadeWhatStood(pose, layout, leaving);

        foreach (var unit in layout.UnitsOf(0))
            Settle(unit, ref pose[unit], layout, inputs.Share(0.2, 1), t, 0.3, step.Forward.Input[unit.Index]);
        List<DrawItem> packets = [];
        var afterglow = new Afterglow(layout, step);
        foreach (var wave in waves) Run(wave, view, pose, afterglow, packets, t);
        camera.Adjust(pose, t);

        var loss = Before.HasLoss ? leaving : 0;
        Stage.Targets.Draw(frame, layout, step, names: 1, ways: loss, targets: loss, errors: loss);
        view.Draw(frame, pose, packets);
        FlowMarks.Draw(frame, layout, waves.Select(w => (w.Layer - 1, w.Travel)), t, palette.Forward, backwards: false);
        if (Before.HasLoss) Stage.LossBox.Draw(frame, layout.Loss, new() { Opacity = leaving, Value = step.Loss, ValueOpacity = leaving });
        WritePanel(frame, t);
    }

    void FadeWhatStood(NetworkPose pose, NetworkLayout layout, double leaving)
    {
        var rest = Stage.AtRest(Before, layout);
        foreach (var unit in layout.Units)
        {
            ref var look = ref pose[unit];
            (look.ValueOpacity, look.Level, look.DeltaOpacity) =
                (rest[unit].ValueOpacity * leaving, rest[unit].Level * leaving, rest[unit].DeltaOpacity * leaving);
            (look.LevelLight, look.Blame) = (rest[unit].LevelLight, rest[unit].Blame);
            look.CoolDown(leaving);
        }
        foreach (var edge in layout.Edges)
        {
            ref var look = ref pose[edge];
            // Weights stay where they are: it is the same network.
            (look.LabelOpacity, look.GradientOpacity) = (rest[edge].LabelOpacity, rest[edge].GradientOpacity * leaving);
            (look.Fire, look.FireReached) = (rest[edge].Fire * leaving, leaving > 0 ? rest[edge].FireReached : 0);
        }
    }

    void Settle(Unit unit, ref UnitLook look, NetworkLayout layout, Interval settle, double t, double light, double value)
    {
        if (t < settle.Start) return;
        var counted = Count.Reached(settle, t);
        look.Value = layout.UnitValue(unit, value * counted);
        look.ValueOpacity = Count.Visible(settle, t);
        look.Level = Poses.LevelOf(value) * counted;
        look.LightColor = Stage.Palette.Forward;
        look.Light = Math.Max(
            look.Light,
            light + (1 - light) * new Interval(settle.Start, settle.End + settle.Duration * 0.8)
                .Swell(t, settle.Duration * 0.35, settle.Duration * 1.2) - light * settle.Progress(t));
    }

    void Run(Wave wave, NetworkView view, NetworkPose pose, Afterglow afterglow, List<DrawItem> packets, double t)
    {
        var (layout, palette, step) = (view.Layout, Stage.Palette, Before.Step);
        var travelled = wave.Travel.At(t, Easing.InOutCubic);
        var lit = new Interval(wave.Travel.Start, wave.Settle.End).Swell(t, wave.Travel.Duration * 0.5, wave.Settle.Duration);
        wave.Flow.Light(pose, lit, palette.Forward);
        packets.AddRange(wave.Flow.PacketsIn(view, travelled, palette.Forward));
        afterglow.LeaveForward(pose, wave.Layer, travelled);
        foreach (var edge in layout.EdgesAfter(wave.Layer - 1))
        {
            ref var look = ref pose[edge];
            if (layout.LabelsFit(edge.Layer))
                look.LabelOpacity = Math.Max(look.LabelOpacity, wave.Travel.Share(0.1, 0.45).At(t, Easing.InOutCubic));
            if (!layout.LabelsFit(edge.Layer)) look.Spotlight(edge.To == wave.Focus.Index, Showing(wave, t), palette.Text);
            if (layout.FocusLabelsFit(edge.Layer) && edge.To == wave.Focus.Index)
                look.LabelOpacity =
                    Math.Max(wave.Travel.Share(0.1, 0.45).At(t, Easing.InOutCubic) * (t < wave.Settle.Start ? 1 : 0), Showing(wave, t));
        }
        foreach (var unit in layout.UnitsOf(wave.Layer))
        {
            ref var look = ref pose[unit];
            Settle(unit, ref look, layout, wave.Settle, t, 0, step.ActivationOf(unit));
        }
        foreach (var unit in layout.UnitsOf(wave.Layer - 1))
        {
            ref var look = ref pose[unit];
            var sending = new Interval(wave.Travel.Start - 0.3, wave.Travel.Start + wave.Travel.Duration * 0.5)
                .Swell(t, 0.3, wave.Travel.Duration * 0.4);
            (look.Light, look.LightColor) = (Math.Max(look.Light, 0.75 * sending), palette.Forward);
        }
        if (!layout.IsShown(wave.Focus)) return;
        ref var focus = ref pose[wave.Focus];
        (focus.Mark, focus.MarkColor) = (0.9 * Showing(wave, t), palette.Text);
    }

    // The panel speaks of a layer from its packets' arrival until the next layer's packets are about to arrive.
    double Showing(Wave wave, double t)
    {
        var start = Math.Max(PanelIsFree, wave.Travel.Start + wave.Travel.Duration * 0.5);
        var next = waves.FirstOrDefault(w => w.Layer == wave.Layer + 1);
        var end = next is null ? Duration + 1 : next.Travel.Start + next.Travel.Duration * 0.5;
        return new Interval(start, end).Swell(t, 0.25, 0.2) * (next is null ? Presence(t) : 1);
    }

    void WritePanel(FrameBuilder frame, double t)
    {
        if (waves.FirstOrDefault(w => Showing(w, t) > 0.01) is not { } current) return;
        OwnPanel.DrawHeading(frame, Focus.NameOf(Stage, current.Focus), Stage.Words.Panel.MarkedUnit, Showing(current, t));

        var (step, unit, shown) = (Before.Step, current.Focus, Showing(current, t));
        var activation = step.Before.Layers[unit.Layer - 1].Activation;
        var (z, a) =
            (step.Forward.Layers[unit.Layer - 1].PreActivation[unit.Index], step.Forward.Layers[unit.Layer - 1].Activation[unit.Index]);
        double At(double from, double to) =>
            shown * new Interval(current.Travel.Start + current.Travel.Duration * 0.5, current.Reading.End).Share(from, to)
                .At(t, Easing.InOutCubic);
        OwnPanel.Draw(frame,
            [
                new(@"z = \textstyle\sum w\,a + b", At(0, 0.08)),
                .. Formulas.PreActivationWithNumbers(step, unit, Stage.Words)
                    .Select((piece, i) => new Clause(piece, At(0.14 + 0.05 * i, 0.24 + 0.05 * i)) { GoesOn = i > 0 }),
                new(
                    $@"{Rounded.Sign(Rounded.PreActivation(step, unit), z, 2)} \part{{result}}{{{Numbers.InFormula.Value(z)}}}",
                    At(0.3, 0.38)),
            ],
            [
                new(Formulas.ActivationInSymbols(activation), At(0.4, 0.48)),
                .. activation is Identity
                    ? []
                    : new Clause[] { new(Formulas.ActivationWithNumbers(step, unit, Stage.Words), At(0.48, 0.56)) },
                new(
                    $@"{Rounded.Sign(Rounded.Activation(step, unit), a, 2)} \part{{result}}{{{Numbers.InFormula.Value(a)}}}",
                    At(0.57, 0.65), "result", At(0.57, 0.62) * (1 - At(0.7, 0.82))),
            ]);
    }
}
