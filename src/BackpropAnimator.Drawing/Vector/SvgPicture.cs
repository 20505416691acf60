using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A frame as an SVG file that needs nothing besides: its text is text, in the fonts that it brings along.</summary>
/// <remarks>
/// Skia draws the shapes. It knows no text but letter by letter, no fonts in the file and no blending, so these are put in afterwards: it
/// draws a stand-in for each line of text and each picture, and what they are is noted in their order.
/// </remarks>
public static class SvgPicture
{
    static readonly XNamespace svg = "http://www.w3.org/2000/svg";

    /// <param name="size">The size that the file names, in pixels.</param>
    /// <param name="title">What it is called where that is told.</param>
    /// <param name="to">Where it goes; it is left open.</param>
    public static void Write(Frame frame, SKSizeI size, string title, FontShelf fonts, Stream to)
    {
        using var drawn = new MemoryStream();
        List<SetLine> texts = [];
        List<string?> pictures = [];
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(frame.Stage), drawn))
        using (var context = new Context(fonts, canvas, frame.Stage, texts, pictures))
            context.Paint(frame);
        drawn.Position = 0;
        var root = XElement.Load(drawn);
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {frame.Stage.Width} {frame.Stage.Height}"));
        root.SetAttributeValue("width", size.Width);
        root.SetAttributeValue("height", size.Height);
        foreach (var (element, style) in root.Elements(svg + "use").Zip(pictures)) FinishPicture(element, style);
        foreach (var (element, line) in root.Elements(svg + "text").Zip(texts)) FinishText(element, line);
        root.AddFirst(new XElement(svg + "title", title));
        if (texts.Count > 0) root.Elements().First().AddAfterSelf(StyleOf(texts.Select(drawn => drawn.Text), fonts));
        using var writer = XmlWriter.Create(to, new() { Encoding = new UTF8Encoding(false), Indent = true });
        root.Save(writer);
    }

    // Skia says a picture's opacity of its fill, which a picture does not have.
    static void FinishPicture(XElement use, string? style)
    {
        use.SetAttributeValue("opacity", use.Attribute("fill-opacity")?.Value);
        use.SetAttributeValue("fill", null);
        use.SetAttributeValue("fill-opacity", null);
        use.SetAttributeValue("style", style);
    }

    static void FinishText(XElement element, SetLine line)
    {
        var text = line.Text;
        element.Value = text.Line;
        element.SetAttributeValue("x", line.Start.X + line.Anchor * text.Width);
        element.SetAttributeValue("y", line.Start.Y);
        element.SetAttributeValue("font-family", FamiliesOf(text));
        element.SetAttributeValue("font-weight", FontWeight.Of(text.Face));
        if (text.Face == Face.Italic) element.SetAttributeValue("font-style", "italic");
        element.SetAttributeValue("font-size", text.Size);
        // Anchors are named by the way the line runs.
        var (left, right) = text.IsRightToLeft ? ("end", "start") : ("start", "end");
        var anchor = line.Align switch { SKTextAlign.Left => left, SKTextAlign.Center => "middle", _ => right };
        if (anchor != "start") element.SetAttributeValue("text-anchor", anchor);
        if (text.IsRightToLeft) element.SetAttributeValue("direction", "rtl");
        // Should another font take the place of ours, the line keeps its room.
        element.SetAttributeValue("textLength", text.Width);
    }

    // In the order of the faces, so that equal frames are equal files.
    static XElement StyleOf(IEnumerable<ShapedText> texts, FontShelf fonts)
    {
        var style = new StringBuilder("text { font-feature-settings: 'tnum', 'calt' 0; white-space: pre; }");
        // What is slanted or emboldened by us is so by the viewer too: the file has its font once.
        var letters = texts.SelectMany(text => FacesOf(text).Select(face => (face: fonts.Unaltered(face), text.Line)))
            .GroupBy(pair => pair.face, pair => pair.Line).OrderBy(group => group.Key);
        foreach (var group in letters)
        {
            var file = fonts.SubsetFor(string.Concat(group), group.Key);
            style.Append(CultureInfo.InvariantCulture, $$"""

                @font-face { font-family: '{{FontWeight.FamilyOf(group.Key)}}'; font-weight: {{FontWeight.Of(group.Key)}};
                  src: url(data:font/otf;base64,{{Convert.ToBase64String(file)}}); }
                """);
        }
        return new(svg + "style", style.ToString());
    }

    static IEnumerable<Face> FacesOf(ShapedText text) => text.Glyphs.Select(glyph => glyph.Face).Prepend(text.Face).Distinct();

    static string FamiliesOf(ShapedText text) =>
        string.Join(", ", FacesOf(text).Select(face => $"'{FontWeight.FamilyOf(face)}'").Distinct().Append("sans-serif"));

    sealed class Context(
        FontShelf fonts, SKCanvas canvas, SKSize stage, List<SetLine> texts, List<string?> pictures)
        : VectorContext(fonts, canvas, stage)
    {
        // What does not know how to add takes "screen", which is the same on black.
        const string Added = "mix-blend-mode:screen;mix-blend-mode:plus-lighter";

        public override void DrawText(ShapedText text, SKPoint start, SKColor color, SKTextAlign align)
        {
            if (text.Glyphs.IsEmpty || color.Alpha == 0) return;
            using var font = new SKFont(Fonts.Typeface(text.Face), text.Size);
            Canvas.DrawText("x", start.X, start.Y, SKTextAlign.Left, font, FillPaint(color));
            texts.Add(new(text, start, align));
        }

        protected override void DrawLight(SKImage image, SKRect place, GlowBlend blend)
        {
            using var paint = new SKPaint();
            base.DrawImage(image, place, paint);
            pictures.Add(blend == GlowBlend.Add ? Added : null);
        }

        protected override void DrawImage(SKImage image, SKRect rect, SKPaint paint)
        {
            base.DrawImage(image, rect, paint);
            pictures.Add(null);
        }
    }
}

/// <summary>A line of text in its place.</summary>
/// <param name="Start">The left end of its baseline.</param>
/// <param name="Align">Which point of it stays where it is should it be set in another font.</param>
internal sealed record SetLine(ShapedText Text, SKPoint Start, SKTextAlign Align)
{
    /// <summary>How far along the line that point is, from 0 to 1.</summary>
    public float Anchor => Align switch
    {
        SKTextAlign.Left => 0,
        SKTextAlign.Center => 0.5f,
        SKTextAlign.Right => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(Align), Align, null),
    };
}

/// <summary>What the faces on the shelf are called in a style sheet.</summary>
internal static class FontWeight
{
    public static string FamilyOf(Face face) => face switch
    {
        Face.Math => "Latin Modern Math",
        Face.SpareRegular or Face.SpareSemiBold or Face.SpareItalic => "Inter Spare",
        >= Face.Fallback => FormattableString.Invariant($"Fallback {FallbackFaces.FontOf(face) + 1}"),
        _ => "Inter",
    };

    public static int Of(Face face) => face switch
    {
        Face.Regular or Face.SpareRegular or Face.Italic or Face.SpareItalic or Face.Math => 400,
        Face.Medium => 500,
        Face.SemiBold or Face.SpareSemiBold => 600,
        Face.Bold => 700,
        >= Face.Fallback => FallbackFaces.IsHeavy(face) ? 700 : 400,
        _ => throw new ArgumentOutOfRangeException(nameof(face), face, null),
    };
}
