namespace BackpropAnimator.Drawing.Tests;

/// <summary>Colours of classes are told apart by all viewers, and taken for no direction and no error.</summary>
public class ClassColorTests
{
    // ΔE (CIE 1976): a difference of 2.3 is just seen.
    const double Apart = 15, FarApart = 25;

    public static TheoryData<Palette> Palettes => [Palette.Dark, Palette.Chalkboard, Palette.Light, Palette.Contrast];

    [Theory, MemberData(nameof(Palettes))]
    public void They_stay_apart_without_red_green_or_blue(Palette palette)
    {
        foreach (var seen in ColorVision.All)
            for (var j = 1; j < palette.Classes.Length; j++)
                for (var i = 0; i < j; i++)
                {
                    var least = j < 4 ? FarApart : Apart;
                    var difference = ColorVision.Difference(palette.Classes[i], palette.Classes[j], seen);
                    Assert.True(difference >= least, $"{palette.Classes[i]}, {palette.Classes[j]}: {difference:0.0}");
                }
    }

    [Theory, MemberData(nameof(Palettes))]
    public void None_is_taken_for_a_direction_or_for_error(Palette palette)
    {
        foreach (var color in palette.Classes)
            foreach (var taken in new[] { palette.Forward, palette.Backward, palette.Error })
                Assert.True(ColorVision.Difference(color, taken, ColorVision.Everything) >= FarApart, $"{color}, {taken}");
    }
}
