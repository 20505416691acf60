using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>What the sign of a gradient means, shown when gradients first appear.</summary>
internal sealed class GradientLegend(LessonStage stage)
{
    const float Largest = 24, Smallest = 22;

    // Leaning to each gap is too much work for every frame.
    readonly Lazy<bool> showsDeltas = new(() => stage.Network.Layout.CanShowDeltas);

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
        if (!showsDeltas.Value) lines = lines[1..];
        var row = Math.Min(40, area.Height / lines.Length);
        var widest = lines.Max(line => stage.Fonts.Shape(line.Text, line.Face, Largest).Width);
        var size = Math.Clamp(Math.Min(row * 0.72f, Largest * area.Width / widest), Smallest, Largest);
        for (var i = 0; i < lines.Length; i++)
            frame.Add(new TextLine(
                lines[i].Text, new(area.Left, area.Top + row * (i + 0.72f)), size, lines[i].Color.Faded(opacity), lines[i].Face));
    }
}
