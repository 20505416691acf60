using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What the marks of a plot mean: a mark and its name each, in as many lines as they take.</summary>
internal sealed class PlotKey
{
    const float Size = 24, LineHeight = 38, MarkWidth = 40, Apart = 34;

    readonly Palette palette;
    readonly ImmutableArray<(KeyEntry Entry, SKPoint At)> places;

    /// <param name="left">Where each line begins.</param>
    /// <param name="right">Where it ends at the latest.</param>
    /// <param name="bottom">Below the last line.</param>
    public PlotKey(float left, float right, float bottom, IEnumerable<KeyEntry> entries, LessonStage stage)
    {
        palette = stage.Palette;
        List<(KeyEntry Entry, float X, int Line)> laid = [];
        var (x, line) = (left, 0);
        foreach (var entry in entries)
        {
            var width = MarkWidth + stage.Fonts.Shape(entry.Name, Face.Medium, Size).Width;
            if (x > left && x + width > right) (x, line) = (left, line + 1);
            laid.Add((entry, x, line));
            x += width + Apart;
        }
        Height = laid.Count == 0 ? 0 : LineHeight * (line + 1);
        places = [.. laid.Select(p => (p.Entry, new SKPoint(p.X, bottom - Height + LineHeight * (p.Line + 0.5f))))];
    }

    public float Height { get; }

    public void Draw(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01) return;
        foreach (var (entry, at) in places)
        {
            frame.Add(entry.Mark(new(at.X + MarkWidth / 2 - 6, at.Y), opacity));
            frame.Add(new TextLine(
                entry.Name, new(at.X + MarkWidth, at.Y), Size, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Left,
                TextAnchor.Middle));
        }
    }
}

/// <summary>A mark and what it means.</summary>
/// <param name="Mark">The mark around a point, as visible as it is said to be.</param>
internal sealed record KeyEntry(string Name, Func<SKPoint, double, DrawItem> Mark)
{
    const float Radius = 9;

    public static KeyEntry Sample(string name, SKColor color, bool isHeldOut = false) =>
        new(name, (at, opacity) => SampleDots.Mark(at, Radius, color.Faded(opacity), isHeldOut));

    public static KeyEntry Wrong(string name, Palette palette) =>
        new(name, (at, opacity) => SampleDots.WrongMark(at, Radius - 3, palette, opacity));
}
