namespace BackpropAnimator.Typesetting.Tests;

public sealed class RichTextTests : IDisposable
{
    readonly FontShelf shipped = FontShelf.Open();
    readonly FontShelf fonts;

    public RichTextTests() => fonts = shipped.With(default, TestFont.Named("hebrew"), TestFont.Named("arabic"), TestFont.Named("chinese"))!;

    // Words as they are, emphasis in /…/, strong words in [...], formulas in {…}.
    static string Read(string text)
    {
        var rich = RichText.Parse(text);
        return string.Concat(rich.Spans.Select(span => span switch
        {
            { Formula: { } formula } => $"{{{formula}}}",
            { Stress: Stress.Emphasis } => $"/{rich.Letters.Substring(span.Start, span.Length)}/",
            { Stress: Stress.Strong } => $"[{rich.Letters.Substring(span.Start, span.Length)}]",
            _ => rich.Letters.Substring(span.Start, span.Length),
        }));
    }

    [Theory]
    [InlineData("plain  words ", "plain words")]
    [InlineData("the *error* and the **loss**.", "the /error/ and the [loss].")]
    [InlineData("move $\\partial L / \\partial w$ down", "move {\\partial L / \\partial w} down")]
    [InlineData("2*3*4 = 24 and a * b", "2*3*4 = 24 and a * b")]
    [InlineData("$5 and $6 each", "$5 and $6 each")]
    [InlineData(@"a \$x\$ \*b\* \\ \n", @"a $x$ *b* \ \n")]
    [InlineData("one\n two", "one\ntwo")]
    [InlineData("*a $x*y$ b*", "/a /{x*y}/ b/")]
    [InlineData("梯度*下降*法", "梯度/下降/法")]
    [InlineData("**a *b* c**", "[a *b* c]")]
    public void Signs_of_writing_are_read(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("costs 5$", 7, "$")]
    [InlineData("an *open star", 3, "*")]
    [InlineData("an **open star", 3, "**")]
    public void A_sign_without_a_partner_is_shown_and_told(string text, int offset, string sign)
    {
        Assert.Equal(text, RichText.Parse(text).Letters);
        Assert.Equal([(offset, sign)], RichText.Parse(text).Unpaired.ToArray());
    }

    [Fact]
    public void In_words_a_formula_is_a_line_of_letters() => Assert.Equal(
        "move w by η∂L/∂w, not ŷ-y^2",
        RichText.Parse(@"move $w$ *by* $\eta\frac{\partial L}{\partial w}$, not $\hat{y}-y^2$").InWords);

    string[] Pieces(string text, float width = 10000) =>
        [.. fonts.Wrap(RichText.Parse(text), Face.Regular, 30, width).SelectMany(line => line.Pieces.Select(piece => piece.Text))];

    static string Bare(string text) => text.Trim('\u200E', '\u200F', ' ');

    [Fact]
    public void Words_that_do_not_stand_out_are_one_piece_as_they_are_written()
    {
        Assert.Equal(["one line of words"], Pieces("one line of words"));
        Assert.Equal(["רשת (loss) הרשת"], Pieces("רשת (loss) הרשת"));
        Assert.Equal(["first", "second"], Pieces("first\nsecond"));
    }

    [Fact]
    public void Pieces_stand_side_by_side_without_gaps_on_one_baseline()
    {
        var line = Assert.Single(fonts.Wrap(RichText.Parse("an *error* of $x^2$ **here**"), Face.Regular, 30, 10000));
        Assert.Equal(["an ", "error", " of ", "x^2", " ", "here"], line.Pieces.Select(piece => piece.Text.Replace(@"\textstyle ", "")));
        Assert.Equal(
            [Face.Regular, Face.Italic, Face.Regular, Face.Math, Face.Regular, Face.Bold], line.Pieces.Select(piece => piece.Face));
        var x = 0f;
        foreach (var piece in line.Pieces)
        {
            Assert.Equal(x, piece.X, 0.01f);
            x += piece.IsFormula ? fonts.Lay(piece.Text, piece.Size).Width : fonts.Shape(piece.Text, piece.Face, piece.Size).Width;
        }
        Assert.Equal(x, line.Width, 0.01f);
    }

    [Fact]
    public void In_a_line_from_right_to_left_formulas_and_stress_stand_where_they_are_read()
    {
        var line = Assert.Single(fonts.Wrap(RichText.Parse("הרשת $x$ **אחר** loss שכבה"), Face.Regular, 30, 10000));
        Assert.True(line.IsRightToLeft);
        Assert.Equal(
            ["שכבה", "loss", "", "אחר", "", "x", "הרשת"], line.Pieces.Select(piece => Bare(piece.Text.Replace(@"\textstyle", ""))));
        Assert.All(line.Pieces.Zip(line.Pieces.Skip(1)), pair => Assert.True(pair.First.X < pair.Second.X));
    }

    [Fact]
    public void A_line_that_begins_with_latin_words_still_runs_as_its_text_does()
    {
        // Wrapped before "loss (w)": by itself the second line would run from left to right.
        const string Text = "הרשת מחשבת את loss (w) הפלט";
        var lines = fonts.Wrap(RichText.Parse(Text), Face.Regular, 30, fonts.Shape("הרשת מחשבת את הפ", Face.Regular, 30).Width);
        Assert.Equal(2, lines.Length);
        var second = lines[1].Pieces[0].Text;
        Assert.Equal("loss (w) הפלט", Bare(second));
        var levels = BidiLevels.Of(Text);
        Assert.Equal(levels[Text.IndexOf('l')..], BidiLevels.Of(second)[second.IndexOf('l')..]);
        // From the left: the Hebrew word, and then the Latin one with its brackets.
        var glyphs = fonts.Shape(second, Face.Regular, 30).Glyphs;
        Assert.True(glyphs[0].Face.IsFallback());
        Assert.Equal(fonts.Shape(")", Face.Regular, 30).Glyphs[0].Glyph, glyphs[^1].Face == Face.Regular ? glyphs[^1].Glyph : 0);
    }

    [Fact]
    public void Lines_of_chinese_fill_the_room_and_none_begins_with_a_stop()
    {
        const string Text = "反向传播算法把误差从输出层传回输入层，“梯度”告诉我们每个权重该怎样改变（见下图）。";
        for (var width = 150f; width < 700; width += 10)
        {
            var lines = fonts.Wrap(RichText.Parse(Text), Face.Regular, 30, width);
            Assert.Equal(Text, string.Concat(lines.Select(line => line.Pieces[0].Text)));
            Assert.All(lines, line => Assert.True(line.Width <= width));
            Assert.All(lines, line => Assert.DoesNotContain(line.Pieces[0].Text[0], "，。”）"));
            Assert.All(lines, line => Assert.DoesNotContain(line.Pieces[0].Text[^1], "“（"));
        }
    }

    [Fact]
    public void A_tall_formula_pushes_its_line_away()
    {
        var lines = fonts.Wrap(RichText.Parse("one two\n$\\dfrac{\\dfrac12}{\\dfrac34}$ three"), Face.Regular, 30, 10000);
        Assert.True(lines[1].PitchAfter(lines[0], 39) > 45);
        var words = fonts.Wrap(RichText.Parse("one\ntwo"), Face.Regular, 30, 10000);
        Assert.Equal(39, words[1].PitchAfter(words[0], 39));
    }

    public void Dispose()
    {
        fonts.Dispose();
        shipped.Dispose();
    }
}
