using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The lesson's last card: a logo, a title and some lines in the middle of the stage, one after the other.</summary>
internal sealed class EndCardPhase : SoloPhase<EndCardOptions>
{
    const float LogoHeight = 168, MostOfWidth = 0.9f;
    const float LargestTitle = 92, LargestLine = 40, SmallestText = 24;

    // In ems of what stands below.
    const float Gap = 0.9f, LineHeight = 1.45f;

    // Each comes from so far below its place, in stage units, and takes so long, as shares of the card's time.
    const float Rise = 22;
    const double Comes = 0.16, Step = 0.06;

    readonly ImmutableArray<(double At, Func<float, double, DrawItem> Item)> parts;

    public EndCardPhase(EndCardOptions options, PhasePlace place) : base(options, place)
    {
        var (area, palette) = (Stage.Layout.Body, Stage.Palette);
        var room = area.Width * MostOfWidth;
        var picture = Brand.PictureOf(options.LogoBytes);
        var logo = picture is null ? SKSize.Empty : SizeOf(picture, room);
        var titleSize = Fitting([Title], Face.Bold, LargestTitle, room);
        ImmutableArray<string> lines = [.. options.Lines.SelectMany(line => Stage.Fonts.Wrap(line, Face.Regular, LargestLine, room))];
        var lineSize = Fitting(lines, Face.Regular, LargestLine, room);
        var height = logo.Height + (picture is null ? 0 : Gap * titleSize * 0.6f) + titleSize * 0.73f
            + (lines.IsEmpty ? 0 : Gap * titleSize * 0.5f + lines.Length * lineSize * LineHeight);
        var y = area.MidY - height / 2;
        var built = ImmutableArray.CreateBuilder<(double, Func<float, double, DrawItem>)>();
        if (picture is not null)
        {
            var rect = SKRect.Create(area.MidX - logo.Width / 2, y, logo.Width, logo.Height);
            Add((down, opacity) => new RasterImage(picture, Moved(rect, down), (float)opacity) { Role = RoleOf.Logo });
            y += logo.Height + Gap * titleSize * 0.6f;
        }
        y += titleSize * 0.73f;
        Write(Title, y, titleSize, palette.Text, Face.Bold);
        y += Gap * titleSize * 0.5f;
        foreach (var line in lines)
        {
            y += lineSize * LineHeight;
            Write(line, y - lineSize * 0.4f, lineSize, palette.Secondary, Face.Regular);
        }
        parts = built.ToImmutable();

        void Add(Func<float, double, DrawItem> item) => built.Add((0.04 + Step * built.Count, item));

        void Write(string text, float baseline, float size, SKColor color, Face face) => Add((down, opacity) => new TextLine(
            text, new(area.MidX, baseline + down), size, color.Faded(opacity), face, SKTextAlign.Center));
    }

    protected override string DefaultTitle => Stage.Words.Titles.EndCard;

    // It is written large on the card.
    protected override string Heading => "";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        foreach (var (at, item) in parts)
        {
            var come = Own.Duration <= 0 ? 1 : Easing.OutCubic(Math.Clamp((t / Own.Duration - at) / Comes, 0, 1));
            var shown = come * Shown(t);
            if (shown > 0.01) frame.Add(item(Rise * (float)(1 - come), shown));
        }
    }

    float Fitting(ImmutableArray<string> lines, Face face, float largest, float room)
    {
        var widest = lines.Select(line => Stage.Fonts.Shape(line, face, largest).Width).DefaultIfEmpty().Max();
        return widest <= room ? largest : Math.Max(SmallestText, largest * room / widest);
    }

    static SKSize SizeOf(Raster picture, float room)
    {
        var scale = Math.Min(LogoHeight / picture.Height, room / picture.Width);
        return new(picture.Width * scale, picture.Height * scale);
    }

    static SKRect Moved(SKRect rect, float down)
    {
        rect.Offset(0, down);
        return rect;
    }
}
