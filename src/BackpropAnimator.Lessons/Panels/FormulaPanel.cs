using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A piece of a sentence of formulas that appears by itself, such as "= 0.31 · 0.54".</summary>
/// <param name="Source">Its formula.</param>
/// <param name="Opacity">How visible it is, 0 to 1. It keeps its place whatever this says.</param>
/// <param name="Part">A part to pulse; null for none.</param>
/// <param name="Pulse">How much it is lifted out, 0 to 1.</param>
internal readonly record struct Clause(string Source, double Opacity = 1, string? Part = null, double Pulse = 0)
{
    /// <summary>Parts that appear by themselves, and how visible each is; the others follow the clause.</summary>
    public IReadOnlyList<(string Part, double Opacity)> Reveal { get; init; } = [];

    /// <summary>Whether it goes on with a sum or product that the clause before began: its sign brings its own space.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>A clause with its place: the start of its baseline, and the size it is set in.</summary>
internal readonly record struct PlacedClause(Clause Clause, SKPoint Origin, float Size);

/// <summary>The panel below the network that writes out what just happened, in symbols and in the numbers on screen.</summary>
internal sealed class FormulaPanel(LessonStage stage, SKRect area)
{
    const float Largest = 52, SmallestWhole = 31, Smallest = 24, ClauseGap = 0.3f, MuchLarger = 1.2f, Margin = 30, HeadingWidth = 236;

    public SKRect Area => area;

    /// <summary>The panel itself.</summary>
    public static void DrawFrame(FrameBuilder frame, Palette palette, SKRect area, double opacity)
    {
        if (opacity > 0.01) frame.Add(new Panel(area, 18, palette.Panel.Faded(opacity), palette.PanelBorder.Faded(opacity), 2));
    }

    /// <summary>What the panel is about.</summary>
    /// <param name="heading">What the formulas are about, such as "Hidden 2".</param>
    /// <param name="remark">A second, quieter line; may be empty.</param>
    /// <param name="isEdge">Whether the two are one name, of an edge: where it comes from and where it leads to.</param>
    public void DrawHeading(FrameBuilder frame, string heading, string remark, double opacity, bool isEdge = false)
    {
        if (opacity <= 0.01) return;
        var palette = stage.Palette;
        var (headingColor, remarkColor, remarkFace, remarkSize) = isEdge
            ? (palette.Text, palette.Text, Face.SemiBold, 28f) : (palette.Text, palette.Secondary, Face.Regular, 24f);
        var left = Area.Left + Margin;
        if (stage.Layout.IsWide)
        {
            var size = Fit(heading, Face.SemiBold, 30);
            var y = remark.Length == 0 ? Area.MidY + 10 : Area.MidY - 10;
            frame.Add(new TextLine(heading, new(left, y), size, headingColor.Faded(opacity), Face.SemiBold));
            if (remark.Length > 0)
                frame.Add(new TextLine(
                    remark, new(left, y + 38), Fit(remark, remarkFace, Math.Min(remarkSize, size)), remarkColor.Faded(opacity),
                    remarkFace));
        }
        else
        {
            frame.Add(new TextLine(heading, new(left, Area.Top + 44), 30, headingColor.Faded(opacity), Face.SemiBold));
            if (remark.Length > 0)
            {
                var x = left + stage.Fonts.Shape(heading, Face.SemiBold, 30).Width + 22;
                frame.Add(new TextLine(remark, new(x, Area.Top + 44), remarkSize, remarkColor.Faded(opacity), remarkFace));
            }
        }
    }

    // The largest size up to a wanted one at which a line fits beside the formulas.
    float Fit(string line, Face face, float size) =>
        Math.Clamp(size * (HeadingWidth - 30) / stage.Fonts.Shape(line, face, size).Width, 22, size);

    /// <summary>Writes one or two sentences below each other, each broken into lines between clauses where it has to be.</summary>
    public void Draw(FrameBuilder frame, Clause[] first, Clause[]? second = null) =>
        DrawAll(frame, second is null ? [first] : [first, second]);

    /// <summary>Writes sentences below each other.</summary>
    public void DrawAll(FrameBuilder frame, Clause[][] sentences)
    {
        foreach (var (clause, origin, size) in Place(sentences))
            if (clause.Opacity > 0.01)
                frame.Add(new FormulaText(clause.Source, origin, size, FormulaStyles.WithRoles(stage.Palette, clause)));
    }

    /// <summary>What the heading leaves free.</summary>
    public SKRect Room => stage.Layout.IsWide
        ? new SKRect(Area.Left + Margin + HeadingWidth, Area.Top + 15, Area.Right - Margin, Area.Bottom - 13)
        : new SKRect(Area.Left + Margin, Area.Top + 62, Area.Right - Margin, Area.Bottom - 14);

    /// <summary>Whether sentences have room below each other at a size that is read with ease.</summary>
    public bool Fits(Clause[][] sentences) => Fit(sentences, Room, SmallestWhole) is not null;

    // Where sentences stand, at the largest size at which all of them fit.
    List<PlacedClause> Place(Clause[][] sentences)
    {
        var room = Room;
        // A sentence on one line is read more easily than one on two, unless that is much larger.
        for (var size = Largest; size > Smallest; size--)
        {
            if (Fit(sentences, room, size) is not { } lines) continue;
            if (lines.Count == sentences.Length) return Stack(lines, room, size);
            var least = Math.Max(SmallestWhole, size / MuchLarger);
            for (var smaller = size - 1; smaller >= least; smaller--)
                if (Fit(sentences, room, smaller) is { } whole && whole.Count == sentences.Length) return Stack(whole, room, smaller);
            return Stack(lines, room, size);
        }
        return Stack(Break(sentences, room.Width, Smallest), room, Smallest);
    }

    List<TextRow>? Fit(Clause[][] sentences, SKRect room, float size)
    {
        var lines = Break(sentences, room.Width, size);
        return HeightOf(lines, size) <= room.Height && lines.All(l => l.Width <= room.Width) ? lines : null;
    }

    static float HeightOf(List<TextRow> lines, float size) => lines.Sum(l => l.Height + l.Depth) + (lines.Count - 1) * Leading(size);

    static float Leading(float size) => size * 0.36f;

    sealed record TextRow(List<(Clause Clause, float X)> Clauses, float Width, float Height, float Depth);

    List<TextRow> Break(Clause[][] sentences, float width, float size)
    {
        List<TextRow> lines = [];
        foreach (var sentence in sentences)
        {
            // A sentence's further lines stand in a little.
            List<(Clause, float)> row = [];
            float x = 0, height = 0, depth = 0;
            foreach (var clause in sentence)
            {
                var laid = stage.Fonts.Lay(clause.Source, size);
                var start = row.Count == 0 || clause.GoesOn ? x : x + size * ClauseGap;
                if (row.Count > 0 && start + laid.Width > width)
                {
                    lines.Add(new(row, x, height, depth));
                    start = size * 1.2f;
                    (row, height, depth) = ([], 0, 0);
                }
                row.Add((clause, start));
                x = start + laid.Width;
                height = Math.Max(height, laid.Height);
                depth = Math.Max(depth, laid.Depth);
            }
            lines.Add(new(row, x, height, depth));
        }
        return lines;
    }

    static List<PlacedClause> Stack(List<TextRow> lines, SKRect room, float size)
    {
        List<PlacedClause> placed = [];
        var y = room.MidY - HeightOf(lines, size) / 2;
        foreach (var line in lines)
        {
            y += line.Height;
            foreach (var (clause, x) in line.Clauses) placed.Add(new(clause, new(room.Left + x, y), size));
            y += line.Depth + Leading(size);
        }
        return placed;
    }
}
