using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A cell of a matrix as a viewer sees it: a plate with a number in its middle.</summary>
sealed record CellOnScreen(string Text, SKColor Fill, SKPoint At, SKColor Border, SKColor TextColor)
{
    /// <summary>The cells whose numbers can be read, in the order in which they are drawn.</summary>
    public static List<CellOnScreen> In(Frame frame) =>
        [.. from text in frame.Items.OfType<TextLine>()
            where text.Color.Alpha > 128
            from panel in frame.Items.OfType<Panel>()
            where panel.Role == RoleOf.MatrixCell
            where Math.Abs(panel.Rect.MidX - text.Position.X) < 1 && Math.Abs(panel.Rect.MidY - text.Position.Y) < 1
            select new CellOnScreen(text.Text, panel.Fill, text.Position, panel.Border, text.Color)];

    /// <summary>The same from left to right, each column from the top.</summary>
    public static List<List<CellOnScreen>> ColumnsIn(Frame frame) =>
        [.. In(frame).GroupBy(c => MathF.Round(c.At.X)).OrderBy(g => g.Key).Select(g => g.OrderBy(c => c.At.Y).ToList())];
}
