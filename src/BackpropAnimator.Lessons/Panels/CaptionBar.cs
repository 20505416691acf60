using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One or two lines at the bottom that say in words what the picture shows.</summary>
internal sealed class CaptionBar(LessonStage stage)
{
    public void Draw(FrameBuilder frame, string? caption, double opacity)
    {
        if (string.IsNullOrWhiteSpace(caption) || opacity <= 0.01) return;
        var area = stage.Layout.Caption;
        var lines = CaptionLines.Of(caption, area, stage.Fonts);
        var baseline = area.MidY - (lines.Texts.Count - 1) * lines.Pitch / 2 + lines.Size * 0.36f;
        foreach (var line in lines.Texts)
        {
            frame.Add(new TextLine(
                line, new(area.MidX, baseline), lines.Size, stage.Palette.Text.Faded(opacity), Face.Regular, SKTextAlign.Center)
            {
                Role = RoleOf.Caption,
            });
            baseline += lines.Pitch;
        }
    }
}

/// <summary>A caption broken into lines, as large as its room allows.</summary>
/// <param name="Size">Of the letters, in stage units.</param>
/// <param name="Fits">Whether the room holds them all.</param>
internal readonly record struct CaptionLines(IReadOnlyList<string> Texts, float Size, bool Fits)
{
    const float Largest = 31, LargestTall = 44, Smallest = 24, LineHeight = 1.3f;

    // Of the room's height: in a tall picture, which is seen on phones, captions are larger.
    const float LargestShare = 0.32f;

    // Letters reach less far than their lines are apart.
    const float Overhang = 4;

    /// <summary>From line to line, in stage units.</summary>
    public float Pitch => Size * LineHeight;

    public static CaptionLines Of(string caption, SKRect area, FontShelf fonts)
    {
        for (var size = MathF.Floor(Math.Clamp(area.Height * LargestShare, Largest, LargestTall)); ; size--)
        {
            var texts = fonts.Wrap(caption, Face.Regular, size, area.Width);
            var fits = texts.Count * size * LineHeight <= area.Height + Overhang
                && texts.All(text => fonts.Shape(text, Face.Regular, size).Width <= area.Width);
            if (fits || size <= Smallest) return new(texts, size, fits);
        }
    }

    /// <summary>How many characters of a caption fit, whole words only.</summary>
    public static int LengthThatFits(string caption, SKRect area, FontShelf fonts)
    {
        var words = caption.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (fit, over) = (0, words.Length + 1);
        while (over - fit > 1)
        {
            var middle = (fit + over) / 2;
            if (Of(Begin(middle), area, fonts).Fits) fit = middle;
            else over = middle;
        }
        return Begin(fit).Length;

        string Begin(int count) => string.Join(' ', words.Take(count));
    }
}
