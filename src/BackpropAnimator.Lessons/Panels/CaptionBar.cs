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
        var lines = Wrap(caption, area.Width, size);
        while (lines.Count * size * LineHeight > area.Height + 4 && size > Smallest) lines = Wrap(caption, area.Width, --size);
        var baseline = area.MidY - (lines.Count - 1) * size * LineHeight / 2 + size * 0.36f;
        foreach (var line in lines)
        {
            frame.Add(new TextLine(line, new(area.MidX, baseline), size, stage.Palette.Text.Faded(opacity), Face.Regular, SKTextAlign.Center));
            baseline += size * LineHeight;
        }
    }

    // As few lines as fit, and these as equal as they can be: no last word alone.
    List<string> Wrap(string text, float width, float size)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var fewest = Fill(words, width, size);
        if (fewest.Count == 1) return fewest;
        for (var narrower = width * 0.5f; narrower < width; narrower += width / 40)
        {
            var balanced = Fill(words, narrower, size);
            if (balanced.Count == fewest.Count && balanced.All(l => stage.Fonts.Shape(l, Face.Regular, size).Width <= width)) return balanced;
        }
        return fewest;
    }

    List<string> Fill(string[] words, float width, float size)
    {
        List<string> lines = [];
        foreach (var word in words)
            if (lines.Count > 0 && stage.Fonts.Shape($"{lines[^1]} {word}", Face.Regular, size).Width <= width) lines[^1] += " " + word;
            else lines.Add(word);
        return lines;
    }
}
