using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

public class ColorTests
{
    [Fact]
    public void Black_on_white_has_the_largest_contrast() => Assert.Equal(21, Colors.Contrast(SKColors.Black, SKColors.White), 3);

    [Fact]
    public void Mixing_half_way_gives_the_mean() =>
        Assert.Equal(new SKColor(50, 100, 150), new SKColor(0, 100, 200).Mixed(new SKColor(100, 100, 100), 0.5));

    public static TheoryData<string> Themes() => ["dark", "light"];

    [Theory, MemberData(nameof(Themes))]
    public void Every_colour_that_words_are_set_in_can_be_read_on_the_ground_and_on_panels(string theme)
    {
        var palette = theme == "dark" ? Palette.Dark : Palette.Light;
        SKColor[] grounds = [palette.Background, palette.BackgroundEdge, palette.Panel, palette.NeuronFill];
        SKColor[] words =
        [
            palette.Text, palette.Secondary, palette.Forward, palette.Backward, palette.Error, palette.Positive, palette.Negative,
            palette.FactorError, palette.FactorSlope, palette.FactorInput,
        ];
        Assert.All(
            words,
            word =>
                Assert.All(
                    grounds,
                    ground =>
                        Assert.True(Colors.Contrast(word, ground) >= 4.5, $"{word} on {ground}: {Colors.Contrast(word, ground):0.00}")));
    }
}
