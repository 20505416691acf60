using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One way down a map of the loss, step by step: a dot where a step starts, an arrow along a long one, a light where it has come to.
/// </summary>
/// <param name="path">From its start; at least one point.</param>
/// <param name="dash">What tells this way from another: the length of its dashes, 0 for an unbroken line.</param>
internal sealed class DescentPath(LossMap map, ImmutableArray<SurfacePoint> path, float dash, Palette palette)
{
    const float Width = 4.5f, StartDot = 10, LargestDot = 6, LeastDot = 3, Light = 46, LeastArrow = 34;

    /// <param name="taken">How many steps have been taken: 2.5 is in the middle of the third.</param>
    public void Draw(FrameBuilder frame, double taken, double opacity)
    {
        var whole = (int)Math.Floor(taken);
        for (var n = 0; n < path.Length - 1 && n <= whole; n++)
        {
            var (from, to) = (At(n), n == whole ? Between(n, taken - whole) : At(n + 1));
            if (Clipping.Of(from, to, map.Area) is not var (start, end)) continue;
            // Steps long past step back a little, where a path crosses itself.
            var recent = opacity * (0.5 + 0.5 * Math.Exp(-(taken - n - 1) / 3));
            frame.Add(new Line(start, end, Width, palette.Text.Faded(recent), Dash: dash));
            if (n < whole) DrawArrow(frame, start, end, recent);
            var dot = n == 0 ? StartDot : Math.Min(LargestDot, 0.4f * (At(n + 1) - from).Length);
            // Steps as short as the line is wide make an even line.
            if (dot >= LeastDot && map.Contains(from)) frame.Add(new Disc(from, dot, palette.Text.Faded(opacity)));
        }
        DrawLight(frame, whole < path.Length - 1 ? Between(whole, taken - whole) : At(path.Length - 1), opacity);
    }

    /// <summary>A piece of the line, to tell which way is meant.</summary>
    public void DrawSample(FrameBuilder frame, SKPoint from, SKPoint to, double opacity) =>
        frame.Add(new Line(from, to, Width, palette.Text.Faded(opacity), Dash: dash));

    SKPoint At(int step) => map.At(path[step].X, path[step].Y);

    SKPoint Between(int step, double share) => NetworkLayout.Along(At(step), At(step + 1), (float)Easing.InOutCubic(share));

    void DrawLight(FrameBuilder frame, SKPoint at, double opacity)
    {
        if (!map.Contains(at)) return;
        frame.Add(new Glow(at, Light, palette.Text.Faded(0.8 * opacity), palette.CoreOf(palette.Text), palette.GlowBlend));
        frame.Add(new Disc(at, StartDot - 1, palette.Text.Faded(opacity)));
    }

    // Where the way is long enough to carry one.
    void DrawArrow(FrameBuilder frame, SKPoint from, SKPoint to, double opacity)
    {
        const float reach = 9;
        var along = to - from;
        var length = along.Length;
        if (length < LeastArrow) return;
        along = new(along.X / length, along.Y / length);
        var (across, tip) = (new SKPoint(-along.Y, along.X), NetworkLayout.Along(from, to, 0.62f));
        frame.Add(new Polygon(
            [
                new(tip.X + along.X * reach, tip.Y + along.Y * reach),
                new(tip.X - along.X * reach + across.X * reach, tip.Y - along.Y * reach + across.Y * reach),
                new(tip.X - along.X * reach - across.X * reach, tip.Y - along.Y * reach - across.Y * reach),
            ],
            palette.Text.Faded(opacity)));
    }
}
