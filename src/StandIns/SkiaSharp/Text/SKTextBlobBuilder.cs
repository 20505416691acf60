namespace SkiaSharp;

public class SKTextBlobBuilder : SKObject
{
    readonly List<GlyphRun> _runs = [];

    /// <returns>The runs added since the last call; null when there are none.</returns>
    public SKTextBlob Build()
    {
        if (_runs.Count == 0) return null;
        var blob = new SKTextBlob([.. _runs]);
        _runs.Clear();
        return blob;
    }

    /// <summary>Adds glyphs one after the other, each as far from the last as that one's advance.</summary>
    public void AddRun(ReadOnlySpan<ushort> glyphs, SKFont font, SKPoint origin = default)
    {
        var positions = new SKPoint[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            positions[i] = origin;
            origin.Offset(font.Advance(glyphs[i]), 0);
        }
        AddPositionedRun(glyphs, font, positions);
    }

    public void AddHorizontalRun(ReadOnlySpan<ushort> glyphs, SKFont font, ReadOnlySpan<float> positions, float y)
    {
        var points = new SKPoint[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++) points[i] = new(positions[i], y);
        AddPositionedRun(glyphs, font, points);
    }

    public void AddPositionedRun(ReadOnlySpan<ushort> glyphs, SKFont font, ReadOnlySpan<SKPoint> positions)
    {
        if (glyphs.IsEmpty) return;
        _runs.Add(new(font, [.. glyphs], [.. positions[..glyphs.Length]]));
    }
}
