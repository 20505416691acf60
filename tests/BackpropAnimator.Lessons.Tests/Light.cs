using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Where the light of a colour is, from a frame's items or from its pixels.</summary>
static class Light
{
    public static bool IsCyan(SKColor c) => c.Red < 90 && c.Green > 150 && c.Blue > 170;

    /// <summary>
    /// Orange at any brightness, and the hotter orange near its source: the reds of errors and signs have as much blue as green, yellow has
    /// more green.
    /// </summary>
    public static bool IsOrange(SKColor c) => c.Red > 110 && c.Red > 1.25 * c.Green && c.Green > 1.4 * c.Blue;

    /// <summary>The light along edges that comes and goes: none that a wave has left.</summary>
    public static IEnumerable<Beam> MovingBeams(Frame frame) => frame.Items.OfType<Beam>().Where(beam => !Stays(beam));

    // Fire and what comes off it are where the wave has been; the loss's card glows as long as a loss stands on it.
    static bool Stays(DrawItem item) => item.Role == RoleOf.Afterglow || item.Role == RoleOf.Spark || item.Role == RoleOf.Rim;

    /// <summary>
    /// The mean x of comets, beams and glows of a colour that are on their way, weighed by their strength and size; null where there is
    /// next to none.
    /// </summary>
    public static double? MeanX(Frame frame, Func<SKColor, bool> isColor)
    {
        double sum = 0, weight = 0;
        foreach (var item in frame.Items)
        {
            var (color, x, size) = item switch
            {
                Comet comet => (comet.Color, comet.Head.X, comet.Width * comet.Width),
                Beam beam => (beam.Color, (beam.From.X + beam.To.X) / 2, (beam.From - beam.To).Length),
                Glow glow => (glow.Color, glow.Centre.X, glow.Radius * glow.Radius / 10),
                _ => (SKColors.Transparent, 0f, 0f),
            };
            if (color.Alpha == 0 || !isColor(color) || Stays(item)) continue;
            sum += x * size * color.Alpha;
            weight += (double)size * color.Alpha;
        }
        return weight < 20_000 ? null : sum / weight;
    }

    /// <summary>The mean x of the pixels whose colour is like it, as a share of the width; null where there are next to none.</summary>
    /// <param name="settled">
    /// A picture of what stays: pixels that are of the colour there too are numbers and rings, not light on its way.
    /// </param>
    public static double? MeanX(ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> settled, int width, Func<SKColor, bool> isColor)
    {
        double sum = 0, count = 0;
        for (var at = 0; at < pixels.Length; at += 4)
            if (isColor(At(pixels, at)) && !isColor(At(settled, at))) (sum, count) = (sum + at / 4 % width, count + 1);
        return count < 30 ? null : sum / count / width;

        static SKColor At(ReadOnlySpan<byte> bgra, int at) => new(bgra[at + 2], bgra[at + 1], bgra[at]);
    }

    /// <summary>
    /// Where the light is on average in each eighth of a part of a phase that has any: between two layers it rests, and that is no turning
    /// back.
    /// </summary>
    /// <param name="from">Where the part begins, as a share of the phase.</param>
    /// <param name="to">Where it ends.</param>
    public static List<double> Path(Chapter chapter, int every, Func<int, double?> meanX, double from = 0, double to = 1)
    {
        var frames = chapter.EndFrame - chapter.FirstFrame;
        int first = chapter.FirstFrame + (int)(from * frames), end = chapter.FirstFrame + (int)(to * frames);
        return
        [
            .. chapter.Frames(every).Where(frame => frame >= first && frame < end)
                .GroupBy(frame => 8 * (frame - first) / (end - first), meanX)
                .Select(eighth => eighth.OfType<double>().ToList()).Where(seen => seen.Count > 0).Select(seen => seen.Average())
        ];
    }
}
