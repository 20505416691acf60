using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A bar from 0 to 1 for each of some named classes, below each other, with its share in percent.</summary>
/// <param name="rows">A rectangle for each class: its name stands in the upper half, its bar in the lower.</param>
internal sealed class ProbabilityBars(ImmutableArray<SKRect> rows, ImmutableArray<string> names, LessonStage stage)
{
    const float LargestName = 34, SmallestName = 22, BarHeight = 26, PercentWidth = 118;

    /// <param name="grown">How far each bar has come to its value, 0 to 1; its number counts with it.</param>
    /// <param name="chosen">How much the largest is lifted out, 0 to 1.</param>
    public void Draw(FrameBuilder frame, IReadOnlyList<double> shares, Func<int, double> grown, double chosen, double opacity)
    {
        var palette = stage.Palette;
        var winner = Enumerable.Range(0, shares.Count).MaxBy(k => shares[k]);
        for (var k = 0; k < shares.Count; k++)
        {
            var here = grown(k);
            var visible = opacity * Math.Min(1, here * 4);
            if (visible <= 0.01) continue;
            // The others step back, and stay readable.
            var strength = k == winner ? 1 : 1 - 0.45 * chosen;
            var (row, size) = (rows[k], SizeOf(names[k]));
            var track = new SKRect(row.Left, row.Bottom - BarHeight, row.Right - PercentWidth, row.Bottom);
            var color = palette.Text.Mixed(palette.Secondary, k == winner ? 0 : chosen).Faded(visible);
            frame.Add(new TextLine(
                names[k], new(row.Left, track.Top - 14), size, color, k == winner && chosen > 0.5 ? Face.Bold : Face.SemiBold));
            frame.Add(new Panel(track, BarHeight / 2, palette.Rest.Faded(0.3 * visible)) { Role = RoleOf.BarTrack });
            var length = Math.Max(BarHeight, track.Width * (float)(shares[k] * here));
            frame.Add(new Panel(
                SKRect.Create(track.Left, track.Top, length, BarHeight), BarHeight / 2,
                palette.Forward.Faded(visible * strength)) { Role = RoleOf.Bar });
            if (k == winner && chosen > 0.01)
                frame.Add(new Panel(
                    SKRect.Create(track.Left - 5, track.Top - 5, length + 10, BarHeight + 10), BarHeight / 2 + 5, SKColors.Transparent,
                    palette.Text.Faded(chosen * visible), 3));
            // A number that still counts is dimmed: it is not the share yet.
            frame.Add(new TextLine(
                Percent(shares[k] * here), new(row.Right, track.MidY), LargestName, color.Faded(Count.StrengthAt(here)), Face.SemiBold,
                SKTextAlign.Right, TextAnchor.Middle));
        }
    }

    float SizeOf(string name) =>
        Math.Clamp(
            LargestName * (rows[0].Width - PercentWidth) / stage.Fonts.Shape(name, Face.Bold, LargestName).Width, SmallestName,
            LargestName);

    /// <summary>A share in whole percents; what is not quite nothing or everything says so.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.005 => "<1 %",
        < 1 and > 0.995 => ">99 %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
