using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The stage in two halves for two lessons that go in step: beside each other in wide pictures, one above the other in square
/// and tall ones. What has the same place in both halves is of the same size, so that the halves can be compared by eye.
/// </summary>
internal sealed class SplitStage
{
    const float Gap = 72, StackedGap = 36;

    readonly SKRect body;
    readonly bool isStacked;

    public SplitStage(StageLayout layout)
    {
        (body, isStacked) = (layout.Body, !layout.IsWide);
        (First, Second) = isStacked
            ? (
                new StageHalf(new(body.Left, body.Top, body.Right, body.MidY - StackedGap / 2)),
                new StageHalf(new(body.Left, body.MidY + StackedGap / 2, body.Right, body.Bottom)))
            : (
                new StageHalf(new(body.Left, body.Top, body.MidX - Gap / 2, body.Bottom)),
                new StageHalf(new(body.MidX + Gap / 2, body.Top, body.Right, body.Bottom)));
    }

    /// <summary>The left half, or the upper one.</summary>
    public StageHalf First { get; }

    /// <summary>The right half, or the lower one.</summary>
    public StageHalf Second { get; }

    /// <summary>The line between the halves; it grows from its middle.</summary>
    public void DrawDivider(FrameBuilder frame, Palette palette, double grown, double opacity)
    {
        if (opacity <= 0.01 || grown <= 0.01) return;
        var reach = (isStacked ? body.Width : body.Height) / 2 * (float)grown;
        var (from, to) = isStacked
            ? (new SKPoint(body.MidX - reach, body.MidY), new SKPoint(body.MidX + reach, body.MidY))
            : (new SKPoint(body.MidX, body.MidY - reach), new SKPoint(body.MidX, body.MidY + reach));
        frame.Add(new Line(from, to, 2, palette.PanelBorder.Faded(opacity)));
    }
}

/// <summary>One half of a <see cref="SplitStage"/>: a line for its name, and the room below.</summary>
internal sealed class StageHalf(SKRect area)
{
    const float HeadingHeight = 56, HeadingSize = 36;

    public SKRect Area => area;

    public SKRect Body => new(area.Left, area.Top + HeadingHeight, area.Right, area.Bottom);

    /// <summary>The half's name, with what is measured there across from it.</summary>
    /// <param name="remark">Such as "L = 0.48"; may be empty.</param>
    public void DrawHeading(
        FrameBuilder frame, FontShelf fonts, Palette palette, string name, string remark, SKColor remarkColor, double opacity)
    {
        if (opacity <= 0.01) return;
        var baseline = area.Top + 38;
        var remarkWidth = remark.Length == 0 ? 0 : fonts.Shape(remark, Face.SemiBold, 30).Width + 30;
        // A long name gives way in size.
        var size =
            Math.Clamp(HeadingSize * (area.Width - remarkWidth) / fonts.Shape(name, Face.SemiBold, HeadingSize).Width, 24, HeadingSize);
        frame.Add(new TextLine(name, new(area.Left, baseline), size, palette.Text.Faded(opacity), Face.SemiBold));
        if (remark.Length > 0)
            frame.Add(new TextLine(remark, new(area.Right, baseline), 30, remarkColor.Faded(opacity), Face.SemiBold, SKTextAlign.Right));
    }
}
