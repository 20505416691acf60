using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Pump;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>What FFmpeg reads is what was painted, however late it reads and however often the buffers were used since.</summary>
public sealed class FramePipeTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    // The disc is low down, in the part of a picture that is last in the pipe, and moves by more than its size.
    static Frame LowDisc(int n) => new(
        new(1920, 1080), new(new SKColor(16, 20, 30), new SKColor(16, 20, 30)),
        [new Disc(new SKPoint(150 + 300 * (n % 6), 960), 110, new SKColor((byte)(40 * (n % 6)), 140, 250))]);

    // Larger than the pipe, a little smaller than it, and much smaller.
    [Theory]
    [InlineData(1280, 720, 16)]
    [InlineData(1000, 500, 24)]
    [InlineData(64, 36, 400)]
    public async Task A_reader_that_is_slow_gets_every_frame_as_it_was_painted(int width, int height, int count)
    {
        var frames = Enumerable.Range(0, count).Select(LowDisc).ToArray();
        using var painter = new PlanarPainter(new(width, height), fonts);
        // Reads now and then, and less than a picture.
        using var fake = new FakeFFmpeg("""
            exec 3< "$input" > "$output"
            sleep 0.3
            for i in 1 2 3 4 5 6; do head -c 900000 <&3; sleep 0.05; done
            cat <&3
            """);

        await new FFmpeg(new() { FFmpegFolder = fake.Folder })
            .EncodeAsync(new(frames, new(30), painter, () => { }), "", folder["raw"], CancellationToken.None);

        using var fresh = new PlanarPainter(new(width, height), fonts);
        await using var read = File.OpenRead(folder["raw"]);
        var bytes = new byte[width * height * 3 / 2];
        for (var n = 0; n < count; n++)
        {
            await read.ReadExactlyAsync(bytes);
            var picture = fresh.Paint(frames[n], CancellationToken.None);
            Assert.True(picture.Planes.Bytes.SequenceEqual(bytes), $"frame {n}");
            picture.Release();
        }
        Assert.Equal(read.Length, read.Position);
    }

    [Fact]
    public async Task The_command_line_is_exact()
    {
        using var painter = new PlanarPainter(TestFrames.Size, fonts);
        using var fake = new FakeFFmpeg($"printf '%s\\n' \"$@\" > '{folder["words"]}'; cat \"$input\" > \"$output\"");

        var pump = new FramePump([TestFrames.Disc(0)], new(30), painter, () => { });
        await new FFmpeg(new() { FFmpegFolder = fake.Folder })
            .EncodeAsync(pump, "-c:v libx264 -f mp4", folder["a \"b\".mp4"], CancellationToken.None);

        var words = await File.ReadAllLinesAsync(folder["words"]);
        Assert.Equal("-f rawvideo -pixel_format yuv420p -video_size 160x90 -framerate 30/1", string.Join(' ', words[..8]));
        Assert.Matches("^pipe:[0-9]+$", words[Array.IndexOf(words, "-i") + 1]);
        string[] output = ["-c:v", "libx264", "-f", "mp4", "file:" + folder["a \"b\".mp4"], "-y", "-v", "error"];
        Assert.Equal(output, words[(Array.IndexOf(words, "-i") + 2)..]);
    }
}
