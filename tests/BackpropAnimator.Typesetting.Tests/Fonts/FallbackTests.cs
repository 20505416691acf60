namespace BackpropAnimator.Typesetting.Tests;

public sealed class FallbackTests : IDisposable
{
    static readonly Face chinese = FallbackFaces.Of(0, isHeavy: false), arabic = FallbackFaces.Of(1, isHeavy: false);

    readonly FontShelf shipped = FontShelf.Open();
    readonly FontShelf fonts;

    public FallbackTests() => fonts = shipped.With(default, TestFont.Named("chinese"), TestFont.Named("arabic"))!;

    Face[] FacesOf(string text, Face face = Face.Regular) => [.. fonts.Shape(text, face, 40).Glyphs.Select(glyph => glyph.Face).Distinct()];

    [Fact]
    public void Each_letter_is_taken_from_the_first_font_that_has_it()
    {
        Assert.Equal([Face.Regular, chinese, Face.Math], FacesOf("loss 误差 ⊙"));
        Assert.Equal([Face.Regular, arabic], FacesOf("loss الخطأ"));
        Assert.Empty(fonts.Shape("loss 误差 الخطأ ⊙", Face.Bold, 40).MissingCharacters);
        Assert.Equal(["損", "失"], fonts.Shape("損失", Face.Regular, 40).MissingCharacters.ToArray());
    }

    [Fact]
    public void Letters_that_stand_out_are_heavier_in_a_further_font_too()
    {
        var heavy = FallbackFaces.Of(0, isHeavy: true);
        Assert.Equal([heavy], FacesOf("误差", Face.Bold));
        Assert.Equal([heavy], FacesOf("误差", Face.Italic));
        var (plain, bold) = (fonts.Shape("误差", Face.Regular, 40), fonts.Shape("误差", Face.Bold, 40));
        Assert.Equal(plain.Width, bold.Width, 1f);
        Assert.True(Darkness(bold) > 1.1 * Darkness(plain));
    }

    static double Darkness(ShapedText text) => Shelf.Darkness(
        120, 60, canvas => text.Draw(canvas, 10, 45, new() { IsAntialias = true })).Cast<byte>().Sum(it => (double)it);

    [Fact]
    public void Words_in_a_formula_may_be_in_any_of_a_scenes_fonts()
    {
        const string Formula = @"\text{误差} = \frac{\text{loss}}{2}";
        Assert.NotEmpty(shipped.Check(Formula));
        Assert.Empty(fonts.Check(Formula));
        using var own = shipped.With(TestFont.Named("chinese"))!;
        Assert.Empty(own.Check(Formula));
        Assert.Equal(fonts.Lay(Formula, 40).Width, own.Lay(Formula, 40).Width, 1f);
    }

    [Fact]
    public void A_scenes_own_bold_file_is_used_as_it_is()
    {
        var pair = new FontPair(TestFont.Named("chinese").Text, TestFont.Named("japanese").Text);
        using var both = shipped.With(default, pair)!;
        var scale = both.File(Face.Bold).CapHeight / both.File(FallbackFaces.Of(0, isHeavy: true)).CapHeight;
        Assert.Equal(3 * 40 * scale, both.Shape("入出力", Face.Bold, 40).Width, 1f);
        Assert.NotEqual(
            both.Typeface(FallbackFaces.Of(0, isHeavy: false)).FamilyName, both.Typeface(FallbackFaces.Of(0, isHeavy: true)).FamilyName);
    }

    [Fact]
    public void Quotation_marks_go_with_the_letters_between_them()
    {
        Assert.Equal([chinese], FacesOf("“梯度”"));
        Assert.Equal([Face.Regular], FacesOf("“loss”"));
    }

    [Fact]
    public void A_letter_and_its_marks_come_from_one_font()
    {
        using var hebrew = shipped.With(default, TestFont.Named("hebrew"))!;
        // Inter has no Hebrew, and the Hebrew font no Latin: neither takes a part of the other's letter.
        Assert.Equal([Face.Fallback], hebrew.Shape("שָׁ", Face.Regular, 40).Glyphs.Select(glyph => glyph.Face).Distinct());
        Assert.Equal([Face.Regular], hebrew.Shape("ŏ̈", Face.Regular, 40).Glyphs.Select(glyph => glyph.Face).Distinct());
    }

    [Fact]
    public void Words_in_a_formula_are_shaped_in_the_same_fonts()
    {
        var formula = fonts.Lay(@"\text{الخطأ} = \text{误差}", 1000);
        Assert.Equal([arabic, Face.Math, chinese], formula.Glyphs.Select(glyph => glyph.Face).Distinct());
        // Arabic letters join: the glyphs are those of the word as a line, and not of its letters one by one.
        Assert.Equal(
            fonts.Shape("الخطأ", Face.Regular, 40).Glyphs.Select(glyph => glyph.Glyph),
            formula.Glyphs.Where(glyph => glyph.Face == arabic).Select(glyph => glyph.Glyph));
    }

    [Fact]
    public void What_the_words_of_a_formula_lack_is_told_once_at_its_column()
    {
        var problem = Assert.Single(fonts.Check(@"a = \text{误 損失損}"));
        Assert.Equal((13, "no font has '損' (U+640D, Han), nor '失'"), (problem.Column, problem.Message));
        Assert.Contains("fonts-noto-cjk", problem.Hint);
        Assert.Single(fonts.Check("損 + 損"));
    }

    public void Dispose()
    {
        fonts.Dispose();
        shipped.Dispose();
    }
}
