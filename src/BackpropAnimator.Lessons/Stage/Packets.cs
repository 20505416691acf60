using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Packets of light that carry values along a route.</summary>
internal static class Packets
{
    // The tail's length in stage units at full speed, and at most this share of the way.
    const double TailLength = 150, LongestTail = 0.4;

    /// <summary>
    /// More packets than this at once melt into one bar of light. Then those that carry little are left to the light along their edges.
    /// </summary>
    public const int Crowd = 64;

    const double LeastInCrowd = 0.4;

    /// <returns>Null at either end of the route, and for what carries little in a crowd.</returns>
    /// <param name="progress">Where the head is, as a share of the route: 0 to 1.</param>
    /// <param name="strength">How much it carries, as a share of the most that any packet of the wave carries: 0 to 1.</param>
    /// <param name="crowd">How many packets travel at the same time: in a crowd each is smaller.</param>
    /// <param name="tail">How long its tail is, in lengths of a usual one.</param>
    public static Comet? Along(
        Route route, double progress, double strength, SKColor color, Palette palette, int crowd = 1, double tail = 1)
    {
        if (progress is <= 0 or >= 1 || (crowd > Crowd && strength < LeastInCrowd)) return null;
        var drawn = Math.Min(LongestTail, tail * TailLength / Math.Max(1, route.Length));
        // It comes out of its source and goes into its target: faint at both ends.
        var visible = Math.Min(1, Math.Min(progress, 1 - progress) / 0.1);
        var light = visible * (0.35 + 0.65 * Math.Clamp(strength, 0, 1));
        var width = (15 + 10 * (float)Math.Sqrt(Math.Clamp(strength, 0, 1))) * (float)Math.Clamp(Math.Sqrt(16.0 / crowd), 0.4, 1);
        return new(
            route.At(progress), route.At(progress - drawn), width, color.Faded(light), palette.CoreOf(color), palette.GlowBlend,
            Haze: crowd <= Crowd);
    }
}
