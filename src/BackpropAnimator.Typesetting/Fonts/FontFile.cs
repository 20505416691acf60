using System.Collections.Concurrent;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// One opened face with what text and formulas ask of it. All measures are in ems, taken once at a size of one pixel per font unit, so a
/// layout at one size is the layout at every size.
/// </summary>
internal sealed class FontFile : IDisposable
{
    readonly SKData _bytes;
    readonly HarfBuzzSharp.Blob _blob;
    readonly HarfBuzzSharp.Face _hbFace;
    readonly HarfBuzzSharp.Font _shaping;
    readonly SKFont _unscaled;
    readonly ConcurrentDictionary<ushort, GlyphMetrics> _metrics = new();
    readonly Lazy<PairKerning> _kerning;
    readonly Lazy<MarkAttachment> _marks;
    readonly Lazy<GlyphSubstitution> _tabular;
    readonly Lazy<GlyphSubstitution> _scriptSizes;
    readonly Lazy<float> _digitAdvance;

    FontFile(Face face, SKData bytes, SKTypeface typeface)
    {
        Face = face;
        Typeface = typeface;
        _bytes = bytes;
        _blob = new(bytes.Data, (int)bytes.Size, HarfBuzzSharp.MemoryMode.ReadOnly);
        _hbFace = new(_blob, 0);
        _shaping = new(_hbFace);
        UnitsPerEm = typeface.UnitsPerEm;
        _unscaled = FontAt(UnitsPerEm);
        _kerning = new(() => new(Table("GPOS")));
        _marks = new(() => new(Table("GPOS")));
        _tabular = new(() => new(Table("GSUB"), "tnum"));
        _scriptSizes = new(() => new(Table("GSUB"), "ssty"));

        var (hhea, os2) = (Table("hhea"), Table("OS/2"));
        Ascent = Ems(hhea.Int16(4));
        Descent = Ems(-hhea.Int16(6));
        XHeight = Ems(os2.Int16(86));
        CapHeight = Ems(os2.Int16(88));
        _digitAdvance = new(() => Metrics(Tabular.For(Glyph('0'))).Advance);
    }

    public Face Face { get; }
    public SKTypeface Typeface { get; }
    public int UnitsPerEm { get; }
    public float Ascent { get; }
    public float Descent { get; }
    public float XHeight { get; }
    public float CapHeight { get; }

    public PairKerning Kerning => _kerning.Value;
    public MarkAttachment Marks => _marks.Value;
    public GlyphSubstitution Tabular => _tabular.Value;
    public GlyphSubstitution ScriptSizes => _scriptSizes.Value;

    /// <summary>
    /// The width of every digit in a number. (Inter's heavier weights draw the tabular 4 a few units narrower than the others.)
    /// </summary>
    public float DigitAdvance => _digitAdvance.Value;

    /// <exception cref="FileNotFoundException">The file is missing, or is not a font.</exception>
    public static FontFile Open(Face face, string path)
    {
        var bytes = File.Exists(path) ? SKData.Create(path) : null;
        var typeface = bytes is null ? null : SKTypeface.FromData(bytes);
        if (bytes is not null && typeface is not null) return new(face, bytes, typeface);
        bytes?.Dispose();
        var message = $"The font file '{path}' is missing or is not a font. The folder 'fonts' belongs beside the program.";
        throw new FileNotFoundException(message, path);
    }

    /// <summary>The glyph for a character, or 0 where the font has none.</summary>
    public ushort Glyph(int character) => _unscaled.GetGlyph(character);

    public GlyphMetrics Metrics(ushort glyph) => _metrics.TryGetValue(glyph, out var known) ? known : _metrics.GetOrAdd(glyph, Measure);

    public float Ems(int units) => (float)units / UnitsPerEm;

    /// <summary>The table's bytes; empty where the font has no such table.</summary>
    public FontTable Table(string name) => Typeface.TryGetTableData(FontTag.Of(name), out var bytes) ? new(bytes) : default;

    /// <summary>
    /// The face at a size, with nothing that depends on the pixel grid: outlines are not hinted, glyphs stand where the layout puts them.
    /// </summary>
    public SKFont FontAt(float size) => new(Typeface, size)
    {
        Subpixel = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };

    // Not Skia's own widths and bounds: it takes those at a size of 64 pixels and scales them up.
    GlyphMetrics Measure(ushort glyph)
    {
        using var outline = _unscaled.GetGlyphPath(glyph);
        var ink = outline?.TightBounds ?? SKRect.Empty;
        return new(Ems(_shaping.GetHorizontalGlyphAdvance(glyph)),
            new(ink.Left / UnitsPerEm, ink.Top / UnitsPerEm, ink.Right / UnitsPerEm, ink.Bottom / UnitsPerEm));
    }

    public void Dispose()
    {
        _unscaled.Dispose();
        _shaping.Dispose();
        _hbFace.Dispose();
        _blob.Dispose();
        Typeface.Dispose();
        _bytes.Dispose();
    }
}
