using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>How a theme is written, what is wrong with it, and what of its files counts.</summary>
public sealed class ThemeTests : IDisposable
{
    // The first bytes of a picture of 2 × 1 pixels and of a font: what reading a scene looks at.
    static readonly byte[] picture =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 1, 8, 6, 0, 0, 0];
    static readonly byte[] font = [0, 1, 0, 0, 0, 1];

    readonly SceneFolder folder = new("layers: [2, 2, 1]");

    public void Dispose() => folder.Dispose();

    static ThemeScript Of(string theme, params string[] overrides) =>
        Scenes.Read(Scenes.With("title: A lesson", $"theme: {theme}"), overrides).Theme;

    string[] Problems(string theme) =>
        [.. folder.Problems($"example: {{ input: [0, 1], target: [1] }}\ntheme: {theme}", withHints: true)];

    Scene Read(string theme) => folder.Read($"example: {{ input: [0, 1], target: [1] }}\ntheme: {theme}");

    [Theory]
    [InlineData("midnight", ThemeKind.Midnight)]
    [InlineData("dark", ThemeKind.Midnight)]
    [InlineData("chalkboard", ThemeKind.Chalkboard)]
    [InlineData("paper", ThemeKind.Paper)]
    [InlineData("Light", ThemeKind.Paper)]
    [InlineData("{ name: contrast }", ThemeKind.Contrast)]
    public void A_theme_has_a_name_and_those_of_before_are_taken(string written, ThemeKind expected) =>
        Assert.Equal(expected, Of(written).Name);

    [Theory]
    [InlineData("{ colors: { forward: \"#010203\" } }")]
    [InlineData("{ forward: \"#010203\" }")]
    public void Colours_stand_in_a_group_or_directly_under_the_theme(string theme) =>
        Assert.Equal(new RgbColor(1, 2, 3), Of(theme).ColorOf(colors => colors.Forward));

    [Fact]
    public void A_theme_can_be_changed_from_outside() => Assert.Equal(
        (Corner.TopLeft, "Thanks", 2.5, new RgbColor(255, 0, 0)),
        Of(
            "paper", "theme.watermark=me", "theme.watermark.corner=top_left", "theme.end_card.title=Thanks", "theme.end_card.duration=2.5s",
            "theme.colors.error=red") is var theme
            ? (theme.Watermark!.Corner, theme.EndCard!.Title, theme.EndCard.Duration, theme.ColorOf(colors => colors.Error)!.Value)
            : default);

    [Fact]
    public void A_colour_that_is_written_twice_is_told() => Assert.Equal(
        ["s.yaml:4:17: warning: error changes nothing: colors has it too"], Problems("{ error: red, colors: { error: blue } }"));

    [Fact]
    public void A_watermark_is_words_or_a_picture()
    {
        File.WriteAllBytes(folder["a.png"], picture);
        Assert.StartsWith(
            "s.yaml:4:21: error: watermark: expected text or image, found both",
            Assert.Single(Problems("{ watermark: { text: me, image: a.png } }")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_that_is_not_there_or_is_none_is_told()
    {
        File.WriteAllBytes(folder["a.png"], picture);
        File.WriteAllBytes(folder["a.woff2"], [.. "wOF2"u8, 0, 0]);
        Assert.Equal(["s.yaml:4:25: error: text: 'no.ttf': there is no such file"], Problems("{ fonts: { text: no.ttf } }"));
        Assert.Equal(
            [
                "s.yaml:4:25: error: bold: 'a.png' is not a font of the kinds TTF, OTF and TTC\n" +
                "  hint: name a font file that ends in .ttf or .otf",
            ],
            Problems("{ fonts: { bold: a.png } }"));
        Assert.EndsWith("convert it to TTF or OTF", Assert.Single(Problems("{ fonts: a.woff2 }")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_fonts_is_tried_in_order_and_a_single_one_sets_all_words()
    {
        foreach (var name in new[] { "a.ttf", "b.ttf", "c.ttf" }) File.WriteAllBytes(folder[name], [.. font, (byte)name[0]]);
        var single = Read("{ fonts: a.ttf }").Theme.Fonts;
        Assert.Equal(("a.ttf", 0), (single.Text, single.Fallback.Length));
        var list = Read("{ fonts: [a.ttf, { text: b.ttf, bold: c.ttf }] }").Theme.Fonts;
        Assert.Null(list.Text);
        Assert.Equal([("a.ttf", null), ("b.ttf", "c.ttf")], list.Fallback.Select(it => (it.Text!, it.Bold)));
        Assert.Equal([font.Length + 1, font.Length + 1], list.Fallback.Select(it => it.TextBytes.Length));
        var both = Read("{ fonts: { text: a.ttf, fallback: [b.ttf] } }").Theme.Fonts;
        Assert.Equal(("a.ttf", "b.ttf"), (both.Text, both.Fallback[0].Text));
        Assert.Equal(["s.yaml:4:25: error: text: 'no.ttf': there is no such file"], Problems("{ fonts: [a.ttf, no.ttf] }"));
    }

    [Fact]
    public void A_collection_gives_one_of_its_fonts()
    {
        // Two fonts of one table each; the second table is three bytes long, and padded in the font that is made.
        byte[] collection =
        [
            .. "ttcf"u8, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 20, 0, 0, 0, 48,
            0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. "head"u8, 1, 2, 3, 4, 0, 0, 0, 76, 0, 0, 0, 4,
            .. "OTTO"u8, 0, 1, 0, 0, 0, 0, 0, 0, .. "CFF "u8, 5, 6, 7, 8, 0, 0, 0, 80, 0, 0, 0, 3,
            9, 9, 9, 9, 7, 7, 7, 0,
        ];
        File.WriteAllBytes(folder["a.ttc"], collection);
        Assert.Equal(
            [.. "OTTO"u8, 0, 1, 0, 0, 0, 0, 0, 0, .. "CFF "u8, 5, 6, 7, 8, 0, 0, 0, 28, 0, 0, 0, 3, 7, 7, 7, 0],
            Read("{ fonts: 'a.ttc#1' }").Theme.Fonts.TextBytes.ToArray());
        Assert.Equal(32, Read("{ fonts: a.ttc }").Theme.Fonts.TextBytes.Length);
        Assert.Equal(
            ["s.yaml:4:17: error: text: 'a.ttc' has no font 2, or is damaged\n  hint: it has 2, the first of which is 0"],
            Problems("{ fonts: 'a.ttc#2' }"));
        for (var length = 4; length < collection.Length - 1; length++)
        {
            File.WriteAllBytes(folder["a.ttc"], collection[..length]);
            Assert.Single(Problems("{ fonts: 'a.ttc#1' }"));
        }
    }

    [Theory]
    [InlineData("{ logo: a.png }", "a.png")]
    [InlineData("{ watermark: { image: a.png } }", "a.png")]
    [InlineData("{ end_card: { logo: a.png } }", "a.png")]
    [InlineData("{ fonts: { text: a.ttf } }", "a.ttf")]
    [InlineData("{ fonts: { bold: a.ttf } }", "a.ttf")]
    [InlineData("{ fonts: [a.ttf] }", "a.ttf")]
    public void Another_file_of_a_theme_makes_another_scene(string theme, string file)
    {
        string With(byte last)
        {
            File.WriteAllBytes(folder[file], [.. file.EndsWith("png", StringComparison.Ordinal) ? picture : font, last]);
            return SceneFingerprint.Of(Read(theme));
        }

        Assert.NotEqual(With(1), With(2));
        Assert.Equal(With(1), With(1));
    }

    [Fact]
    public void An_end_card_shows_the_themes_logo_where_it_has_none_of_its_own()
    {
        File.WriteAllBytes(folder["a.png"], picture);
        File.WriteAllBytes(folder["b.png"], [.. picture, 7]);
        Assert.Equal(picture, Read("{ logo: a.png, end_card: { title: Bye } }").Theme.EndCard!.LogoBytes.ToArray());
        Assert.Equal((byte[])[.. picture, 7], Read("{ logo: a.png, end_card: { logo: b.png } }").Theme.EndCard!.LogoBytes.ToArray());
    }
}
