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
        var row = Math.Min(44, area.Height / 3);
        var y = area.Top + row * 0.75f;
        frame.Add(new TextLine("∂L/∂w beside each weight", new(area.Left, y), 24, palette.Secondary.Faded(opacity), Face.Medium));
        frame.Add(new TextLine("+  raise w, and L rises", new(area.Left, y + row), 24, palette.Positive.Faded(opacity), Face.SemiBold));
        frame.Add(new TextLine("−  raise w, and L falls", new(area.Left, y + 2 * row), 24, palette.Negative.Faded(opacity), Face.SemiBold));
    }
}
