using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What a phase is about, which its heading wears the colour of: the two ways through the network, which have an arrow as well, the error
/// at its end, and what is learned from it.
/// </summary>
public enum Direction { None, Forward, Backward, Error, Learning }

/// <summary>The lesson's title, and what is going on right now.</summary>
internal sealed class Header(LessonStage stage, string title)
{
    // The phase's name leads; the title follows it, smaller than it was.
    const float PhaseSize = 40, Following = 0.72f;

    /// <param name="written">How much of the title is written, 0 to 1.</param>
    /// <param name="phase">The phase's name; empty for none.</param>
    /// <param name="phaseOpacity">0 to 1.</param>
    /// <param name="leads">How far the title leads, 0 to 1: it is large while it is new, and then gives way to the phases.</param>
    public void Draw(FrameBuilder frame, double written, string phase, Direction direction, double phaseOpacity, double leads)
    {
        // A lesson of a single phase may bear its name: once is enough.
        if (phase == title) phase = "";
        var (layout, palette) = (stage.Layout, stage.Palette);
        var area = layout.Header;
        var (align, x) = layout.HeaderStacks ? (SKTextAlign.Center, area.MidX) : (SKTextAlign.Left, area.Left);
        var phaseText = direction switch { Direction.Forward => phase + "  →", Direction.Backward => "←  " + phase, _ => phase };
        var phaseWidth = layout.HeaderStacks || phase.Length == 0 ? 0 : stage.Fonts.Shape(phaseText, Face.Bold, PhaseSize).Width + 60;

        // A long title gives way in size before it would meet the phase's name, and then takes two lines.
        var lines = FitTitle(area.Width - Math.Max(phaseWidth, layout.HeaderStacks ? 0 : 380), out var size);
        var letters = (int)Math.Round(title.Length * Math.Clamp(written, 0, 1));
        var baseline = area.Top + (lines.Count == 1 ? 46 : 30);
        var color = palette.Secondary.Mixed(palette.Text, leads);
        size *= Following + (1 - Following) * (float)leads;
        foreach (var line in lines)
        {
            var shown = LettersOf(line, letters);
            letters -= line.Length + 1;
            // Written on in place: the line starts where its whole will start, on the side from which it is read.
            var whole = stage.Fonts.Shape(line, Face.SemiBold, size);
            var start = align == SKTextAlign.Left ? x : x - whole.Width / 2;
            if (shown.Length > 0)
                frame.Add(whole.IsRightToLeft
                    ? new TextLine(shown, new(start + whole.Width, baseline), size, color, Face.SemiBold, SKTextAlign.Right)
                    : new TextLine(shown, new(start, baseline), size, color, Face.SemiBold));
            baseline += size * 1.18f;
        }
        if (phase.Length == 0 || phaseOpacity <= 0.01) return;
        var own = direction switch
        {
            Direction.Forward => palette.Forward,
            Direction.Backward => palette.Backward,
            Direction.Error => palette.Error,
            Direction.Learning => palette.Learned,
            Direction.None => palette.Text,
            _ => throw new ArgumentOutOfRangeException(nameof(direction)),
        };
        var at = layout.HeaderStacks ? new SKPoint(area.MidX, area.Bottom - 4) : new(area.Right, area.Top + 46);
        TextLine name = new(
            phaseText, at, PhaseSize, own.Faded(phaseOpacity), Face.Bold, layout.HeaderStacks ? SKTextAlign.Center : SKTextAlign.Right);
        // A mark above the last letter, as Vietnamese has, reaches out beyond it.
        var beyond = Math.Max(0, name.Bounds(stage.Fonts).Right - area.Right);
        frame.Add(name with { Position = new(at.X - beyond, at.Y) });
    }

    // Whole letters only, with their marks.
    static string LettersOf(string line, int most)
    {
        var end = 0;
        while (end < line.Length && end + StringInfo.GetNextTextElementLength(line, end) <= most)
            end += StringInfo.GetNextTextElementLength(line, end);
        return line[..end];
    }

    List<string> FitTitle(float width, out float size)
    {
        const float largest = 44, smallest = 34;
        var whole = stage.Fonts.Shape(title, Face.SemiBold, largest).Width;
        size = Math.Min(largest, largest * width / whole);
        if (size >= smallest) return [title];
        List<string> lines = [.. stage.Fonts.Wrap(title, Face.SemiBold, largest, whole * 0.75f)];
        if (lines.Count != 2) return [title];
        var longest = lines.Max(l => stage.Fonts.Shape(l, Face.SemiBold, largest).Width);
        size = Math.Min(smallest, largest * width / longest);
        return lines;
    }
}
