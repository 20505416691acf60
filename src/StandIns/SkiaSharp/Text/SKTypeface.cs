using System.Collections.Concurrent;

namespace SkiaSharp;

/// <summary>A font file. May be used by several threads at once.</summary>
public class SKTypeface : SKObject
{
    readonly FontFace _face;
    readonly Lock _faceLock = new();
    readonly ConcurrentDictionary<int, ushort> _glyphs = new();
    readonly ConcurrentDictionary<ushort, (SKPath Outline, int Advance)> _outlines = new();

    SKTypeface(FontFace face)
    {
        _face = face;
        (UnitsPerEm, GlyphCount, FamilyName) = (face.UnitsPerEm, face.GlyphCount, face.FamilyName);
        Metrics = UnitFontMetrics.Read(face);
    }

    public string FamilyName { get; }
    public int UnitsPerEm { get; }
    public int GlyphCount { get; }
    public int TableCount => GetTableTags().Length;

    internal SKFontMetrics Metrics { get; }
    internal GlyphMaskCache Masks { get; } = new();

    /// <returns>Null when there is no such file or it is no font.</returns>
    public static SKTypeface FromFile(string path, int index = 0) => File.Exists(path) ? Open(File.ReadAllBytes(path), index) : null;

    public static SKTypeface FromData(SKData data, int index = 0) => Open(data.AsSpan(), index);

    public static SKTypeface FromStream(Stream stream, int index = 0)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Open(copy.GetBuffer().AsSpan(0, (int)copy.Length), index);
    }

    static SKTypeface Open(ReadOnlySpan<byte> font, int index) => FontFace.TryOpen(font, index) is { } face ? new(face) : null;

    public uint[] GetTableTags()
    {
        lock (_faceLock) return Face.TableTags();
    }

    public byte[] GetTableData(uint tag) =>
        TryGetTableData(tag, out var data) ? data : throw new InvalidDataException("Unable to read the data table.");

    public bool TryGetTableData(uint tag, out byte[] tableData)
    {
        lock (_faceLock) tableData = Face.Table(tag);
        return tableData != null;
    }

    public ushort GetGlyph(int codepoint)
    {
        if (_glyphs.TryGetValue(codepoint, out var glyph)) return glyph;
        lock (_faceLock) glyph = Face.GlyphOf(codepoint);
        return _glyphs[codepoint] = glyph;
    }

    public ushort[] GetGlyphs(string text) => GetGlyphs(text.AsSpan());

    public ushort[] GetGlyphs(ReadOnlySpan<char> text)
    {
        var glyphs = new ushort[Count(text)];
        CopyGlyphs(text, glyphs);
        return glyphs;
    }

    public ushort[] GetGlyphs(ReadOnlySpan<int> codepoints)
    {
        var glyphs = new ushort[codepoints.Length];
        for (var i = 0; i < glyphs.Length; i++) glyphs[i] = GetGlyph(codepoints[i]);
        return glyphs;
    }

    public bool ContainsGlyph(int codepoint) => GetGlyph(codepoint) != 0;
    public bool ContainsGlyphs(string text) => ContainsGlyphs(text.AsSpan());
    public bool ContainsGlyphs(ReadOnlySpan<char> text) => !GetGlyphs(text).Contains((ushort)0);
    public SKFont ToFont() => new(this);
    public SKFont ToFont(float size, float scaleX = 1, float skewX = 0) => new(this, size, scaleX, skewX);

    static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    internal void CopyGlyphs(ReadOnlySpan<char> text, Span<ushort> glyphs)
    {
        var i = 0;
        foreach (var rune in text.EnumerateRunes()) glyphs[i++] = GetGlyph(rune.Value);
    }

    /// <summary>A glyph's outline and advance in font units, y downwards.</summary>
    internal (SKPath Outline, int Advance) Glyph(ushort glyph)
    {
        if (_outlines.TryGetValue(glyph, out var known)) return known;
        lock (_faceLock) known = Face.Load(glyph);
        return _outlines[glyph] = known;
    }

    // To be asked for under the lock.
    FontFace Face
    {
        get
        {
            ObjectDisposedException.ThrowIf(_face.IsClosed, this);
            return _face;
        }
    }

    protected override void DisposeManaged()
    {
        lock (_faceLock) _face.Dispose();
    }
}
