using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

public sealed class StillsTests : IDisposable
{
    static readonly FrameSequence Frames = TestFrames.MovingDisc(120, new FrameRate(30));

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    [Fact]
    public async Task A_still_equals_the_exported_frame_of_the_same_time()
    {
        await PngExport.WriteFramesAsync(Frames, [10, 40, 70], TestFrames.Size, fonts, folder["frames"]);
        PngExport.WriteStill(Frames, 40, TestFrames.Size, fonts, folder["still.png"]);

        Assert.Equal(Tool.Pixels(folder["still.png"]), Tool.Pixels(folder["frames/000001.png"]));
    }

    [Fact]
    public void A_still_has_exactly_the_painter_s_pixels()
    {
        using var painter = new Painter(TestFrames.Size, fonts);
        painter.Paint(Frames.FrameAt(7));

        PngExport.WriteStill(Frames, 7, TestFrames.Size, fonts, folder["still.png"]);

        Assert.Equal(painter.Pixels.ToArray(), Tool.Pixels(folder["still.png"]));
    }

    [Fact]
    public async Task Frames_are_numbered_from_zero_in_a_folder_that_is_made()
    {
        await PngExport.WriteFramesAsync(Frames, [.. Enumerable.Range(0, 23)], TestFrames.Size, fonts, folder["a/b"]);

        Assert.Equal(
            Enumerable.Range(0, 23).Select(n => $"{n:000000}.png"), Directory.GetFiles(folder["a/b"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Frames_painted_after_one_another_equal_frames_painted_alone()
    {
        await PngExport.WriteFramesAsync(Frames, [.. Enumerable.Range(50, 20)], TestFrames.Size, fonts, folder["frames"]);
        foreach (var n in new[] { 0, 9, 19 })
        {
            PngExport.WriteStill(Frames, 50 + n, TestFrames.Size, fonts, folder["still.png"]);
            Assert.Equal(await File.ReadAllBytesAsync(folder["still.png"]), await File.ReadAllBytesAsync(folder[$"frames/{n:000000}.png"]));
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(folder["file"], "");
        await Assert.ThrowsAsync<RenderException>(() =>
            PngExport.WriteFramesAsync(Frames, [0], TestFrames.Size, fonts, folder["file/frames"]));
        Assert.Throws<RenderException>(() => PngExport.WriteStill(Frames, 0, TestFrames.Size, fonts, folder["absent/still.png"]));
        Assert.Equal(["file"], folder.Names);
    }

    [Fact]
    public async Task Cancelling_leaves_no_half_written_picture()
    {
        using var cancel = new CancellationTokenSource();
        var frames = new FrameSequence(120, new FrameRate(30), n =>
        {
            if (n == 60) cancel.Cancel();
            return TestFrames.Disc(n);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            PngExport.WriteFramesAsync(
                frames, [.. Enumerable.Range(0, 120)], TestFrames.Size, fonts, folder["frames"], null, cancel.Token));

        Assert.DoesNotContain(Directory.GetFiles(folder["frames"]), file => file.EndsWith("part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_contact_sheet_lays_stills_out_in_rows()
    {
        new ContactSheet(Columns: 2, CellWidth: 80)
            .Write(Frames, [(0, "00:00"), (30, "00:01"), (60, "00:02")], TestFrames.Size, fonts, folder["sheet.png"]);

        // Two cells of 80×44 a row with gaps of 8, and a label of 24 below each.
        Assert.Equal("184,144", Tool.Probe(folder["sheet.png"], "stream=width,height").Trim());
        var pixels = Tool.Pixels(folder["sheet.png"]);
        Assert.Equal(CellOf(0), Crop(pixels, 8, 8));
        Assert.Equal(CellOf(60), Crop(pixels, 8, 8 + 44 + 24));
        Assert.True(
            Lightness(pixels, 8, 52) > Lightness(pixels, 96, 120), "Labels stand below stills, and nothing below a place without one.");
    }

    // Each pixel is the mean of two by two.
    byte[] CellOf(int frame)
    {
        using var painter = new Painter(new SKSizeI(160, 88), fonts);
        painter.Paint(Frames.FrameAt(frame));
        var large = painter.Pixels.ToArray();
        return [.. Enumerable.Range(0, 80 * 44 * 4).Select(i =>
        {
            var (x, y, c) = (i / 4 % 80 * 2, i / 320 * 2, i % 4);
            return (byte)((At(x, y) + At(x + 1, y) + At(x, y + 1) + At(x + 1, y + 1) + 2) / 4);
            int At(int px, int py) => large[(py * 160 + px) * 4 + c];
        })];
    }

    static byte[] Crop(byte[] sheet, int left, int top) =>
        [.. Enumerable.Range(top, 44).SelectMany(y => sheet.Skip((y * 184 + left) * 4).Take(80 * 4))];

    static int Lightness(byte[] sheet, int left, int top) =>
        Enumerable.Range(top, 24).Sum(y => sheet.Skip((y * 184 + left) * 4).Take(80 * 4).Sum(b => b));
}
