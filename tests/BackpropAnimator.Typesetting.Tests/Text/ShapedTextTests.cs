using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class ShapedTextTests(Shelf shelf)
{
    FontShelf Fonts => shelf.Fonts;

    PlacedGlyph[] Glyphs(string text) => [.. Fonts.Shape(text, Face.Regular, 48).Glyphs];

    [Fact]
    public void Digits_have_one_width_whatever_the_number()
    {
        foreach (var face in new[] { Face.Regular, Face.Medium, Face.SemiBold, Face.Bold })
            Assert.Single(Enumerable.Range(0, 10).Select(digit => Fonts.Shape($"0.{digit}{digit}{digit}", face, 100).Width).Distinct());
        Assert.Equal(Fonts.Shape("1,111,111", Face.Bold, 40).Width, Fonts.Shape("8,408,888", Face.Bold, 40).Width);
    }

    [Fact]
    public void Signs_are_as_wide_as_each_other_so_that_a_number_may_change_its_sign_in_place() =>
        Assert.Equal(Fonts.Shape("−0.058", Face.Regular, 100).Width, Fonts.Shape("+0.058", Face.Regular, 100).Width, 0.5f);

    [Fact]
    public void A_hyphen_that_is_a_sign_becomes_a_minus()
    {
        Assert.Equal(Glyphs("−0.5"), Glyphs("-0.5"));
        Assert.Equal(Glyphs("w = −.5"), Glyphs("w = -.5"));
        Assert.NotEqual(Glyphs("3−4−2"), Glyphs("3-4-2"));
        Assert.NotEqual(Glyphs("chain−rule"), Glyphs("chain-rule"));
    }

    [Fact]
    public void Pairs_are_kerned()
    {
        var together = Fonts.Shape("AV", Face.Regular, 100).Width;
        var apart = Fonts.Shape("A", Face.Regular, 100).Width + Fonts.Shape("V", Face.Regular, 100).Width;
        Assert.InRange(apart - together, 3, 15);
    }

    [Fact]
    public void Kerning_agrees_with_the_fonts_own_table()
    {
        // Values of Inter-Regular's GPOS pair adjustment, in 2816ths of an em.
        Assert.Equal(-192, Kerning("A", "V"));
        Assert.Equal(-224, Kerning("T", "o"));
        Assert.Equal(0, Kerning("H", "H"));
    }

    float Kerning(string first, string second)
    {
        float Width(string text) => Fonts.Shape(text, Face.Regular, 2816).Width;
        return Width(first + second) - Width(first) - Width(second);
    }

    [Fact]
    public void Vietnamese_is_the_same_whether_its_marks_come_composed_or_apart()
    {
        const string Composed = "Lan truyền ngược — Dòng chảy gradient";
        const string Apart = "Lan truye\u0302\u0300n ngu\u031bo\u031b\u0323c — Do\u0300ng cha\u0309y gradient";
        var text = Fonts.Shape(Composed, Face.Regular, 48);
        Assert.Empty(text.MissingCharacters);
        Assert.All(text.Glyphs, glyph => Assert.Equal(Face.Regular, glyph.Face));
        Assert.Equal(Glyphs(Composed), Glyphs(Apart));
        // In the other order of marks, as some keyboards type them.
        Assert.Equal(Glyphs(Composed), Glyphs(Apart.Replace("o\u031b\u0323", "o\u0323\u031b")));
    }

    [Theory]
    [InlineData("ŷ", "y\u0302")]
    [InlineData("Ñandú", "N\u0303andu\u0301")]
    [InlineData("й ά", "и\u0306 α\u0301")]
    public void Accents_are_the_same_in_every_face_whether_they_come_composed_or_apart(string composed, string apart)
    {
        foreach (var face in FontShelf.Faces)
            Assert.Equal(Fonts.Shape(composed, face, 48).Glyphs.ToArray(), Fonts.Shape(apart, face, 48).Glyphs.ToArray());
    }

    [Fact]
    public void Digits_stand_in_the_middle_of_their_columns_and_are_not_kerned()
    {
        foreach (var face in new[] { Face.Regular, Face.Medium, Face.SemiBold, Face.Bold })
        {
            var file = Fonts.File(face);
            var text = Fonts.Shape("1471", face, file.UnitsPerEm);
            Assert.Equal(4 * file.DigitAdvance, text.Width);
            for (var i = 0; i < 4; i++)
            {
                var advance = file.Shaping.Advance(text.Glyphs[i].Glyph);
                Assert.Equal((i + 0.5f) * file.DigitAdvance, text.Glyphs[i].X + advance / 2f, 0.01f);
            }
        }
    }

    [Theory]
    [InlineData("->", "-", ">")]
    [InlineData("2x3", "2", "x", "3")]
    public void Signs_do_not_turn_into_others_when_the_next_one_is_typed(string text, params string[] signs) =>
        Assert.Equal(signs.SelectMany(sign => Glyphs(sign)).Select(it => it.Glyph), Glyphs(text).Select(it => it.Glyph));

    [Fact]
    public void A_mark_under_a_letter_that_no_letter_is_composed_with_stands_below_it()
    {
        var (letter, marked) = (Fonts.Shape("g", Face.Regular, 100), Fonts.Shape("g\u0324", Face.Regular, 100));
        Assert.True(marked.InkBounds.Bottom > letter.InkBounds.Bottom + 5);
        Assert.Equal(letter.InkBounds.Top, marked.InkBounds.Top);
    }

    [Fact]
    public void Joiners_and_variation_selectors_leave_no_trace()
    {
        Assert.Equal(Glyphs("ab⊙"), Glyphs("a\u200db⊙\uFE0E"));
        Assert.Empty(Fonts.Shape("a\u200db⊙\uFE0E", Face.Regular, 30).MissingCharacters);
    }

    [Theory]
    [InlineData("∂", Face.Regular)]
    [InlineData("η", Face.Regular)]
    [InlineData("ŷ", Face.Regular)]
    [InlineData("σ′", Face.Regular)]
    [InlineData("ℓ", Face.Regular)]
    [InlineData("⊙", Face.Math)]
    [InlineData("∇", Face.Math)]
    [InlineData("𝛿", Face.Math)]
    public void Symbols_of_mathematics_show_in_running_text(string symbol, Face from)
    {
        var text = Fonts.Shape($"a {symbol} b", Face.Regular, 30);
        Assert.Empty(text.MissingCharacters);
        Assert.Contains(text.Glyphs, glyph => glyph.Face == from);
        Assert.All(text.Glyphs, glyph => Assert.NotEqual(0, glyph.Glyph));
    }

    [Theory]
    [InlineData("x\u0302")]
    [InlineData("δ\u0302")]
    [InlineData("A\u0302\u0323")]
    [InlineData("𝛿\u0302")]
    public void A_mark_that_no_letter_is_composed_with_stands_on_its_letter_and_takes_no_room(string text)
    {
        var shaped = Fonts.Shape(text, Face.Regular, 100);
        var letter = Fonts.Shape(char.IsSurrogate(text[0]) ? text[..2] : text[..1], Face.Regular, 100);
        Assert.Equal(letter.Width, shaped.Width, 0.01f);
        Assert.Empty(shaped.MissingCharacters);
        Assert.True(shaped.InkBounds.Top < letter.InkBounds.Top - 5);
        Assert.Equal(letter.InkBounds.MidX, shaped.InkBounds.MidX, 6f);
    }

    [Fact]
    public void A_character_that_no_face_has_is_reported_once() =>
        Assert.Equal(["漢", "字"], Fonts.Shape("漢字漢 and words", Face.Regular, 30).MissingCharacters.ToArray());

    [Fact]
    public void Layout_is_linear_in_the_size()
    {
        var (small, large) = (Fonts.Shape("Gradient 0.731", Face.Medium, 10), Fonts.Shape("Gradient 0.731", Face.Medium, 80));
        Assert.Equal(small.Width * 8, large.Width, 0.01f);
        Assert.Equal(small.InkBounds.Top * 8, large.InkBounds.Top, 0.01f);
        Assert.Equal(small.Glyphs[^1].X * 8, large.Glyphs[^1].X, 0.01f);
    }

    [Fact]
    public void Drawn_ink_stays_inside_the_ink_bounds_and_reaches_their_edges()
    {
        var text = Fonts.Shape("Đầu ra ŷ = 0.731 ⊙", Face.Bold, 40);
        var darkness = Shelf.Darkness(600, 100, canvas =>
        {
            using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
            text.Draw(canvas, 20, 60, paint);
        });
        var ink = text.InkBounds;
        for (var y = 0; y < 100; y++)
            for (var x = 0; x < 600; x++)
                if (darkness[y, x] > 8)
                {
                    Assert.InRange(x + 0.5f, 20 + ink.Left - 1, 20 + ink.Right + 1);
                    Assert.InRange(y + 0.5f, 60 + ink.Top - 1, 60 + ink.Bottom + 1);
                }
        Assert.Contains(Enumerable.Range(0, 100), y => darkness[y, (int)(20 + ink.Left + 1)] > 40);
        Assert.Contains(Enumerable.Range(0, 600), x => darkness[(int)(60 + ink.Top + 1), x] > 40);
    }

    [Fact]
    public void An_empty_text_draws_nothing_and_has_no_width()
    {
        var text = Fonts.Shape("", Face.Regular, 30);
        Assert.Equal(0, text.Width);
        Assert.True(text.InkBounds.IsEmpty);
        using var paint = new SKPaint();
        Assert.Equal(0, Shelf.Darkness(10, 10, canvas => text.Draw(canvas, 5, 5, paint)).Cast<byte>().Max());
    }

    [Fact]
    public void Texts_are_equal_when_text_face_and_size_are()
    {
        using var other = FontShelf.Open();
        Assert.Equal(Fonts.Shape("δ", Face.Regular, 30), other.Shape("δ", Face.Regular, 30));
        Assert.NotEqual(Fonts.Shape("δ", Face.Regular, 30), Fonts.Shape("δ", Face.Regular, 31));
        Assert.NotEqual(Fonts.Shape("δ", Face.Regular, 30), Fonts.Shape("δ", Face.Bold, 30));
    }

    [Fact]
    public void Asking_again_hands_back_the_same_text() =>
        Assert.Same(Fonts.Shape("asked twice", Face.Regular, 30), Fonts.Shape("asked twice", Face.Regular, 30));
}
