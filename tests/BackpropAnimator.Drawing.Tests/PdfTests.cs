using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>Frames as pages of a PDF.</summary>
public sealed partial class PdfTests : IDisposable
{
    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    string Write(params Frame[] frames)
    {
        using var file = new MemoryStream();
        using (var pages = new PdfPages(file, "A lesson", fonts))
        {
            foreach (var frame in frames) pages.Add(frame);
            pages.Complete();
        }
        return WithStreams(file.ToArray());
    }

    // The file with what is compressed in it after it.
    static string WithStreams(byte[] file)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(file));
        foreach (Match match in Streams().Matches(text.ToString()))
        {
            if (!match.Groups[1].Value.Contains("Flate", StringComparison.Ordinal)) continue;
            using var inflated = new MemoryStream();
            using var deflated = new MemoryStream(Encoding.Latin1.GetBytes(match.Groups[2].Value));
            using (var stream = new ZLibStream(deflated, CompressionMode.Decompress)) stream.CopyTo(inflated);
            text.Append('\n').Append(Encoding.Latin1.GetString(inflated.ToArray()));
        }
        return text.ToString();
    }

    // What a reader can copy: what glyphs are said to stand for, each or in a row.
    static string LettersIn(string pdf)
    {
        var letters = new StringBuilder();
        foreach (var match in GlyphLetters().Matches(pdf).Select(match => match.Groups[1].Value)
            .Concat(GlyphRanges().Matches(pdf).Select(match => match.Groups[1].Value))
            .Concat(ActualText().Matches(pdf).Select(match => match.Groups[1].Value)))
            letters.Append(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match)));
        foreach (Match match in PlainText().Matches(pdf)) letters.Append(match.Groups[1].Value);
        return letters.ToString();
    }

    [Fact]
    public void Each_frame_has_a_page_of_the_size_of_a_slide_and_the_file_its_title()
    {
        var tall = Samples.FrameOf(new Disc(new(100, 100), 20, SKColors.Red)) with { Stage = new(1080, 1920) };
        var pdf = Write(Samples.FrameOf(Samples.OneOfEach(300, 180)), Samples.FrameOf(), tall);

        Assert.Equal(["0 0 960 540", "0 0 960 540", "0 0 540 960"], Boxes().Matches(pdf).Select(match => match.Groups[1].Value));
        Assert.Contains("/Title (A lesson)", pdf);
    }

    [Fact]
    public void Text_can_be_copied_with_its_true_minus_and_its_columns_of_digits()
    {
        var pdf = Write(Samples.FrameOf(new TextLine("δ -0.1734 Q", new(100, 100), 30, SKColors.White, Face.Medium)));

        Assert.All("δ\u22120.1734Q", letter => Assert.Contains(letter, LettersIn(pdf)));
        Assert.Contains("/ToUnicode", pdf);
    }

    [Fact]
    public void Formulas_are_outlines_and_need_no_font()
    {
        var pdf = Write(Samples.FrameOf(
            new FormulaText(@"\frac{\partial L}{\partial w} = 0.53", new(100, 100), 40, new FormulaStyle(SKColors.White))));

        Assert.DoesNotContain("/Type /Font", pdf);
        Assert.Matches(@"\d c\n", pdf);
    }

    [Fact]
    public void Light_is_laid_over_as_on_a_screen()
    {
        var light = new Glow(new(200, 100), 40, Palette.Dark.Backward, SKColors.White, GlowBlend.Add);
        Assert.Contains("/BM /Screen", Write(Samples.FrameOf(light)));
        Assert.DoesNotContain("/BM /Screen", Write(Samples.FrameOf(light with { Blend = GlowBlend.Tint })));
    }

    [GeneratedRegex(@"<<([^<>]*(?:<<[^<>]*>>[^<>]*)*)>>\s*stream\r?\n(.*?)\r?\nendstream", RegexOptions.Singleline)]
    private static partial Regex Streams();

    [GeneratedRegex(@"^<[0-9A-Fa-f]{2,4}> <([0-9A-Fa-f]{4,8})>\r?$", RegexOptions.Multiline)]
    private static partial Regex GlyphLetters();

    [GeneratedRegex(@"^<[0-9A-Fa-f]{2,4}> <[0-9A-Fa-f]{2,4}> <([0-9A-Fa-f]{4})>\r?$", RegexOptions.Multiline)]
    private static partial Regex GlyphRanges();

    [GeneratedRegex(@"/ActualText ?<(?:FEFF|feff)?([0-9A-Fa-f]+)>")]
    private static partial Regex ActualText();

    [GeneratedRegex(@"/ActualText ?\(([^)]*)\)")]
    private static partial Regex PlainText();

    [GeneratedRegex(@"/MediaBox \[([^\]]+)\]")]
    private static partial Regex Boxes();
}
