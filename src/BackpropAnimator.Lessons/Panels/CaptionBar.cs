using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One or two lines at the bottom that say in words what the picture shows.</summary>
internal sealed class CaptionBar(LessonStage stage)
{
    const float Largest = 31, Smallest = 24, LineHeight = 1.3f;

    public void Draw(FrameBuilder frame, string? caption, double opacity)
    {
        if (string.IsNullOrWhiteSpace(caption) || opacity <= 0.01) return;
        var area = stage.Layout.Caption;
        var size = Largest;
        var lines = Wrap(caption, size);
        while (lines.Count * size * LineHeight > area.Height + 4 && size > Smallest) lines = Wrap(caption, --size);
        var baseline = area.MidY - (lines.Count - 1) * size * LineHeight / 2 + size * 0.36f;
        foreach (var line in lines)
        {
            frame.Add(new TextLine(
                line, new(area.MidX, baseline), size, stage.Palette.Text.Faded(opacity), Face.Regular, SKTextAlign.Center));
            baseline += size * LineHeight;
        }
    }

    IReadOnlyList<string> Wrap(string text, float size) => stage.Fonts.Wrap(text, Face.Regular, size, stage.Layout.Caption.Width);
}
