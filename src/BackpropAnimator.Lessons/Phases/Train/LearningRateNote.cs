using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The learning rate of the epoch that is under way, where a schedule changes it: lit for a moment after each change.</summary>
/// <param name="start">The step that the training goes on from.</param>
/// <param name="at">The right end of its baseline.</param>
internal sealed class LearningRateNote(LessonStage stage, LearningStep start, SKPoint at)
{
    const float Size = 24;

    /// <param name="now">What is shown.</param>
    /// <param name="before">A little earlier.</param>
    public void Draw(FrameBuilder frame, TrainingInstant now, TrainingInstant before, double opacity)
    {
        if (start.Rule.Schedule is ConstantRate || opacity <= 0.01) return;
        var (rate, earlier) = (RateAt(now), RateAt(before));
        var color = rate == earlier ? stage.Palette.Secondary : stage.Palette.Text;
        frame.Add(new TextLine(
            stage.Words.Train.LearningRate(Numbers.Significant(rate, 3)), at, Size, color.Faded(opacity), Face.Medium, SKTextAlign.Right));
    }

    double RateAt(TrainingInstant instant) => stage.Numbers.LearningRateAt(start, instant.From.Epoch);
}
