using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Breaks a text into lines between words, and writes running text with its formulas.</summary>
internal static class Wrapping
{
    /// <summary>
    /// The lines of a text whose signs mean nothing: as few as fit, and these as equal as they can be. A word wider than the room stands on
    /// a line of its own.
    /// </summary>
    /// <param name="width">The room, in stage units.</param>
    public static IReadOnlyList<string> Wrap(this FontShelf fonts, string text, Face face, float size, float width) =>
        [.. fonts.Wrap(RichText.Plain(text), face, size, width).Select(line => line.Pieces[0].Text)];

    /// <summary>Adds a line of running text.</summary>
    /// <param name="at">On its baseline: its left end, its middle or its right end, as <paramref name="align"/> says.</param>
    public static void Write(
        this FrameBuilder frame, RichLine line, SKPoint at, SKTextAlign align, SKColor color, LessonStage stage, ItemRole role = default)
    {
        // A line of words is one item, and as long as it is by itself.
        if (line.Pieces is [{ IsFormula: false } words])
        {
            frame.Add(new TextLine(words.Text, at, words.Size, color, words.Face, align) { Role = role });
            return;
        }
        var left = align switch { SKTextAlign.Left => at.X, SKTextAlign.Center => at.X - line.Width / 2, _ => at.X - line.Width };
        foreach (var piece in line.Pieces)
        {
            var place = new SKPoint(left + piece.X, at.Y);
            frame.Add(piece.IsFormula
                ? new FormulaText(
                    piece.Text, place, piece.Size,
                    FormulaStyles.ByRole(stage.Palette, color.Alpha / 255.0, stage.Fonts.Lay(piece.Text, piece.Size))) { Role = role }
                : new TextLine(piece.Text, place, piece.Size, color, piece.Face) { Role = role });
        }
    }
}
