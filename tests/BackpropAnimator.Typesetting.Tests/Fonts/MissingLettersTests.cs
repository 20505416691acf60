namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class MissingLettersTests(Shelf shelf)
{
    [Theory]
    [InlineData("ab 梯度", "no font has '梯' (U+68AF, Han), nor '度'", "fonts-noto-cjk", "NotoSansCJK-Regular.ttc#2")]
    [InlineData("誤差の", "no font has '誤' (U+8AA4, Han), nor '差' 'の'", "fonts-noto-cjk", "NotoSansCJK-Regular.ttc#0")]
    [InlineData("한국", "no font has '한' (U+D55C, Hangul), nor '국'", "fonts-noto-cjk", "NotoSansCJK-Regular.ttc#1")]
    [InlineData("कि", "no font has 'क' (U+0915, Devanagari), nor 'ि'", "fonts-noto-core", "NotoSansDevanagari-Regular.ttf")]
    [InlineData("שָׁ", "no font has 'ש' (U+05E9, Hebrew)", "fonts-noto-core", "NotoSansHebrew-Regular.ttf")]
    [InlineData("ok 😀", "no font has '😀' (U+1F600, a symbol)", "fonts-symbola", "Symbola_hint.ttf")]
    public void They_are_named_with_the_package_that_has_them(string text, string message, string package, string file)
    {
        var missing = shelf.Fonts.MissingFrom(text)!;
        Assert.Equal(message, missing.Message);
        Assert.Contains(package, missing.Hint);
        Assert.Contains($"theme: {{ fonts: ['{file}'] }}", missing.Hint);
    }

    [Fact]
    public void Texts_that_the_fonts_have_lack_nothing()
    {
        Assert.Null(shelf.Fonts.MissingFrom("Lan truyền ngược — ∂L/∂w ⊙ σ′, ŷ"));
        Assert.Equal(3, shelf.Fonts.MissingFrom("ab 梯度")!.Offset);
    }

    [Fact]
    public void Every_script_has_a_sample_of_its_own() => Assert.All(
        ScriptFont.All, font => Assert.Equal(font.Name, ScriptFont.NameOf(System.Text.Rune.GetRuneAt(font.Sample, 0))));
}
