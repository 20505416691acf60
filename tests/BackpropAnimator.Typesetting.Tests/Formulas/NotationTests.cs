using System.Text;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class NotationTests(Shelf shelf)
{
    [Theory]
    [InlineData("w", "𝑤")]
    [InlineData("h", "ℎ")]
    [InlineData("W", "𝑊")]
    [InlineData(@"\delta", "𝛿")]
    [InlineData("δ", "𝛿")]
    [InlineData(@"\Delta", "Δ")]
    [InlineData(@"\partial", "𝜕")]
    [InlineData(@"\epsilon", "𝜖")]
    [InlineData(@"\phi", "𝜙")]
    [InlineData("7", "7")]
    [InlineData("-", "−")]
    [InlineData("*", "∗")]
    [InlineData(@"\mathrm{d}", "d")]
    [InlineData(@"\mathbf{W}", "𝐖")]
    [InlineData(@"\boldsymbol{\theta}", "𝜽")]
    [InlineData(@"\mathcal{L}", "ℒ")]
    [InlineData(@"\mathbb{R}", "ℝ")]
    [InlineData(@"\mathit{\Gamma}", "𝛤")]
    [InlineData(@"\mathbf{7}", "𝟕")]
    public void What_is_typed_shows_in_the_alphabet_of_mathematics(string source, string shown)
    {
        var glyph = Assert.Single(shelf.Lay(source).Glyphs);
        Assert.Equal(shelf.Fonts.File(Face.Math).Glyph(Rune.GetRuneAt(shown, 0).Value), glyph.Glyph);
    }

    [Theory]
    [InlineData("ŷ", @"\hat y")]
    [InlineData("x\u0302", @"\hat x")]
    [InlineData("∑_i x", @"\sum_i x")]
    [InlineData("a·b", @"a\cdot b")]
    [InlineData("a ≤ b → c", @"a \leq b \to c")]
    [InlineData("f'", @"f^{\prime}")]
    [InlineData(@"\left\lbrace x \right\rbrace", @"\left\{ x \right\}")]
    [InlineData(@"x_1, \dots, x_n", @"x_1, \ldots, x_n")]
    [InlineData(@"x_1 + \dots + x_n", @"x_1 + \cdots + x_n")]
    [InlineData(@"\hat{i}", @"\hat{\imath}")]
    [InlineData("a   b", "ab")]
    [InlineData(@"{n \choose k}", @"\binom{n}{k}")]
    [InlineData(@"a \over b", @"\frac{a}{b}")]
    [InlineData(@"x = {a + b \over c}", @"x = \frac{a + b}{c}")]
    [InlineData(@"\left( a \over b \right)", @"\left( \frac{a}{b} \right)")]
    [InlineData(@"\begin{matrix} a \over b & c \end{matrix}", @"\begin{matrix} \frac{a}{b} & c \end{matrix}")]
    [InlineData(@"\(a + b\)", "a + b")]
    [InlineData(@"\[a + b\]", "a + b")]
    [InlineData("$a + b$", "a + b")]
    [InlineData("$$a + b$$", "a + b")]
    [InlineData(@"a \not= b \not\in c", @"a \neq b \notin c")]
    [InlineData(@"a \not\subset b", "a ⊄ b")]
    [InlineData(@"\textcolor{error}{x} + y", @"\color{error}{x} + y")]
    [InlineData(@"\text{if~$x$}", @"\text{if }x")]
    [InlineData(@"\text{if {\dots} \(x\)}", @"\text{if … }x")]
    [InlineData(@"\text{5\,\%}", @"\text{5}\,\text{%}")]
    [InlineData(@"\text{if \textcolor{red}{x}}", @"\text{if x}")]
    [InlineData(@"\textbf{W}", @"\mathbf{W}")]
    [InlineData(@"\begin{split} a &= b \end{split}", @"\begin{aligned} a &= b \end{aligned}")]
    [InlineData(@"\begin{align*} a &= b \\ c &= d \end{align*}", @"\begin{aligned} a &= b \\ c &= d \end{aligned}")]
    [InlineData(@"\begin{align} a &= b \notag \end{align}", @"\begin{aligned} a &= b \end{aligned}")]
    [InlineData(@"\begin{equation} a = b \end{equation}", "a = b")]
    [InlineData(@"\begin{pmatrix*} a & b \end{pmatrix*}", @"\begin{pmatrix} a & b \end{pmatrix}")]
    [InlineData(@"\begin{array}{*{2}{c}} a & b \end{array}", @"\begin{array}{cc} a & b \end{array}")]
    [InlineData(@"\begin{matrix} a \\* b \end{matrix}", @"\begin{matrix} a \\ b \end{matrix}")]
    [InlineData(@"\begin{matrix} a \\ [1] & b \end{matrix}", @"\begin{matrix} a \\ {[}1] & b \end{matrix}")]
    [InlineData(@"a\kern 1em b", @"a\quad b")]
    [InlineData(@"a\hspace{5mu}b", @"a\;b")]
    [InlineData(@"a\mskip3mu b", @"a\,b")]
    [InlineData(@"a\hspace*{1em}b", @"a\quad b")]
    [InlineData(@"a\hphantom{x}b", @"a\phantom{x}b")]
    public void Two_ways_of_writing_come_to_the_same(string source, string other) =>
        Assert.Equal(shelf.Lay(other).Glyphs.ToArray(), shelf.Lay(source).Glyphs.ToArray());

    [Fact]
    public void Accents_stand_over_the_letters_own_attachment_point()
    {
        // Top accent attachment in Latin Modern Math: 𝑓 464, U+0302 −264. The letter is taller than the accent base height of 450.
        var layout = shelf.Lay(@"\hat f");
        var (letter, hat) = (layout.Glyphs[0], layout.Glyphs[1]);
        Assert.Equal(letter.X + 464, hat.X - 264, 0.01f);
        var height = shelf.Fonts.File(Face.Math).Metrics(letter.Glyph).Height * 1000;
        Assert.Equal(-(height - MathFontFacts.AccentBaseHeight), hat.Y, 0.01f);
        Assert.Equal(0, shelf.Lay(@"\hat x").Glyphs[1].Y, 0.01f);
    }

    [Fact]
    public void What_the_page_of_notations_lists_can_be_set() => Assert.All(
        FormulaNotation.Kinds.SelectMany(kind => kind.Notations), notation => Assert.Empty(shelf.Fonts.Check(notation.Example)));

    [Fact]
    public void A_backslash_makes_a_command_of_the_names_that_the_page_lists()
    {
        string[] commands = ["frac", "nabla", "over", "hat", "mathbf", "_", "left", "end", "limits", "Bigl"];
        Assert.All(commands, name => Assert.True(Formula.IsCommand(name)));
        Assert.All(["nb", "frax", "", "ew"], name => Assert.False(Formula.IsCommand(name)));
    }

    [Fact]
    public void A_colour_has_the_name_that_the_web_has_for_it()
    {
        var owners = shelf.Lay(@"\textcolor{red}{a} \color{dodgerblue}{b} \textcolor{#102030}{c}").Ink.Owners;
        Assert.Equal(["#ffff0000", "#ff1e90ff", "#ff102030"], owners.Select(owner => owner.Tint?.ToString()).OfType<string>());
    }

    [Fact]
    public void Bold_words_that_the_math_font_lacks_a_letter_of_are_set_in_the_other_face() =>
        Assert.All(shelf.Lay(@"\textbf{độ dốc}").Glyphs, glyph => Assert.Equal(Face.Regular, glyph.Face));

    [Fact]
    public void Words_show_whatever_signs_are_in_them()
    {
        const string Signs = @"5 % {of} $x_1$ \sigma ~ #2 & ^ 'q' ""w"" <>";
        var file = shelf.Fonts.File(Face.Math);
        var shown = Signs.Where(letter => letter != ' ').Select(letter => file.Glyph(letter));
        Assert.Equal(shown, shelf.Lay(Formula.Words(Signs)).Glyphs.Select(glyph => glyph.Glyph));
    }

    [Fact]
    public void A_formula_between_words_is_set_in_text_style()
    {
        var sum = new LayoutProbe(shelf.Fonts, shelf.Lay(@"\text{if $\sum_i x$ is}"));
        Assert.Equal(shelf.Lay(@"\textstyle \sum_i x").Glyphs[0].Glyph, sum.The("∑").Glyph);
        Assert.True(sum.The("𝑖").X > sum.The("∑").X);
    }

    [Fact]
    public void A_sign_that_Unicode_has_no_denial_of_is_struck_through()
    {
        var denied = new LayoutProbe(shelf.Fonts, shelf.Lay(@"\not W"));
        var (letter, slash) = (denied.Ink("𝑊"), denied.Ink("\u0338"));
        Assert.Equal(letter.MidX, slash.MidX, 120f);
        Assert.True(slash.Top < letter.Top && slash.Bottom > letter.Bottom);
    }

    [Fact]
    public void Words_keep_their_spaces_and_are_set_in_one_face()
    {
        Assert.All(shelf.Lay(@"\text{if }").Glyphs, glyph => Assert.Equal(Face.Math, glyph.Face));
        Assert.True(shelf.Lay(@"\text{a b}").Width > shelf.Lay(@"\text{ab}").Width + 200);
        Assert.All(shelf.Lay(@"\text{độ dốc}").Glyphs, glyph => Assert.Equal(Face.Regular, glyph.Face));
    }

    [Fact]
    public void Numbers_of_one_form_have_one_width() =>
        Assert.Single(new[] { "0.731", "0.111", "8.888" }.Select(number => shelf.Lay(number).Width).Distinct());

    [Fact]
    public void An_empty_formula_is_an_empty_layout()
    {
        var empty = shelf.Lay("");
        Assert.Empty(empty.Glyphs);
        Assert.Equal(0, empty.Width);
    }
}
