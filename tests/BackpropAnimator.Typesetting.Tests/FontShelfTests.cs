namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class FontShelfTests(Shelf shelf)
{
    [Fact]
    public void A_missing_font_is_named()
    {
        var folder = Path.Combine(Path.GetTempPath(), "no-fonts-here");
        var thrown = Assert.Throws<FileNotFoundException>(() => FontShelf.Open(folder));
        Assert.Contains("Inter-Regular.otf", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_depends_on_the_files_alone()
    {
        using var again = FontShelf.Open();
        Assert.Equal(shelf.Fonts.Fingerprint, again.Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", again.Fingerprint);
    }

    [Fact]
    public void Vertical_measures_are_the_fonts_own()
    {
        // Inter-Regular: hhea ascender 2728, descender −680; OS/2 x-height 1536, cap height 2048; 2816 units per em.
        var text = shelf.Fonts.Shape("x", Face.Regular, 2816);
        Assert.Equal((2728f, 680f, 1536f, 2048f), (text.Ascent, text.Descent, text.XHeight, text.CapHeight));
    }

    [Fact]
    public void Many_threads_may_shape_and_lay_out_at_once()
    {
        using var fonts = FontShelf.Open();
        var widths = new float[64];
        Parallel.For(0, widths.Length, i =>
            widths[i] = fonts.Shape("Gradient", Face.Regular, 20).Width + fonts.Lay(@"\frac{\partial L}{\partial w}", 20).Width);
        Assert.Single(widths.Distinct());
    }
}
