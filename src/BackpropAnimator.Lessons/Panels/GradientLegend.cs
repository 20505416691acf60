using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What the sign of a gradient means, shown when gradients first appear.</summary>
internal sealed class GradientLegend(LessonStage stage)
{
    const float Largest = 30, Smallest = 22, MostRow = 46, LeastRow = 28, BesideArrow = 5, SizeInRow = 0.72f;

    // Leaning to each gap is too much work for every frame.
    readonly Lazy<bool> showsDeltas = new(() => stage.Network.Layout.CanShowDeltas);

    /// <param name="shown">How far it has come, 0 to 1: in the first half the loss makes room for it.</param>
    public void Draw(FrameBuilder frame, double shown)
    {
        var opacity = 2 * shown - 1;
        if (opacity <= 0.01) return;
        var (area, palette, words) = (stage.Layout.Legend, stage.Palette, stage.Words.Legend);
        (string Text, SkiaSharp.SKColor Color, Face Face, int Sign)[] lines =
        [
            (words.Delta, palette.Backward, Face.SemiBold, 0),
            (words.Gradient, palette.Secondary, Face.Medium, 0),
            (words.Raises, palette.Positive, Face.SemiBold, 1),
            (words.Lowers, palette.Negative, Face.SemiBold, -1),
        ];
        if (!showsDeltas.Value) lines = lines[1..];
        var row = Math.Min(MostRow, area.Height / lines.Length);
        // The signs' arrows take some of their lines' room.
        var widest = lines.Max(line => WidthOf(line.Text, line.Face) + (line.Sign == 0 ? 0 : SignArrow.Width + BesideArrow));
        var size = SizeIn(row, area.Width, widest);
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, baseline) = (lines[i], area.Top + row * (i + SizeInRow));
            // Every sign has its arrow, as on the edges.
            var at = new SKPoint(area.Left + SignArrow.Width / 2, baseline - 0.36f * size);
            if (SignArrow.At(at, line.Sign, line.Color.Faded(opacity)) is { } arrow)
                frame.Add(arrow);
            var indent = line.Sign == 0 ? 0 : SignArrow.Width + BesideArrow;
            frame.Add(new TextLine(line.Text, new(area.Left + indent, baseline), size, line.Color.Faded(opacity), line.Face));
        }
    }

    /// <summary>What the numbers beside the lit edges are, where ∂L/∂a is a sum of them.</summary>
    public void DrawSum(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01) return;
        var (area, color) = (stage.Layout.LegendAboveLargePanel, stage.Palette.FactorError.Faded(opacity));
        string[] lines = [stage.Words.Legend.SumFirst, stage.Words.Legend.SumSecond, stage.Words.Legend.SumThird];
        // In one line where there is room for no more.
        if (area.Height < lines.Length * LeastRow) lines = [string.Join(' ', lines)];
        var row = Math.Min(MostRow, area.Height / lines.Length);
        var size = SizeIn(row, area.Width, lines.Max(line => WidthOf(line, Face.SemiBold)));
        for (var i = 0; i < lines.Length; i++)
            frame.Add(new TextLine(lines[i], new(area.Left, area.Top + row * (i + SizeInRow)), size, color, Face.SemiBold));
    }

    // The largest size at which a line keeps inside its row.
    static float SizeIn(float row, float room, float widest) =>
        Math.Clamp(Math.Min(row * SizeInRow, Largest * room / widest), Smallest, Largest);

    float WidthOf(string text, Face face) => stage.Fonts.Shape(text, face, Largest).Width;
}
