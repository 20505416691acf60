using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>What is drawn into documents looks as what is painted: drawn onto pixels, it is compared with the painter's.</summary>
public sealed class VectorTests : IDisposable
{
    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    // Straight onto a surface, where light can be added.
    sealed class OntoPixels(FontShelf fonts, SKCanvas canvas, SKSize stage) : VectorContext(fonts, canvas, stage)
    {
        public int Lights { get; private set; }

        public override void DrawText(ShapedText text, SKPoint start, SKColor color, SKTextAlign align) =>
            text.DrawReadable(Canvas, start.X, start.Y, FillPaint(color));

        protected override void DrawLight(SKImage image, SKRect place, GlowBlend blend)
        {
            Lights++;
            using var paint = new SKPaint { BlendMode = blend == GlowBlend.Add ? SKBlendMode.Plus : SKBlendMode.SrcOver };
            DrawImage(image, place, paint);
        }
    }

    (byte[] Pixels, int Lights) Drawn(Frame frame)
    {
        var size = new SKSizeI((int)frame.Stage.Width, (int)frame.Stage.Height);
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var context = new OntoPixels(fonts, canvas, frame.Stage);
        context.Paint(frame);
        return (bitmap.GetPixelSpan().ToArray(), context.Lights);
    }

    byte[] Painted(Frame frame)
    {
        using var painter = new Painter(new((int)frame.Stage.Width, (int)frame.Stage.Height), fonts);
        painter.Paint(frame);
        return painter.Pixels.ToArray();
    }

    public static TheoryData<int, string> Kinds()
    {
        var kinds = new TheoryData<int, string>();
        var items = Samples.OneOfEach(300, 180);
        for (var i = 0; i < items.Length; i++) kinds.Add(i, items[i].GetType().Name);
        return kinds;
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_of_item_looks_drawn_as_it_does_painted(int index, string kind)
    {
        var item = Samples.OneOfEach(300, 180)[index];
        Assert.Equal(kind, item.GetType().Name);
        byte[] drawn = Drawn(Samples.FrameOf(item)).Pixels, painted = Painted(Samples.FrameOf(item)), empty = Painted(Samples.FrameOf());

        // Edges differ by how they are smoothed, letters by a fraction of a pixel.
        var touched = Enumerable.Range(0, painted.Length).Where(i => painted[i] != empty[i]).ToArray();
        Assert.InRange(touched.Length, 50, painted.Length);
        var contrast = touched.Average(i => Math.Abs(painted[i] - empty[i]));
        Assert.InRange(touched.Average(i => Math.Abs(painted[i] - drawn[i])), 0, 2 + 0.2 * contrast);
        Assert.InRange(drawn.Zip(painted, (a, b) => Math.Abs(a - b)).Average(), 0, 0.6);
    }

    [Fact]
    public void The_ground_is_a_gradient_of_the_same_colours()
    {
        foreach (var palette in new[] { Palette.Dark, Palette.Light })
        {
            var frame = new Frame(Samples.Stage, Backdrop.Of(palette), []);
            Assert.All(Drawn(frame).Pixels.Zip(Painted(frame), (a, b) => Math.Abs(a - b)), difference => Assert.InRange(difference, 0, 1));
        }
    }

    [Fact]
    public void Light_that_lies_together_is_one_picture_and_what_is_drawn_between_parts_it()
    {
        Glow Light(float x) => new(new(x, 100), 30, Palette.Dark.Forward, SKColors.White, GlowBlend.Add);
        var disc = new Disc(new(150, 100), 10, Palette.Dark.Rest);

        Assert.Equal(1, Drawn(Samples.FrameOf(Light(100), Light(300), Light(200))).Lights);
        Assert.Equal(2, Drawn(Samples.FrameOf(Light(100), disc, Light(300), Light(200))).Lights);
        Assert.Equal(2, Drawn(Samples.FrameOf(Light(100), Light(300) with { Blend = GlowBlend.Tint })).Lights);
        Assert.Equal(0, Drawn(Samples.FrameOf(disc, Light(-500))).Lights);
    }

    [Fact]
    public void A_piece_of_the_ground_is_a_hole_where_there_is_no_ground_and_its_colour_elsewhere()
    {
        var plate = new Panel(new(100, 100, 200, 140), 7, Palette.Dark.Background, IsGround: true);
        var line = new Line(new(50, 120), new(250, 120), 8, SKColors.White);
        using Painter clear = new(new(640, 360), fonts), grounded = new(new(640, 360), fonts);
        clear.Paint(Samples.FrameOf(line, plate) with { Backdrop = Backdrop.None });
        grounded.Paint(Samples.FrameOf(line, plate));

        Assert.Equal((255u, 0u, 0u), (Alpha(clear, 80, 120), Alpha(clear, 150, 120), Alpha(clear, 150, 110)));
        Assert.Equal(
            (uint)Palette.Dark.Background, BitConverter.ToUInt32(grounded.Pixels.Slice((120 * 640 + 150) * 4, 4)));
        Assert.NotEqual(Samples.FrameOf(plate).Fingerprint(), Samples.FrameOf(plate with { IsGround = false }).Fingerprint());

        // What is painted after it is not in the hole.
        clear.Paint(Samples.FrameOf(line, plate, new Disc(new(150, 120), 9, SKColors.White)) with { Backdrop = Backdrop.None });
        Assert.Equal(255u, Alpha(clear, 150, 120));

        static uint Alpha(Painter painter, int x, int y) => painter.Pixels[(y * 640 + x) * 4 + 3];
    }
}
