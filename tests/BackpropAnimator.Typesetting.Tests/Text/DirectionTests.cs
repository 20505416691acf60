namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class DirectionTests(Shelf shelf)
{
    FontShelf Fonts => shelf.Fonts;

    /// <summary>The text's runs from left to right, each as it is read.</summary>
    string[] Runs(string text)
    {
        var file = Fonts.File(Face.Regular);
        return [.. TextRun.Of(text, [.. text.Select(_ => file)]).Select(run => run.Text.Substring(run.Start, run.Length))];
    }

    [Theory]
    [InlineData("abc", "000")]
    [InlineData("אבג", "111")]
    [InlineData("ab אב cd", "00011000")] // spaces between the two ways go with the line
    [InlineData("אב ab אב", "11122111")]
    [InlineData("אב 12 אב", "11122111")]
    [InlineData("אב 1.5", "111222")]
    [InlineData("loss אב 0.5 גד.", "000001112221110")] // the full stop ends the line, not the words in it
    [InlineData("x אב (גד) y", "00111111100")] // both brackets of a pair go one way
    [InlineData("אב f(x).", "11122221")]
    [InlineData("אב (x) ג", "11112111")]
    [InlineData("اب 1-2", "111212")] // between Arabic numbers a hyphen is none of them
    [InlineData("אב 1-2", "111222")]
    [InlineData("אב 5%", "11122")]
    [InlineData("\u200Fab אב", "122111")] // a mark of direction is a letter that is not seen
    [InlineData("12 אב", "22111")]
    [InlineData("ש\u05B8ל", "111")] // a vowel sign goes with its letter
    [InlineData("... 12 !", "00000000")]
    [InlineData("", "")]
    public void Levels_follow_the_letters_and_numbers_run_from_left_to_right(string text, string levels) =>
        Assert.Equal(levels, string.Concat(BidiLevels.Of(text)));

    [Theory]
    [InlineData("ab אב cd", "ab |אב| cd")]
    [InlineData("אב ab", "ab|אב ")]
    [InlineData("אב 12 גד", " גד|12|אב ")]
    [InlineData("x אב 12 גד y", "x | גד|12|אב | y")]
    public void Runs_stand_in_the_order_in_which_they_are_seen(string text, string seen) =>
        Assert.Equal(seen.Split('|'), Runs(text));

    [Fact]
    public void The_glyphs_of_a_run_from_right_to_left_are_turned_round_and_its_brackets_are_mirrored()
    {
        var file = Fonts.File(Face.Regular);
        const string Text = "א(ב";
        var shaped = file.Shaping.Shape(Assert.Single(TextRun.Of(Text, [file, file, file])));
        Assert.Equal([2, 1, 0], shaped.Select(glyph => glyph.Cluster));
        Assert.Equal(file.Glyph(')'), shaped[1].Glyph);
    }

    [Fact]
    public void Latin_words_after_a_hebrew_one_stand_left_of_it()
    {
        // No face on the shelf has Hebrew letters: they show as empty boxes, each reported once.
        var text = Fonts.Shape("אב AB", Face.Regular, 30);
        var latin = Fonts.Shape("AB", Face.Regular, 30);
        Assert.Equal(["א", "ב"], text.MissingCharacters.ToArray());
        Assert.Equal(latin.Glyphs.Select(it => (it.Glyph, it.X)), text.Glyphs.Take(2).Select(it => (it.Glyph, it.X)));
        Assert.All(text.Glyphs.Skip(2), glyph => Assert.Equal(0, glyph.Glyph));
    }
}
