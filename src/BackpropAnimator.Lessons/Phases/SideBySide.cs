using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Two networks that learn in step, each in its half of the stage: epoch by epoch the same number of updates for both, on equal axes.</summary>
internal sealed class SideBySide : SoloPhase
{
    readonly SplitStage halves;
    readonly ComparedNetwork left, right;
    readonly Interval entry, training;
    readonly int epochs;

    public SideBySide(ComparePhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next)
    {
        halves = new(stage.Layout);
        var scene = stage.Numbers.Scene;
        var (leftRun, rightRun) = (new TrainingRun(script.Left.In(scene)), new TrainingRun(script.Right.In(scene)));
        epochs = leftRun.Epochs;
        var scale = script.Scale ?? LossScaleKind.Absolute;
        var highest = scale == LossScaleKind.Relative
            ? Math.Max(leftRun.LargestShare, rightRun.LargestShare)
            : Math.Max(leftRun.LargestLoss, rightRun.LargestLoss);
        var (leftName, rightName) = VariantNames.Of(script.Left, script.Right);
        var example = script.Sample is { } n ? stage.Numbers.Samples[n] : stage.Numbers.Example;
        left = new(halves.First, leftName, leftRun, example, scale, highest, stage);
        right = new(halves.Second, rightName, rightRun, example, scale, highest, stage);
        var laid = Beat.Lay(Own.Duration, Beat.Move(1.4), Beat.Pause(1.2), Beat.Move(8), Beat.Pause(1.8));
        (entry, training) = (laid[0], laid[2]);
    }

    protected override string DefaultTitle => "Side by side";

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
