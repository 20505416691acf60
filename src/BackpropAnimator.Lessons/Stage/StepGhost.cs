using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What an update leaves along an edge for a while: two pale lines as far apart as the old width, and between or beyond them the new width
/// in green. A step is small beside its weight: it is drawn larger, as a share of the largest of all.
/// </summary>
internal static class StepGhost
{
    const float Around = 4, LargestStep = 3.6f, RailWidth = 1.4f;

    // Where a few edges lie close together a rail beside each would be hatching.
    const double Rails = 0.5, Band = 0.34, Least = 0.4;

    /// <param name="width">Of the line itself, from its weight.</param>
    /// <param name="step">By how much |w| grew, as a share of the most that any did: −1 to 1.</param>
    /// <param name="opacity">How much of the ghost is left, 0 to 1.</param>
    public static void Draw(FrameBuilder frame, SKPoint from, SKPoint to, float width, double step, double opacity, Palette palette)
    {
        if (opacity <= 0.01 || step == 0) return;
        // What hardly changes leaves hardly a trace.
        opacity *= Least + (1 - Least) * Math.Abs(step);
        var old = width / 2 + Around;
        frame.Add(new Line(from, to, 2 * (old + LargestStep * (float)step), palette.Learned.Faded(Band * opacity)) { Role = RoleOf.Step });
        var along = to - from;
        var across = new SKPoint(-along.Y / along.Length * old, along.X / along.Length * old);
        foreach (var side in new[] { across, new SKPoint(-across.X, -across.Y) })
            frame.Add(new Line(from + side, to + side, RailWidth, palette.Text.Faded(Rails * opacity)) { Role = RoleOf.OldWidth });
    }
}
