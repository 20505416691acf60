using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Two networks that learn in step, each in its half of the stage: epoch by epoch the same number of updates for both, on equal axes.
/// </summary>
[Phase("compare", Place = 120)]
[Description(
    "Two networks learn side by side, epoch by epoch in step: their outputs change and their losses draw themselves on equal axes.")]
[Moment("learning", "both networks begin to learn")]
[Moment("learned", "the last epoch is over")]
internal sealed class ComparePhase : SoloPhase<CompareOptions>
{
    readonly SplitStage halves;
    readonly ComparedNetwork left, right;
    readonly Interval entry, training;
    readonly int epochs;

    public ComparePhase(CompareOptions options, PhasePlace place) : base(options, place)
    {
        halves = new(Stage.Layout);
        var numbers = Stage.Numbers;
        var (leftRun, rightRun) = (
            new TrainingRun(numbers.NumbersOf(options.Left.In(numbers.Scene))),
            new TrainingRun(numbers.NumbersOf(options.Right.In(numbers.Scene))));
        epochs = leftRun.Epochs;
        var scale = options.Scale ?? LossScaleKind.Absolute;
        var highest = scale == LossScaleKind.Relative
            ? Math.Max(leftRun.LargestShare, rightRun.LargestShare)
            : Math.Max(leftRun.LargestLoss, rightRun.LargestLoss);
        var (leftName, rightName) = VariantNames.Of(options.Left, options.Right, Stage.Words);
        var example = options.Sample is { } n ? numbers.Samples[n] : numbers.Example;
        var (leftEnd, rightEnd) = (EndOf(leftRun), EndOf(rightRun));
        left = new(halves.First, leftName, leftRun, example, scale, highest, wins: leftEnd < rightEnd, Stage);
        right = new(halves.Second, rightName, rightRun, example, scale, highest, wins: rightEnd < leftEnd, Stage);
        var laid = Beat.Lay(Own.Duration, Beat.Move(1.4), Beat.Pause(1.2), Beat.Move(8), Beat.Pause(1.8));
        (entry, training) = (laid[0], laid[2]);

        double EndOf(TrainingRun run) => scale == LossScaleKind.Relative ? run.Shares[^1] : run.Losses[^1];
    }

    public override IEnumerable<Moment> Moments => InOwn([new("learning", training.Start), new("learned", training.End)]);

    protected override string DefaultTitle => Stage.Words.Titles.Compare;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        var grown = entry.At(t, Easing.InOutSine);
        var epoch = epochs * training.At(t, Easing.InOutSine);
        halves.DrawDivider(frame, Stage.Palette, entry.At(t, Easing.InOutCubic), here);
        left.Draw(frame, epoch, grown, here);
        right.Draw(frame, epoch, grown, here);
    }
}
