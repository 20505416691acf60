using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One or two lines at the bottom that say in words what the picture shows.</summary>
internal sealed class CaptionBar(LessonStage stage)
{
    public void Draw(FrameBuilder frame, RichText? caption, double opacity)
    {
        if (caption is null || caption.Letters.Length == 0 || opacity <= 0.01) return;
        var area = stage.Layout.Caption;
        var lines = CaptionLines.Of(caption, area, stage.Fonts);
        var baseline = area.MidY - (lines.Height - lines.Pitch) / 2 + lines.Size * 0.36f;
        for (var i = 0; i < lines.Lines.Length; i++)
        {
            if (i > 0) baseline += lines.PitchAt(i);
            frame.Write(
                lines.Lines[i], new(area.MidX, baseline), SKTextAlign.Center, stage.Palette.Text.Faded(opacity), stage, RoleOf.Caption);
        }
    }
}

/// <summary>A caption broken into lines, as large as its room allows.</summary>
/// <param name="Size">Of the letters, in stage units.</param>
/// <param name="Fits">Whether the room holds them all.</param>
internal readonly record struct CaptionLines(ImmutableArray<RichLine> Lines, float Size, bool Fits)
{
    const float Largest = 31, LargestTall = 44, Smallest = 24, LineHeight = 1.3f;

    // Of the room's height: in a tall picture, which is seen on phones, captions are larger.
    const float LargestShare = 0.32f;

    // Letters reach less far than their lines are apart.
    const float Overhang = 4;

    /// <summary>From line to line, in stage units; more where a formula needs it.</summary>
    public float Pitch => Size * LineHeight;

    /// <summary>From the baseline of the line before to that of a line.</summary>
    public float PitchAt(int line) => Lines[line].PitchAfter(Lines[line - 1], Pitch);

    /// <summary>Of all lines, each as high as its pitch.</summary>
    public float Height
    {
        get
        {
            var height = Pitch;
            for (var i = 1; i < Lines.Length; i++) height += PitchAt(i);
            return height;
        }
    }

    public static CaptionLines Of(RichText caption, SKRect area, FontShelf fonts)
    {
        for (var size = MathF.Floor(Math.Clamp(area.Height * LargestShare, Largest, LargestTall)); ; size--)
        {
            var lines = new CaptionLines(fonts.Wrap(caption, Face.Regular, size, area.Width), size, false);
            var fits = lines.Height <= area.Height + Overhang && lines.Lines.All(line => line.Width <= area.Width);
            if (fits || size <= Smallest) return lines with { Fits = fits };
        }
    }

    /// <summary>How many characters of a caption fit, whole words only.</summary>
    public static int LengthThatFits(string caption, SKRect area, FontShelf fonts)
    {
        int[] breaks = [0, .. LineBreaks.In(caption), caption.Length];
        var (fit, over) = (0, breaks.Length);
        while (over - fit > 1)
        {
            var middle = (fit + over) / 2;
            if (Of(RichText.Parse(Begin(middle)), area, fonts).Fits) fit = middle;
            else over = middle;
        }
        return Begin(fit).Length;

        string Begin(int count) => caption[..breaks[count]].TrimEnd();
    }
}
