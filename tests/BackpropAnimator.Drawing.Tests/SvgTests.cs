using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>Frames as SVG files, read as XML.</summary>
public sealed partial class SvgTests : IDisposable
{
    static readonly XNamespace svg = "http://www.w3.org/2000/svg", link = "http://www.w3.org/1999/xlink";

    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    byte[] Write(Frame frame, string title = "A lesson")
    {
        using var file = new MemoryStream();
        SvgPicture.Write(frame, new(1280, 720), title, fonts, file);
        return file.ToArray();
    }

    XElement Read(params DrawItem[] items) => XElement.Load(new MemoryStream(Write(Samples.FrameOf(items))));

    static float Number(XElement element, string name) => float.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [Fact]
    public void It_has_the_size_that_is_asked_for_and_is_drawn_in_stage_units()
    {
        var root = Read(new Disc(new(100, 50), 20, SKColors.Red));

        Assert.Equal(("1280", "720", "0 0 640 360"), (root.Attribute("width")!.Value, root.Attribute("height")!.Value,
            root.Attribute("viewBox")!.Value));
        var disc = Assert.Single(root.Elements(svg + "ellipse"));
        Assert.Equal((100f, 50f, 20f, 20f), (Number(disc, "cx"), Number(disc, "cy"), Number(disc, "rx"), Number(disc, "ry")));
        Assert.Equal("red", disc.Attribute("fill")!.Value);
    }

    [Fact]
    public void A_line_of_text_is_one_element_with_its_letters_font_size_and_place()
    {
        var line = new TextLine("-0.53 x < y & \"z\"", new(300, 80), 25, new(0xE8, 0xEC, 0xF8), Face.SemiBold, SKTextAlign.Center);
        var text = Assert.Single(Read(line).Elements(svg + "text"));

        Assert.Equal("\u22120.53 x < y & \"z\"", text.Value);
        Assert.Equal(("'Inter', sans-serif", "600", "middle", "#E8ECF8"), (
            text.Attribute("font-family")!.Value, text.Attribute("font-weight")!.Value, text.Attribute("text-anchor")!.Value,
            text.Attribute("fill")!.Value));
        Assert.Equal((300f, 80f, 25f), (Number(text, "x"), Number(text, "y"), Number(text, "font-size")));
        Assert.Equal(fonts.Shape(line.Text, line.Face, line.Size).Width, Number(text, "textLength"), 0.01f);
    }

    [Fact]
    public void Every_face_that_is_used_is_in_the_file_with_the_letters_that_it_is_used_for()
    {
        var style = Read(
            new TextLine("Loss 0.390", new(10, 40), 25, SKColors.White, Face.SemiBold),
            new TextLine("ab", new(10, 80), 25, SKColors.White)).Element(svg + "style")!.Value;
        var faces = Faces().Matches(style);

        Assert.Equal(["400", "600"], faces.Select(face => face.Groups[1].Value));
        using var regular = Font(faces[0]);
        using var semiBold = Font(faces[1]);
        Assert.All("ab", letter => Assert.NotEqual(0, regular.GetGlyph(letter)));
        Assert.All("Loss0.39", letter => Assert.NotEqual(0, semiBold.GetGlyph(letter)));
        Assert.Equal((0, 0), (regular.GetGlyph('L'), semiBold.GetGlyph('b')));
        Assert.Contains("font-feature-settings: 'tnum'", style);

        static SKFont Font(Match face)
        {
            var bytes = Convert.FromBase64String(face.Groups[2].Value);
            Assert.InRange(bytes.Length, 1_000, 20_000);
            return new(SKTypeface.FromData(SKData.CreateCopy(bytes)));
        }
    }

    [Fact]
    public void Formulas_are_outlines_and_need_no_font()
    {
        var root = Read(
            new FormulaText(@"\frac{\partial L}{\partial w} = 0.53", new(100, 100), 40, new FormulaStyle(SKColors.White)),
            new FormulaMorph("a", "0.5", new(10, 200), new(20, 200), 30, 0.8f, new FormulaStyle(SKColors.White)));

        Assert.Empty(root.Elements(svg + "text"));
        Assert.Null(root.Element(svg + "style"));
        Assert.InRange(root.Elements(svg + "path").Count(), 2, 20);
    }

    [Fact]
    public void Light_is_a_picture_that_is_added_and_a_tint_one_that_lies_over()
    {
        var glow = new Glow(new(200, 100), 40, Palette.Dark.Backward, SKColors.White, GlowBlend.Add);
        var disc = new Disc(new(300, 100), 10, SKColors.Red);
        var root = Read(glow, disc, glow with { Blend = GlowBlend.Tint });

        var shapes = root.Elements().Where(element => element.Name != svg + "defs").Select(element => element.Name.LocalName).ToArray();
        Assert.Equal(["title", "rect", "use", "ellipse", "use"], shapes);
        var uses = root.Elements(svg + "use").ToArray();
        Assert.Equal("mix-blend-mode:screen;mix-blend-mode:plus-lighter", uses[0].Attribute("style")!.Value);
        Assert.Null(uses[1].Attribute("style"));
        // It covers the light and no more, and is brightest in the middle.
        using var image = PictureOf(root, uses[0]);
        Assert.Equal((80, 80), (image.Width, image.Height));
        Assert.InRange(image.GetPixel(40, 40).Alpha, 230, 255);
        Assert.Equal(0, image.GetPixel(0, 0).Alpha);
    }

    [Fact]
    public void The_opacity_of_a_picture_is_its_own_and_not_that_of_a_fill()
    {
        var raster = new Raster(2, 1, [10, 20, 30, 255, 0, 90, 180, 255]);
        var uses = Read(new RasterImage(raster, new(10, 10, 50, 30), 0.5f), new RasterImage(raster, new(60, 10, 90, 30)))
            .Elements(svg + "use").ToArray();

        Assert.Equal(0.5f, Number(uses[0], "opacity"), 0.01f);
        Assert.Null(uses[1].Attribute("opacity"));
        Assert.All(uses, use => Assert.Null(use.Attribute("fill-opacity")));
    }

    [Fact]
    public void Equal_frames_are_equal_files_and_small_ones()
    {
        var frame = Samples.FrameOf(Samples.OneOfEach(300, 180));
        var file = Write(frame);

        Assert.Equal(file, Write(Samples.FrameOf(Samples.OneOfEach(300, 180))));
        Assert.InRange(file.Length, 10_000, 80_000);
        Assert.Equal("<&>", XElement.Load(new MemoryStream(Write(frame, "<&>"))).Element(svg + "title")!.Value);
    }

    static SKBitmap PictureOf(XElement root, XElement use)
    {
        var id = use.Attribute(link + "href")!.Value[1..];
        var image = root.Descendants(svg + "image").Single(element => element.Attribute("id")!.Value == id);
        return SKBitmap.Decode(Convert.FromBase64String(image.Attribute(link + "href")!.Value.Split(',')[1]));
    }

    [GeneratedRegex(@"@font-face \{ font-family: 'Inter'; font-weight: (\d+);\s+src: url\(data:font/otf;base64,([^)]+)\)")]
    private static partial Regex Faces();
}
