using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>A grid of stills with a line of text below each, for looking at a whole video at once.</summary>
/// <param name="Columns">Stills a row; at least 1.</param>
/// <param name="CellWidth">A still's width in pixels.</param>
public sealed record ContactSheet(int Columns = 4, int CellWidth = 480)
{
    const int Gap = 8, LabelHeight = 24;
    static readonly SKColor Ground = new(0x12, 0x14, 0x18), LabelColor = new(0xC8, 0xCC, 0xD4);

    /// <param name="frames">Where the stills are from.</param>
    /// <param name="stills">Frame indices with their labels, in order.</param>
    /// <param name="size">The size in pixels at which the frames are made for; stills are scaled down from about that size.</param>
    /// <param name="fonts">For the frames and the labels.</param>
    /// <param name="file">The PNG file to write.</param>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    public void Write(FrameSequence frames, IReadOnlyList<(int Frame, string Label)> stills, SKSizeI size, FontShelf fonts, string file)
    {
        var cell = new SKSizeI(Even(CellWidth), Even((double)CellWidth * size.Height / size.Width));
        var rows = (stills.Count + Columns - 1) / Columns;
        var sheet = new SKSizeI(Even(Gap + Columns * (cell.Width + Gap)), Even(Gap + rows * (cell.Height + LabelHeight)));
        using var labels = new Painter(sheet, fonts);
        labels.Paint(LabelsOf(stills, cell, sheet));
        var pixels = labels.Pixels.ToArray();

        var reduction = Math.Max(1, (int)Math.Round((double)size.Width / cell.Width));
        using var painter = new Painter(new(cell.Width * reduction, cell.Height * reduction), fonts);
        for (var i = 0; i < stills.Count; i++)
        {
            painter.Paint(frames.FrameAt(stills[i].Frame));
            var corner = CornerOf(i, cell);
            Reduce(painter.Pixels, cell, reduction, pixels.AsSpan((corner.Y * sheet.Width + corner.X) * 4), sheet.Width * 4);
        }
        PngExport.Write(pixels, sheet, file);
    }

    SKPointI CornerOf(int index, SKSizeI cell) =>
        new(Gap + index % Columns * (cell.Width + Gap), Gap + index / Columns * (cell.Height + LabelHeight));

    Frame LabelsOf(IReadOnlyList<(int Frame, string Label)> stills, SKSizeI cell, SKSizeI sheet)
    {
        var lines = stills.Select((still, i) =>
        {
            var corner = CornerOf(i, cell);
            var place = new SKPoint(corner.X + 2, corner.Y + cell.Height + LabelHeight / 2f);
            return new TextLine(still.Label, place, 14, LabelColor, Face.Medium, Anchor: TextAnchor.Middle);
        });
        return new(new(sheet.Width, sheet.Height), new(Ground, Ground), [.. lines]);
    }

    // Each pixel is the mean of a square of pixels.
    static void Reduce(ReadOnlySpan<byte> bgra, SKSizeI cell, int reduction, Span<byte> to, int toStride)
    {
        var stride = cell.Width * reduction * 4;
        for (var y = 0; y < cell.Height; y++)
            for (var at = 0; at < cell.Width * 4; at++)
            {
                var first = y * reduction * stride + at / 4 * reduction * 4 + at % 4;
                var sum = 0;
                for (var dy = 0; dy < reduction; dy++)
                    for (var dx = 0; dx < reduction; dx++) sum += bgra[first + dy * stride + dx * 4];
                to[y * toStride + at] = (byte)((sum + reduction * reduction / 2) / (reduction * reduction));
            }
    }

    static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
