using SkiaSharp;

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

    [Theory]
    [InlineData("petal length", 400, "petal length")]
    [InlineData("petal length", 80, "petal…")]
    [InlineData("petal length", 1, "p…")]
    [InlineData("longest na…", 1, "l…")]
    [InlineData("Wd", 1, "Wd")]
    public void A_text_is_cut_to_the_room_there_is(string text, float room, string expected) =>
        Assert.Equal(expected, shelf.Fonts.Shortened(text, Face.Medium, 23, room));

    [Fact]
    public void Many_threads_may_shape_and_lay_out_at_once()
    {
        using var fonts = FontShelf.Open();
        var widths = new float[64];
        Parallel.For(0, widths.Length, i =>
            widths[i] = fonts.Shape("Gradient", Face.Regular, 20).Width + fonts.Lay(@"\frac{\partial L}{\partial w}", 20).Width);
        Assert.Single(widths.Distinct());
    }

    [Fact]
    public void Threads_that_shape_the_same_at_once_get_the_same()
    {
        string[] texts = ["AVATAR 0.731", "Lan truye\u0302\u0300n", "x\u0302 \u2299 \u2207", "\u05D0\u05D1 (12) ab", "\U0001D6FF\u0302"];
        for (var round = 0; round < 10; round++)
        {
            using var fonts = FontShelf.Open();
            var shaped = new PlacedGlyph[40][];
            Parallel.For(0, shaped.Length, i => shaped[i] = [.. fonts.Shape(texts[i % texts.Length], Face.Bold, 20 + i / 20).Glyphs]);
            for (var i = 0; i < shaped.Length; i++)
                Assert.Equal(shelf.Fonts.Shape(texts[i % texts.Length], Face.Bold, 20 + i / 20).Glyphs.ToArray(), shaped[i]);
        }
    }

    [Fact]
    public void A_text_can_be_drawn_after_its_fonts_were_closed()
    {
        ShapedText text;
        using (var fonts = FontShelf.Open())
        {
            text = fonts.Shape("W", Face.Regular, 20);
            Assert.Equal(Inked(shelf.Fonts.Shape("W", Face.Regular, 20)), Inked(text));
        }
        Assert.Equal(Inked(shelf.Fonts.Shape("W", Face.Regular, 20)), Inked(text));
    }

    static byte[] Inked(ShapedText text) => [.. Shelf.Darkness(30, 30, canvas =>
    {
        using var paint = new SKPaint { IsAntialias = true };
        text.Draw(canvas, 5, 22, paint);
    }).Cast<byte>()];

    [Fact]
    public void A_file_that_is_no_font_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("no-fonts");
        try
        {
            folder.CreateSubdirectory("inter");
            File.WriteAllText(Path.Combine(folder.FullName, "inter", "Inter-Regular.otf"), "not a font");
            var thrown = Assert.Throws<FileNotFoundException>(() => FontShelf.Open(folder.FullName));
            Assert.Contains("Inter-Regular.otf", thrown.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
