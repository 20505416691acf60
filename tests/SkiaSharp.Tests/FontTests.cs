namespace SkiaSharp.Tests;

public class FontTests
{
    [Fact]
    public void A_text_is_as_wide_as_the_advances_of_its_glyphs()
    {
        using var font = new SKFont(Fonts.Inter, 24) { Subpixel = true, Hinting = SKFontHinting.None };
        var widths = font.GetGlyphWidths(font.GetGlyphs("δ = 0.731"));
        Assert.Equal(widths.Sum(), font.MeasureText("δ = 0.731"), 0.01);
        Assert.Equal(9, widths.Length);
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_glyph()
    {
        using var font = new SKFont(Fonts.Math, 48);
        var glyph = Assert.Single(font.GetGlyphs("𝐿"));
        Assert.Equal(font.GetGlyph(0x1D43F), glyph);
        Assert.NotEqual(0, glyph);
    }

    [Fact]
    public void Metrics_grow_with_the_size_and_count_downwards_from_the_baseline()
    {
        SKFontMetrics small = new SKFont(Fonts.Inter, 10).Metrics, large = new SKFont(Fonts.Inter, 40).Metrics;
        Assert.True(small.Top <= small.Ascent && small.Ascent < -small.CapHeight && small.Descent > 0);
        Assert.Equal(small.Ascent * 4, large.Ascent, 0.01);
        Assert.Equal(small.XHeight * 4, large.XHeight, 0.01);
    }

    [Fact]
    public void A_glyphs_bounds_lie_around_its_path()
    {
        using var font = new SKFont(Fonts.Inter, 32) { Subpixel = true, Hinting = SKFontHinting.None };
        using var path = font.GetGlyphPath(font.GetGlyph('g'));
        font.MeasureText("g", out var bounds);
        Assert.True(bounds.Contains(path.TightBounds), $"{bounds} around {path.TightBounds}");
        Assert.True(path.TightBounds is { Top: < 0, Bottom: > 0 });           // a g stands on the baseline and reaches below it
    }

    [Fact]
    public void A_math_font_hands_out_its_math_table()
    {
        const uint math = 'M' << 24 | 'A' << 16 | 'T' << 8 | 'H';
        Assert.Contains(math, Fonts.Math.GetTableTags());
        Assert.True(Fonts.Math.TryGetTableData(math, out var table));
        Assert.Equal([0, 1, 0, 0], table[..4]);                               // version 1.0
        Assert.False(Fonts.Inter.TryGetTableData(math, out _));
        Assert.Equal(1000, Fonts.Math.UnitsPerEm);
    }

    [Fact]
    public void A_file_that_is_missing_or_no_font_gives_no_typeface()
    {
        Assert.Null(SKTypeface.FromFile(Fonts.PathOf("no such font.otf")));
        Assert.Null(SKTypeface.FromFile(typeof(FontTests).Assembly.Location));
    }
}
