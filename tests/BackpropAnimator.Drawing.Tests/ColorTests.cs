using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

public class ColorTests
{
    [Fact]
    public void Black_on_white_has_the_largest_contrast() => Assert.Equal(21, Colors.Contrast(SKColors.Black, SKColors.White), 3);

    [Fact]
    public void Mixing_half_way_gives_the_mean() =>
        Assert.Equal(new SKColor(50, 100, 150), new SKColor(0, 100, 200).Mixed(new SKColor(100, 100, 100), 0.5));

    public static TheoryData<string, Palette> Palettes => new()
    {
        { "midnight", Palette.Dark },
        { "chalkboard", Palette.Chalkboard },
        { "paper", Palette.Light },
        { "contrast", Palette.Contrast },
    };

    [Theory, MemberData(nameof(Palettes))]
    public void Every_colour_that_words_are_set_in_can_be_read_on_the_ground_and_on_panels(string name, Palette palette)
    {
        // WCAG 2.1: 4.5:1 is level AA, 7:1 level AAA.
        var least = palette == Palette.Contrast ? 7 : 4.5;
        SKColor[] grounds = [palette.Background, palette.BackgroundEdge, palette.Panel, palette.NeuronFill];
        (string Role, SKColor Color)[] words =
        [
            ("text", palette.Text), ("secondary", palette.Secondary), ("forward", palette.Forward), ("backward", palette.Backward),
            ("error", palette.Error), ("learned", palette.Learned), ("positive", palette.Positive), ("negative", palette.Negative),
            ("∂L/∂a", palette.FactorError), ("∂a/∂z", palette.FactorSlope), ("∂z/∂w", palette.FactorInput),
        ];
        Assert.All(
            words,
            word => Assert.All(
                grounds,
                ground =>
                {
                    var contrast = Colors.Contrast(word.Color, ground);
                    Assert.True(contrast >= least, $"{name}: {word.Role} {word.Color} on {ground}: {contrast:0.00}");
                }));
    }

    // In the palette for all eyes as far apart as strangers, in the others as far as a legend needs.
    [Theory, MemberData(nameof(Palettes))]
    public void Cyan_and_orange_and_plus_and_minus_stay_apart_for_colour_blind_viewers(string name, Palette palette)
    {
        var least = palette == Palette.Contrast ? 75 : 40;
        (string Pair, SKColor One, SKColor Other)[] pairs =
            [("forward and backward", palette.Forward, palette.Backward), ("plus and minus", palette.Positive, palette.Negative)];
        (string Eyes, double[][] Seen)[] viewers =
            [("all cones", ColorVision.Everything), ("deuteranopia", ColorVision.Deuteranopia), ("protanopia", ColorVision.Protanopia)];
        (string Words, double Distance)[] seen =
        [
            .. from pair in pairs
               from viewer in viewers
               let distance = ColorVision.Difference(pair.One, pair.Other, viewer.Seen)
               select (FormattableString.Invariant($"{pair.Pair}, {viewer.Eyes}: {distance:0}"), distance),
        ];
        Assert.True(
            seen.All(s => s.Distance >= least), $"{name}: ΔE should be {least} at least: {string.Join("; ", seen.Select(s => s.Words))}");
    }

    // Error and what is learned have a place and words of their own besides: less is enough.
    [Fact]
    public void In_contrast_error_and_learning_stay_apart_from_each_other_and_from_both_directions()
    {
        var palette = Palette.Contrast;
        (string Role, SKColor Color)[] roles =
            [("forward", palette.Forward), ("backward", palette.Backward), ("error", palette.Error), ("learned", palette.Learned)];
        foreach (var seen in new[] { ColorVision.Everything, ColorVision.Deuteranopia, ColorVision.Protanopia })
            for (var j = 1; j < roles.Length; j++)
                for (var i = 0; i < j; i++)
                {
                    var distance = ColorVision.Difference(roles[i].Color, roles[j].Color, seen);
                    Assert.True(distance >= 30, $"{roles[i].Role} and {roles[j].Role}: ΔE {distance:0}");
                }
    }

    [Fact]
    public void Light_on_paper_is_bright_where_it_thins_out_and_pure_in_its_middle()
    {
        var (palette, white) = (Palette.Light, SKColors.White);
        using var fonts = FontShelf.Open();
        using var painter = new Painter(new(200, 200), fonts);
        painter.Paint(new(new(200, 200), new(white, white),
            [new Glow(new(100, 100), 80, palette.Backward, palette.CoreOf(palette.Backward), palette.GlowBlend)]));
        SKColor At(int x) => new(BitConverter.ToUInt32(painter.Pixels.Slice((100 * 200 + x) * 4, 4)));
        // Brown smoke would have less red than the paper; a white core would be a hole.
        Assert.All(Enumerable.Range(125, 55), x => Assert.True(At(x).Red >= 248, $"{x}: {At(x)}"));
        Assert.True(ColorVision.Difference(At(100), palette.Backward, ColorVision.Everything) < 12, $"{At(100)}");
    }
}
