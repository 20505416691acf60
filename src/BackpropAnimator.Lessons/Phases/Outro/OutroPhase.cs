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
/// The training loop round the network itself, lap after lap, faster and faster, while the loss of this very network sinks with every
/// update; at the end what it has learned is looked at by one more forward pass.
/// </summary>
[Phase("outro", Place = 70, Opening = PhaseOpening.AsideElsewhere)]
[Description("The training loop round the network itself, faster and faster over real further steps, and its loss falling with them.")]
[Moment("lap", "a lap of the loop begins")]
[Moment("learned", "the last pass begins: what it has learned")]
internal sealed class OutroPhase : AsidePhase<OutroOptions>
{
    // How much of the phase's own time is kept after the last lap: for the last pass, and for the picture that stays.
    const double LapsEnd = 0.76, LastPassEnd = 0.92;

    const float LossSize = 30, LearnedSize = 46;

    // Seconds: the network comes from its place beside the loss in full light.
    const double Glide = 1.5;

    readonly ImmutableArray<double> losses;
    readonly ImmutableArray<Lap> laps;
    readonly LoopTrack track;
    readonly LearningLoop loop;
    readonly Plot plot;
    readonly Interval learned;

    public OutroPhase(OutroOptions options, PhasePlace place) : base(options, place, NetworkIn(place.Stage), Glide)
    {
        var whole = new Interval(0, Own.Duration);
        var training = Stage.Numbers.Continued(Before.Step, options.Steps);
        losses = [.. Before.EarlierLosses, .. training.Losses];
        laps = TrainingLaps.In(whole.Share(0.04, LapsEnd), Math.Max(1, training.Epochs));
        learned = whole.Share(LapsEnd, LastPassEnd);
        var kept = Stage.Numbers.Continued(Before.Step, options.Steps, Recording.At(laps.SelectMany(lap => new[] { lap.From, lap.To })));
        loop = new(Aside, laps, learned, steps => Stage.Numbers.StepFrom(kept.SnapshotAt(steps)!.Network, null, Before.Step.Example));
        track = new(TrackOn(Stage.Layout), Stage);
        plot = new(PlotOn(Stage.Layout), losses.Length - 1, losses.Max(), Stage.Palette);
    }

    protected override Direction Direction => Direction.Learning;

    public override IEnumerable<Moment> Moments =>
        InOwn([.. laps.Select(lap => new Moment("lap", lap.Time.Start)), new("learned", learned.Start)]);

    protected override string DefaultTitle => Stage.Words.Titles.Outro;

    // The network is what one looks at: it has most of the stage.
    static (SKRect Loop, SKRect Plot) PartsOf(StageLayout layout)
    {
        var body = layout.Body;
        if (!layout.IsWide)
            return (
                new(body.Left, body.Top, body.Right, body.Top + 0.64f * body.Height),
                new(body.Left, body.Top + 0.64f * body.Height + 26, body.Right, body.Bottom));
        var middle = body.Left + 0.645f * body.Width;
        return (new(body.Left, body.Top, middle, body.Bottom), new(middle + 48, body.Top + 90, body.Right, body.Bottom - 90));
    }

    static SKRect TrackOn(StageLayout layout) => Inside(PartsOf(layout).Loop, LoopTrack.Reach);

    static SKRect PlotOn(StageLayout layout) => PartsOf(layout).Plot;

    static NetworkView NetworkIn(LessonStage stage) => stage.Network.In(new(
        Inside(TrackOn(stage.Layout), LoopTrack.Reach + new SKSize(20, 6)), TargetColumn.BriefRoomFor(stage), stage.Network.Layout.Shown,
        stage.InputLabelRoom, hasDeltas: false, hasLabels: false));

    static SKRect Inside(SKRect rect, SKSize margin)
    {
        rect.Inflate(-margin.Width, -margin.Height);
        return rect;
    }

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        var i = loop.LapAt(t);
        var isOver = i == laps.Length;
        var over = learned.At(t, Easing.InOutSine);
        var lap = laps[Math.Min(i, laps.Length - 1)];
        track.Draw(frame, new Interval(0, Own.Duration).Share(0, 0.07).At(t, Easing.InOutSine), i, isOver ? 1 : lap.Time.Progress(t),
            laps[^1].Steps > 1 ? lap.Steps : null, over, here);

        var pose = PoseAside(t);
        var packets = loop.Pose(pose, t, here);
        var color = Stage.Palette.LossOver(losses);
        foreach (var output in Stage.Targets.Outputs)
        {
            ref var look = ref pose[output];
            (look.Mark, look.MarkColor) = (learned.Share(0.8, 1.3).At(t, Easing.InOutCubic), color);
        }
        DrawAside(frame, pose, t, packets);
        Stage.Targets.DrawBrief(frame, Aside.Layout, Before.Step.Example, NetworkShown(t) * here);
        DrawLoss(frame, t, color, over, here);
    }

    void DrawLoss(FrameBuilder frame, double t, SKColor color, double over, double here)
    {
        var samples = Before.Step.Batch.Count;
        var whose = samples > 1 ? LossName.AsTitle(samples, Stage.Words) : Stage.Words.Outro.LossOfNetwork;
        plot.DrawAxes(frame, whose, Stage.Words.Outro.Steps, here);
        if (here < 0.5) return;
        var reached = Before.EarlierLosses.Length + loop.StepsAt(t);
        var head = plot.DrawCurve(frame, losses, reached / Math.Max(1, losses.Length - 1), color, here);
        var text = $"{LossName.Short(samples, Stage.Words)} = {Numbers.Fine(losses[(int)Math.Round(reached)])}";
        var size = LossSize + (LearnedSize - LossSize) * (float)over;
        var width = Stage.Fonts.Shape(text, Face.Bold, size).Width;
        // Beside the curve's end, and where there is no more room on the right above all of the curve that is as wide.
        var isBeside = head.X + 26 + width <= Stage.Layout.Safe.Right - 8;
        var above = isBeside ? head.Y + 4 : HighestOver(head.X - 16 - width, reached) - 16;
        frame.Add(new TextLine(
            text, new(isBeside ? head.X + 26 : head.X - 8, above), size, color.Faded(here), Face.Bold,
            isBeside ? SKTextAlign.Left : SKTextAlign.Right));
    }

    // How high the curve reaches to the right of a place.
    float HighestOver(float left, double reached) => Enumerable.Range(0, (int)reached + 1)
        .Select(i => plot.At(i, losses[i])).Where(point => point.X >= left).Select(point => point.Y)
        .DefaultIfEmpty(plot.Inner.Bottom).Min();
}
