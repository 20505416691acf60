using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>
/// Every format with every codec that goes into it, opaque and transparent, has the colours of the still and says which they are.
/// </summary>
public sealed class FormatColorsTests : IDisposable
{
    // A ground and five flat areas. Each is wide enough that what is 8 pixels inside is not blurred by chroma at half the resolution.
    static readonly SKColor ground = new(16, 20, 30);
    static readonly SKColor[] colors = [new(200, 30, 60), new(40, 180, 70), new(30, 60, 210), new(230, 200, 40), new(128, 128, 128)];

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    static Frame Areas { get; } = new(
        new(1920, 1080), new(ground, ground),
        [.. colors.Select((color, i) => new Panel(SKRect.Create(360 * i + 60, 180, 360, 720), 0, color))]);

    public static TheoryData<string, string, bool> Kinds()
    {
        var kinds = new TheoryData<string, string, bool>();
        foreach (var format in OutputFormat.All)
        {
            foreach (var codec in format.Codecs) kinds.Add(format.Name, codec.Name, false);
            foreach (var codec in format.TransparentCodecs) kinds.Add(format.Name, codec.Name, true);
        }
        return kinds;
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Colours_are_tagged_and_decode_to_those_of_the_still_within_three_levels(string format, string codec, bool transparent)
    {
        var kind = TestFrames.Kind(format, codec, transparent);
        var file = await Render(kind);
        AssertTagged(file, kind);
        PngExport.Write(Painted(), TestFrames.Size, folder["still.png"]);

        // FFmpeg does not decode WebP that moves: a single frame is a picture.
        byte[] decoded = Tool.Frames(file, kind)[0], still = Tool.Pixels(folder["still.png"]);

        for (var i = 0; i < colors.Length; i++)
        {
            var (there, expected) = (At(decoded, 20 + 30 * i), At(still, 20 + 30 * i));
            Assert.Equal(colors[i], expected);
            Assert.True(
                Math.Abs(there.Red - expected.Red) <= 3 && Math.Abs(there.Green - expected.Green) <= 3
                && Math.Abs(there.Blue - expected.Blue) <= 3 && there.Alpha >= 252,
                $"{kind.Format} with {kind.Codec}: {there} instead of {expected}");
        }

        byte[] Painted()
        {
            using var painter = new Painter(TestFrames.Size, fonts);
            painter.Paint(Areas);
            return painter.Pixels.ToArray();
        }

        // Half way down.
        static SKColor At(byte[] bgra, int x)
        {
            var at = (45 * TestFrames.Size.Width + x) * 4;
            return new(bgra[at + 2], bgra[at + 1], bgra[at], bgra[at + 3]);
        }
    }

    static void AssertTagged(string file, VideoKind kind)
    {
        var pixels = Tool.Probe(file, "stream=pix_fmt").Trim().TrimEnd(',');
        var tags = Tool.Probe(file, "stream=color_range,color_space,color_transfer,color_primaries").Trim().TrimEnd(',');
        var isRgb = pixels.Contains("rgb", StringComparison.Ordinal) || pixels.Contains("bgr", StringComparison.Ordinal);
        // A picture says nothing: by its format's rules it is sRGB.
        if (isRgb || kind.Format is WebP) Assert.DoesNotContain("bt", tags);
        else Assert.Equal("tv,bt709,bt709,bt709", tags);
    }

    async Task<string> Render(VideoKind kind)
    {
        var file = folder["clip" + kind.Format.Extension];
        var settings = TestFrames.Settings with { Kind = kind, Crf = 4, Matte = ground };
        await VideoRenderer.RenderAsync(new(1, new(10), _ => Areas), settings, fonts, file);
        return file;
    }
}
