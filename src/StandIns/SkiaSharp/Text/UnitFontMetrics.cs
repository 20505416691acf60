using System.Buffers.Binary;

namespace SkiaSharp;

/// <summary>Reads a face's metrics for a font size of 1, from the tables that Skia takes them from.</summary>
static class UnitFontMetrics
{
    const uint Os2 = 'O' << 24 | 'S' << 16 | '/' << 8 | '2';

    // Offsets in the OS/2 table: https://learn.microsoft.com/typography/opentype/spec/os2
    const int AverageCharWidth = 2, XHeight = 86, CapHeight = 88;

    public static SKFontMetrics Read(FontFace face)
    {
        float em = face.UnitsPerEm;
        var (ascender, descender, height) = face.Line;
        var os2 = face.Table(Os2) ?? [];
        float Field(int offset) => offset + 2 <= os2.Length ? BinaryPrimitives.ReadInt16BigEndian(os2.AsSpan(offset)) / em : 0;
        return new()
        {
            Top = face.Box.Top / em,
            Ascent = -ascender / em,
            Descent = -descender / em,
            Bottom = face.Box.Bottom / em,
            Leading = (height + descender - ascender) / em,
            AverageCharacterWidth = Field(AverageCharWidth),
            MaxCharacterWidth = face.MaxAdvance / em,
            XMin = face.Box.Left / em,
            XMax = face.Box.Right / em,
            XHeight = Field(XHeight),
            CapHeight = Field(CapHeight),
        };
    }
}
