using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A PDF of frames, one a page, whose shorter side is that of a slide.</summary>
public sealed class PdfPages : IDisposable
{
    // Seven and a half inches, in points.
    const float ShorterSide = 540;

    readonly SKDocument document;
    readonly FontShelf fonts;

    /// <param name="to">Where it goes; it is left open.</param>
    public PdfPages(Stream to, string title, FontShelf fonts)
    {
        this.fonts = fonts;
        document = SKDocument.CreatePdf(to, new SKDocumentPdfMetadata { Title = title, Creator = "BackpropAnimator" });
    }

    public void Add(Frame frame)
    {
        var scale = ShorterSide / Math.Min(frame.Stage.Width, frame.Stage.Height);
        var canvas = document.BeginPage(frame.Stage.Width * scale, frame.Stage.Height * scale);
        canvas.Scale(scale);
        using (var context = new Context(fonts, canvas, frame.Stage)) context.Paint(frame);
        document.EndPage();
    }

    /// <summary>Writes what is left to write.</summary>
    public void Complete() => document.Close();

    public void Dispose() => document.Dispose();

    sealed class Context(FontShelf fonts, SKCanvas canvas, SKSize stage) : VectorContext(fonts, canvas, stage)
    {
        public override void DrawText(ShapedText text, SKPoint start, SKColor color, SKTextAlign align) =>
            text.DrawReadable(Canvas, start.X, start.Y, FillPaint(color));

        // PDF cannot add light. Its "screen" is the same on black, and never too bright (ISO 32000-1, 11.3.5).
        protected override void DrawLight(SKImage image, SKRect place, GlowBlend blend)
        {
            using var paint = new SKPaint { BlendMode = blend == GlowBlend.Add ? SKBlendMode.Screen : SKBlendMode.SrcOver };
            DrawImage(image, place, paint);
        }
    }
}
