using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>Targets appear, the outputs flow into the loss box, and one number comes out: how wrong the network is.</summary>
[Phase("loss", Place = 30, Needs = "forward")]
[Description("The output is held against the target, and the loss comes out.")]
[Moment("target", "the targets appear")]
[Moment("flow", "the outputs flow to the loss")]
[Moment("compare", "the raw errors appear")]
[Moment("result", "the loss begins to count up")]
internal sealed class LossPhase : Phase<LossOptions>
{
    readonly ImmutableArray<Interval> beats;
    readonly Camera camera;
    readonly Interval opens;
    readonly int terms;

    public LossPhase(LossOptions options, PhasePlace place) : base(options, place)
    {
        camera = new(Stage, (Before.Setting, Setting), null, [], Duration, null);
        var arrives = StageMove.In(Before.Setting, Setting, Duration);
        // While the network is still on its way.
        opens = arrives.Share(0.1, 0.5);
        beats =
        [
            .. Beat.Lay(Duration - arrives.End, Beat.Move(0.6), Beat.Move(1.0), Beat.Move(0.8), Beat.Move(0.9), Beat.Pause(1.7))
                .Select(beat => new Interval(beat.Start + arrives.End, beat.End + arrives.End)),
        ];
        // As many terms of a long sum as can be read with ease.
        terms = Enumerable.Range(0, LongSum.MostTerms - 1).Select(fewer => LongSum.MostTerms - fewer)
            .FirstOrDefault(most => OwnPanel.Fits([SentenceOf(most, (_, _, _) => 1, 0)]), 2);
    }

    Interval Aim => beats[0];
    Interval Flow => beats[1];
    Interval Compare => beats[2];
    Interval Result => beats[3];

    protected override Direction Direction => Direction.Error;

    public override IEnumerable<Moment> Moments =>
        [new("target", Aim.Start), new("flow", Flow.Start), new("compare", Compare.Start), new("result", Result.Start)];

    protected override string DefaultTitle => Stage.Words.Titles.Loss;

    public override StageState After => Before with { HasLoss = true };

    protected internal override bool HasPanel => true;

    protected override void DrawStage(FrameBuilder frame, double t)
    {
        var (palette, step) = (Stage.Palette, Before.Step);
        var view = camera.At(t);
        var pose = Stage.AtRest(Before, view.Layout);
        var packets = new List<DrawItem>();
        var unfolded = LossArrived(t);
        foreach (var output in Stage.Targets.Outputs)
        {
            ref var look = ref pose[output];
            (look.Light, look.LightColor) = (Flow.Share(0, 0.7).Swell(t, 0.2, 0.4), palette.Forward);
            if (Packets.Along(Stage.Targets.RouteOf(output), Flow.At(t, Easing.InOutCubic), 1, palette.Forward, palette) is { } packet)
                packets.Add(packet);
        }
        camera.Adjust(pose, t);
        view.Draw(frame, pose, packets);
        // Words over light.
        Stage.Targets.Draw(
            frame, view.Layout, step, names: 1, ways: unfolded, targets: Aim.At(t, Easing.InOutCubic),
            errors: Compare.Share(0.1, 0.8).At(t, Easing.InOutCubic));

        Stage.LossBox.Draw(frame, view.Layout.Loss, new()
        {
            Unfolded = unfolded,
            FormulaOpacity = Flow.Share(0.7, 1).At(t, Easing.InOutCubic),
            Value = t >= Result.Start ? step.Loss * Count.Reached(Result, t) : null,
            ValueOpacity = Count.Visible(Result, t),
            Light = Math.Max(
                new Interval(Flow.End - 0.25 * Flow.Duration, Compare.End).Swell(t, 0.3, 0.6) * 0.7,
                new Interval(Result.Start, beats[^1].End).Swell(t, 0.4, 0.8)),
            LightColor = palette.Error,
            Glow = LossBox.Glowing + (1 - LossBox.Glowing) * Presence(t),
        });

        OwnPanel.DrawHeading(frame, Stage.Words.Loss.Heading, Stage.Words.Loss.Remark, Presence(t));
        OwnPanel.Draw(frame, SentenceOf(terms, (beat, from, to) => beat.Share(from, to).At(t, Easing.InOutCubic) * Presence(t), t));
    }

    Clause[] SentenceOf(int most, Func<Interval, double, double, double> shown, double t)
    {
        var step = Before.Step;
        return
        [
            new(Formulas.LossOf(step.Before.Loss), shown(opens, 0, 1)),
            .. Formulas.LossWithNumbers(step, most, Stage.Words)
                .Select((piece, i) => new Clause(piece, shown(Compare, 0.2, 0.9)) { GoesOn = i > 0 }),
            new(
                $@"{Rounded.Sign(Rounded.Loss(step, most), step.Loss, 3)} \part{{loss}}{{{Numbers.InFormula.Fine(step.Loss)}}}",
                shown(Result, 0.1, 0.6), "loss", Result.Swell(t, 0.3, 0.4)),
        ];
    }
}
