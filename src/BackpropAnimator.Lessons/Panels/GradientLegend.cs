using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What the sign of a gradient means, shown when gradients first appear.</summary>
internal sealed class GradientLegend(LessonStage stage)
{
    const float Largest = 24, Smallest = 22, LeastRow = 28;

    // Leaning to each gap is too much work for every frame.
    readonly Lazy<bool> showsDeltas = new(() => stage.Network.Layout.CanShowDeltas);

    public void Draw(FrameBuilder frame, double opacity)
    {
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
        var row = Math.Min(40, area.Height / lines.Length);
        var widest = lines.Max(line => stage.Fonts.Shape(line.Text, line.Face, Largest).Width);
        var size = Math.Clamp(Math.Min(row * 0.72f, Largest * area.Width / widest), Smallest, Largest);
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, baseline) = (lines[i], area.Top + row * (i + 0.72f));
            // Every sign has its arrow, as on the edges.
            var at = new SKPoint(area.Left + SignArrow.Width / 2, baseline - 0.36f * size);
            if (SignArrow.At(at, line.Sign, line.Color.Faded(opacity)) is { } arrow)
                frame.Add(arrow);
            var indent = line.Sign == 0 ? 0 : SignArrow.Width + 5;
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
        var row = Math.Min(40, area.Height / lines.Length);
        for (var i = 0; i < lines.Length; i++)
            frame.Add(new TextLine(lines[i], new(area.Left, area.Top + row * (i + 0.72f)), Largest, color, Face.SemiBold));
    }
}
