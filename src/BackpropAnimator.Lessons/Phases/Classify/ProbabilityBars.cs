using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A bar from 0 to 1 for each of some named classes, below each other, with its share in percent. Where there is no room for all of them
/// the largest have a bar, and the others one together.
/// </summary>
/// <param name="rows">The rectangles that bars stand in, from the top.</param>
/// <param name="isBeside">Whether a name stands at its bar's left; otherwise above it.</param>
internal sealed class ProbabilityBars(ImmutableArray<SKRect> rows, ImmutableArray<string> names, bool isBeside, LessonStage stage)
{
    const float LargestName = 34, SmallestName = 22, LargestBar = 26, PercentWidth = 118, NamesShare = 0.3f, NameGap = 14;

    // A bar: what it stands for, its share, and how far it has come.
    readonly record struct Row(string Name, double Share, double Grown, bool IsWinner);

    /// <param name="grown">How far each bar has come to its value, 0 to 1; its number counts with it.</param>
    /// <param name="chosen">How much the largest is lifted out, 0 to 1.</param>
    public void Draw(FrameBuilder frame, IReadOnlyList<double> shares, Func<int, double> grown, double chosen, double opacity)
    {
        foreach (var (place, row) in RowsOf(shares, grown).Index()) Draw(frame, rows[place], row, chosen, opacity);
    }

    IEnumerable<Row> RowsOf(IReadOnlyList<double> shares, Func<int, double> grown)
    {
        var winner = Enumerable.Range(0, shares.Count).MaxBy(k => shares[k]);
        var own = shares.Count <= rows.Length
            ? [.. Enumerable.Range(0, shares.Count)]
            : Enumerable.Range(0, shares.Count).OrderByDescending(k => shares[k]).Take(rows.Length - 1).Order().ToList();
        foreach (var k in own) yield return new(names[k], shares[k], grown(k), k == winner);
        if (own.Count == shares.Count) yield break;
        var others = Enumerable.Range(0, shares.Count).Except(own).ToList();
        yield return new(stage.Words.Classify.Others(others.Count), others.Sum(k => shares[k]), grown(others[^1]), false);
    }

    void Draw(FrameBuilder frame, SKRect place, Row row, double chosen, double opacity)
    {
        var visible = opacity * Math.Min(1, row.Grown * 4);
        if (visible <= 0.01) return;
        var palette = stage.Palette;
        // The others step back, and stay readable.
        var strength = row.IsWinner ? 1 : 1 - 0.45 * chosen;
        var height = Math.Min(LargestBar, place.Height);
        var left = isBeside ? place.Left + NamesShare * place.Width : place.Left;
        var track = isBeside
            ? SKRect.Create(left, place.MidY - height / 2, place.Right - PercentWidth - left, height)
            : new SKRect(left, place.Bottom - height, place.Right - PercentWidth, place.Bottom);
        var color = palette.Text.Mixed(palette.Secondary, row.IsWinner ? 0 : chosen).Faded(visible);
        frame.Add(new TextLine(
            row.Name, isBeside ? new(place.Left, place.MidY) : new(place.Left, track.Top - NameGap),
            SizeOf(row.Name, isBeside ? left - place.Left - NameGap : track.Width), color,
            row.IsWinner && chosen > 0.5 ? Face.Bold : Face.SemiBold, SKTextAlign.Left,
            isBeside ? TextAnchor.Middle : TextAnchor.Baseline));
        frame.Add(new Panel(track, height / 2, palette.Rest.Faded(0.3 * visible)) { Role = RoleOf.BarTrack });
        var length = Math.Max(height, track.Width * (float)(row.Share * row.Grown));
        frame.Add(new Panel(
            SKRect.Create(track.Left, track.Top, length, height), height / 2,
            palette.Forward.Faded(visible * strength)) { Role = RoleOf.Bar });
        if (row.IsWinner && chosen > 0.01)
            frame.Add(new Panel(
                SKRect.Create(track.Left - 5, track.Top - 5, length + 10, height + 10), height / 2 + 5, SKColors.Transparent,
                palette.Text.Faded(chosen * visible), 3));
        // A number that still counts is dimmed: it is not the share yet.
        frame.Add(new TextLine(
            Percent(row.Share * row.Grown), new(place.Right, track.MidY), Math.Min(LargestName, 1.1f * place.Height),
            color.Faded(Count.StrengthAt(row.Grown)), Face.SemiBold, SKTextAlign.Right, TextAnchor.Middle));
    }

    float SizeOf(string name, float room) => Math.Clamp(
        LargestName * room / stage.Fonts.Shape(name, Face.Bold, LargestName).Width, SmallestName, isBeside ? 27 : LargestName);

    /// <summary>A share in whole percents; what is not quite nothing or everything says so.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.005 => "<1 %",
        < 1 and > 0.995 => ">99 %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
