using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>What the sign of a gradient means, shown when gradients first appear.</summary>
internal sealed class GradientLegend(LessonStage stage)
{
    public void Draw(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01) return;
        var (area, palette) = (stage.Layout.Legend, stage.Palette);
        (string Text, SkiaSharp.SKColor Color, Face Face)[] lines =
        [
            ("δ  a unit's share of the error", palette.Backward, Face.SemiBold),
            ("∂L/∂w  beside each weight:", palette.Secondary, Face.Medium),
            ("+  raise w, and L rises", palette.Positive, Face.SemiBold),
            ("−  raise w, and L falls", palette.Negative, Face.SemiBold),
        ];
        var row = Math.Min(40, area.Height / lines.Length);
        var size = Math.Clamp(row * 0.72f, 22, 24);
        var network = stage.Network.Layout;
        if (!network.ShowsDeltas) lines = lines[1..];
        for (var i = 0; i < lines.Length; i++)
            frame.Add(new TextLine(lines[i].Text, new(area.Left, area.Top + row * (i + 0.72f)), size, lines[i].Color.Faded(opacity), lines[i].Face));
    }
}
