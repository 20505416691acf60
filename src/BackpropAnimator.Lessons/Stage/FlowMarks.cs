using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A row of chevrons above the gap that a wave crosses, lighting up one after another in its direction: says which way things flow
/// without colour.
/// </summary>
internal static class FlowMarks
{
    const int Count = 5;
    const float Height = 9, Spacing = 26, LeastGap = 240;

    /// <param name="gaps">For each wave the layer on the gap's left side, and when it is crossed.</param>
    public static void Draw(
        FrameBuilder frame, NetworkLayout layout, IEnumerable<(int Layer, Interval Travel)> gaps, double t, SKColor color, bool backwards)
    {
        foreach (var (layer, travel) in gaps)
        {
            var shown = travel.Swell(t, travel.Duration * 0.25, travel.Duration * 0.25);
            if (shown <= 0.01 || layout.GapAfter(layer) < LeastGap) continue;
            var middle = (layout.LayerX(layer) + layout.LayerX(layer + 1)) / 2;
            var y = layout.Area.Top + 15;
            for (var i = 0; i < Count; i++)
            {
                var x = middle + (i - (Count - 1) / 2f) * Spacing;
                var place = backwards ? Count - 1 - i : i;
                var wave = (travel.Progress(t) * 3 * (Count + 2) - place) % (Count + 2);
                var light = 0.3 + 0.7 * Math.Max(0, 1 - Math.Abs(wave - 1) / 1.6);
                var point = backwards ? -7 : 7;
                frame.Add(new Polyline(
                    [new SKPoint(x - point, y - Height), new SKPoint(x + point, y), new SKPoint(x - point, y + Height)], 5,
                        color.Faded(shown * light)));
            }
        }
    }
}
