using System.Collections.Concurrent;
using HarfBuzzSharp;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// One opened face with what text and formulas ask of it. All measures are in ems, taken once at a size of one pixel per font unit, so a
/// layout at one size is the layout at every size.
/// </summary>
internal sealed class FontFile : IDisposable
{
    static readonly Tag ScriptSizes = Tag.Parse("ssty");
    static readonly Script MathScript = Script.Parse("Zmth");

    // Inter's own italic: https://rsms.me/inter, its "slnt" axis reaches 9.4 degrees.
    const float Slant = 0.1655f;

    readonly SKFont _unscaled;
    readonly ConcurrentDictionary<ushort, GlyphMetrics> _metrics = new();
    readonly ConcurrentDictionary<(int Character, int Level), ushort> _scriptForms = new();
    readonly Lazy<int> _digitAdvance;

    readonly FontLook _look;

    FontFile(Face face, SKTypeface typeface, HarfBuzzFont shaping, FontLook look = FontLook.AsDrawn)
    {
        (Face, Unaltered) = (face, face);
        Typeface = typeface;
        Shaping = shaping;
        _look = look;
        _unscaled = FontAt(UnitsPerEm);

        Ascent = Ems(Shaping.Measure(OpenTypeMetricsTag.HorizontalAscender));
        Descent = Ems(-Shaping.Measure(OpenTypeMetricsTag.HorizontalDescender));
        XHeight = HeightOf('x', OpenTypeMetricsTag.XHeight, usual: 0.52f);
        CapHeight = HeightOf('H', OpenTypeMetricsTag.CapHeight, usual: 0.7f);
        _digitAdvance = new(() => Shaping.Advance(Shaping.Form('0', Script.Common, new(HarfBuzzFont.Tabular))));
    }

    public Face Face { get; }

    /// <summary>The face with the outlines of the file.</summary>
    public Face Unaltered { get; private init; }
    public SKTypeface Typeface { get; }
    public HarfBuzzFont Shaping { get; }
    public int UnitsPerEm => Shaping.UnitsPerEm;
    public float Ascent { get; }
    public float Descent { get; }
    public float XHeight { get; }
    public float CapHeight { get; }

    /// <summary>
    /// The width of every digit in a number, in font units. (Inter's heavier weights draw the tabular 4 a few units narrower than the
    /// others.)
    /// </summary>
    public int DigitAdvance => _digitAdvance.Value;

    /// <exception cref="FileNotFoundException">The file is missing, or is not a font.</exception>
    public static FontFile Open(Face face, string path)
    {
        // Mapped into memory once, for Skia and HarfBuzz together.
        var bytes = File.Exists(path) ? SKData.Create(path) : null;
        var typeface = bytes is null ? null : SKTypeface.FromData(bytes);
        if (bytes is not null && typeface is not null) return new(face, typeface, new(bytes));
        bytes?.Dispose();
        var message = $"The font file '{path}' is missing or is not a font. The folder 'fonts' belongs beside the program.";
        throw new FileNotFoundException(message, path);
    }

    /// <summary>A face that is made of a file's bytes; null where they are no font.</summary>
    public static FontFile? Of(Face face, ReadOnlySpan<byte> file)
    {
        var bytes = SKData.CreateCopy(file);
        var typeface = SKTypeface.FromData(bytes);
        if (typeface is { GlyphCount: > 0 } && typeface.UnitsPerEm > 0) return new(face, typeface, new(bytes));
        typeface?.Dispose();
        bytes.Dispose();
        return null;
    }

    /// <summary>The same file as another face, which looks otherwise; it is to be disposed of before this one.</summary>
    public FontFile As(Face face, FontLook look) => new(face, Typeface, Shaping, look) { Unaltered = Unaltered };

    // Old fonts do not say how high their letters are, but show it.
    float HeightOf(char letter, OpenTypeMetricsTag measure, float usual) =>
        Shaping.Measure(measure) is > 0 and var units ? Ems(units)
        : Metrics(Glyph(letter)) is { Height: > 0 } shown ? shown.Height
        : usual;

    /// <summary>The glyph for a character, or 0 where the font has none.</summary>
    public ushort Glyph(int character) => Shaping.Glyph(character);

    /// <summary>The glyph that was drawn for scripts (level 1) or for scripts of scripts (2); 0 where the font has none.</summary>
    public ushort ScriptForm(int character, int level) =>
        _scriptForms.GetOrAdd((character, level), it => Shaping.Form(it.Character, MathScript, new(ScriptSizes, (uint)it.Level)));

    public GlyphMetrics Metrics(ushort glyph) => _metrics.TryGetValue(glyph, out var known) ? known : _metrics.GetOrAdd(glyph, Measure);

    public float Ems(int units) => Shaping.Ems(units);

    /// <summary>
    /// The face at a size, with nothing that depends on the pixel grid: outlines are not hinted, glyphs stand where the layout puts them.
    /// </summary>
    public SKFont FontAt(float size) => new(Typeface, size)
    {
        Subpixel = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
        SkewX = _look == FontLook.Slanted ? -Slant : 0,
        Embolden = _look == FontLook.Emboldened,
    };

    // Not Skia's own widths and bounds: it takes those at a size of 64 pixels and scales them up.
    GlyphMetrics Measure(ushort glyph)
    {
        using var outline = _unscaled.GetGlyphPath(glyph);
        var ink = outline?.TightBounds ?? SKRect.Empty;
        return new(Ems(Shaping.Advance(glyph)),
            new(ink.Left / UnitsPerEm, ink.Top / UnitsPerEm, ink.Right / UnitsPerEm, ink.Bottom / UnitsPerEm));
    }

    public void Dispose()
    {
        _unscaled.Dispose();
        if (_look != FontLook.AsDrawn) return;
        Shaping.Dispose();
        Typeface.Dispose();
    }
}

/// <summary>How a face differs from the outlines in its file.</summary>
internal enum FontLook
{
    AsDrawn,
    Slanted,
    Emboldened,
}

/// <summary>A glyph's advance and the box around its outline, in ems; y grows downward from the baseline.</summary>
internal readonly record struct GlyphMetrics(float Advance, SKRect Ink)
{
    public float Height => -Ink.Top;

    public float Depth => Ink.Bottom;
}
