using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What a theme puts on every frame: the logo in its row, and the watermark beyond all that the lesson shows.</summary>
internal sealed class Brand
{
    // Twice the size at which a picture is shown at most, for large videos.
    const int LongestSide = 1024;

    // What is left free of the strip beyond the safe area, which is no higher than this where there is more.
    const float StripHeight = 40, AboveAndBelow = 5;

    // The least that can be read on a phone; a watermark need not be larger.
    const float TextSize = 22;

    // Seconds that the logo takes to leave its corner for the card.
    const double Leaves = 0.6;

    readonly RasterImage? logo;
    readonly DrawItem? watermark;

    public Brand(ThemeScript theme, StageLayout layout, Palette palette, FontShelf fonts)
    {
        if (PictureOf(theme.Logo?.ImageBytes ?? []) is { } picture) logo = new(picture, layout.Logo) { Role = RoleOf.Logo };
        if (theme.Watermark is { } mark) watermark = Watermark(mark, layout, palette, fonts);
    }

    /// <summary>A picture of a theme; null where there is none that can be read.</summary>
    /// <param name="file">A PNG or JPEG file; empty for none.</param>
    public static Raster? PictureOf(ImmutableArray<byte> file) => file.IsEmpty ? null : Raster.Decode(file.AsSpan(), LongestSide);

    /// <param name="card">Seconds since the end card began, which may show the logo itself; null before.</param>
    public void Draw(FrameBuilder frame, double? card)
    {
        var stays = card is { } seconds ? 1 - Easing.InOutCubic(Math.Clamp(seconds / Leaves, 0, 1)) : 1;
        if (logo is not null && stays > 0.01) frame.Add(stays == 1 ? logo : logo with { Opacity = (float)stays });
        if (watermark is not null) frame.Add(watermark);
    }

    static DrawItem Watermark(WatermarkScript mark, StageLayout layout, Palette palette, FontShelf fonts)
    {
        var (isTop, isLeft) = (mark.Corner is Corner.TopLeft or Corner.TopRight, mark.Corner is Corner.TopLeft or Corner.BottomLeft);
        var safe = layout.Safe;
        var strip = isTop
            ? new SKRect(safe.Left, Math.Max(0, safe.Top - StripHeight), safe.Right, safe.Top)
            : new(safe.Left, safe.Bottom, safe.Right, Math.Min(layout.Size.Height, safe.Bottom + StripHeight));
        if (PictureOf(mark.ImageBytes) is { } picture)
        {
            var scale = Math.Min((strip.Height - 2 * AboveAndBelow) / picture.Height, strip.Width / 2 / picture.Width);
            var (width, height) = (picture.Width * scale, picture.Height * scale);
            var place = SKRect.Create(isLeft ? strip.Left : strip.Right - width, strip.MidY - height / 2, width, height);
            return new RasterImage(picture, place, (float)mark.Opacity) { Role = RoleOf.Watermark };
        }
        return new TextLine(
            fonts.Shortened(mark.Text ?? "", Face.Medium, TextSize, strip.Width / 2), new(isLeft ? strip.Left : strip.Right, strip.MidY),
            TextSize, palette.Secondary.Faded(mark.Opacity), Face.Medium, isLeft ? SKTextAlign.Left : SKTextAlign.Right, TextAnchor.Middle)
        {
            Role = RoleOf.Watermark,
        };
    }
}
