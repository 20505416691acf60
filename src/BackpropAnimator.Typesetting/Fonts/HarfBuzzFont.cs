using HarfBuzzSharp;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A font's tables as HarfBuzz reads them, in font units. Safe to use from several threads: the font does not change after it was opened,
/// and every call has a buffer of its own.
/// </summary>
internal sealed class HarfBuzzFont : IDisposable
{
    public static readonly Tag Tabular = Tag.Parse("tnum");

    // Named, as HarfBuzz would ask the system's locale.
    static readonly Language NoLanguage = new("und");

    readonly SKData _file;
    readonly Blob _blob;
    readonly HarfBuzzSharp.Face _face;
    readonly Font _font;

    /// <param name="file">The font's bytes. They are read in place, and are this object's to dispose of.</param>
    public HarfBuzzFont(SKData file)
    {
        _file = file;
        _blob = new(file.Data, (int)file.Size, MemoryMode.ReadOnly);
        _face = new(_blob, 0);
        _face.MakeImmutable();
        _font = new(_face);
        UnitsPerEm = _face.UnitsPerEm;
    }

    public int UnitsPerEm { get; }

    public nint Handle => _font.Handle;

    /// <summary>The font's file with only the letters of a text, and those of them that the font has.</summary>
    public byte[] SubsetFor(string text) => FontSubset.Of(_face.Handle, text);

    public float Ems(int units) => (float)units / UnitsPerEm;

    /// <summary>One of the font's own measures, such as the height of its capitals; 0 where it does not say.</summary>
    public int Measure(OpenTypeMetricsTag measure) => _font.OpenTypeMetrics.TryGetPosition(measure, out var units) ? units : 0;

    /// <summary>The glyph for a character, or 0 where the font has none.</summary>
    public ushort Glyph(int character) => _font.TryGetNominalGlyph(character, out var glyph) ? (ushort)glyph : (ushort)0;

    public int Advance(ushort glyph) => _font.GetHorizontalGlyphAdvance(glyph);

    /// <summary>The glyph that a feature puts in the place of a character's own; 0 where the font has none.</summary>
    public ushort Form(int character, Script script, Feature feature)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.ContentType = ContentType.Unicode;
        buffer.Add(character, 0);
        buffer.Flags = BufferFlags.DoNotInsertDottedCircle | BufferFlags.PreserveDefaultIgnorables;
        Shape(buffer, Direction.LeftToRight, script, feature);
        return (ushort)buffer.GetGlyphInfoSpan()[0].Codepoint;
    }

    /// <summary>The glyphs of a run, from left to right.</summary>
    /// <param name="features">Besides those that every text is shaped with: marks, kerning, ligatures and the like.</param>
    public ShapedGlyph[] Shape(TextRun run, params Feature[] features)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(run.Text, run.Start, run.Length);
        buffer.Flags = BufferFlags.DoNotInsertDottedCircle;
        Shape(buffer, run.Direction, run.Script, features);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var shaped = new ShapedGlyph[infos.Length];
        for (var i = 0; i < shaped.Length; i++)
        {
            var position = positions[i];
            shaped[i] = new((ushort)infos[i].Codepoint, (int)infos[i].Cluster, position.XAdvance, position.XOffset, position.YOffset);
        }
        return shaped;
    }

    void Shape(HarfBuzzSharp.Buffer buffer, Direction direction, Script script, params Feature[] features)
    {
        buffer.Direction = direction;
        buffer.Script = script;
        buffer.Language = NoLanguage;
        _font.Shape(buffer, features);
    }

    public void Dispose()
    {
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _file.Dispose();
    }
}

/// <summary>A glyph in the place where shaping put it, in font units.</summary>
/// <param name="Cluster">Where the letter that it shows, or stands on, is in the text.</param>
/// <param name="X">From the pen to the glyph's origin; <paramref name="Y"/> is upward.</param>
internal readonly record struct ShapedGlyph(ushort Glyph, int Cluster, int Advance, int X, int Y);
