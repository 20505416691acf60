using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;
using BackpropAnimator.Video.Pump;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

public class PumpTests
{
    [Fact]
    public void Stale_tiles_come_out_once_and_cover_what_went_in()
    {
        var tiles = new DirtyTiles(new(200, 50));
        tiles.Add(new(10, 2, 70, 20));
        tiles.Add(new(60, 10, 66, 12));
        tiles.Add(new(190, 40, 200, 50));

        Assert.Equal(
            [new SKRectI(0, 0, 128, 16), new SKRectI(0, 16, 128, 32), new SKRectI(128, 32, 200, 48), new SKRectI(128, 48, 200, 50)],
            tiles.Take());
        Assert.Empty(tiles.Take());
    }

    [Fact]
    public void Partly_converted_buffers_hold_what_a_fresh_conversion_gives()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);
        for (var n = 0; n < 40; n++)
        {
            var picture = planar.Paint(TestFrames.Disc(n * 5), CancellationToken.None);
            using var painter = new Painter(TestFrames.Size, fonts);
            painter.Paint(TestFrames.Disc(n * 5));
            var fresh = new YuvPlanes(TestFrames.Size);
            Bt709.Convert(painter.Pixels, new(0, 0, TestFrames.Size.Width, TestFrames.Size.Height), fresh);

            Assert.True(fresh.Bytes.SequenceEqual(picture.Planes.Bytes), $"frame {n}");
            picture.Release();
        }
    }

    [Fact]
    public void An_unchanged_frame_is_the_same_picture_again()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);

        var first = planar.Paint(TestFrames.Disc(1), CancellationToken.None);
        var again = planar.Paint(TestFrames.Disc(1), CancellationToken.None);

        Assert.Same(first, again);
        Assert.NotSame(first, planar.Paint(TestFrames.Disc(2), CancellationToken.None));
    }

    // As when a chunk is written once more, to another place.
    [Fact]
    public async Task A_painter_serves_another_pump_after_encoders_that_stopped_reading()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);
        Frame[] frames = [.. Enumerable.Range(0, 30).Select(n => TestFrames.Disc(n * 5))];
        for (var i = 0; i < 5; i++)
        {
            var cut = new FramePump(frames, new FrameRate(30), planar, () => { });
            await cut.WriteAsync(() => new Full(planar.BytesPerPicture * (2 + i)), CancellationToken.None);
            Assert.Equal(2 + i, cut.FramesWritten);
        }

        var whole = new FramePump(frames, new FrameRate(30), planar, () => { });
        await whole.WriteAsync(() => Stream.Null, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(30, whole.FramesWritten);
    }

    /// <summary>A pipe whose reader goes after so many bytes.</summary>
    sealed class Full(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room) throw new IOException("nobody reads");
            base.Write(buffer);
        }
    }

    [Fact]
    public async Task Painting_waits_for_the_encoder_when_all_buffers_are_on_their_way()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);
        var waiting = new List<Picture>();
        for (var n = 0; n < 5; n++) waiting.Add(planar.Paint(TestFrames.Disc(n), CancellationToken.None));

        var sixth = Task.Run(() => planar.Paint(TestFrames.Disc(5), CancellationToken.None));
        Assert.NotSame(sixth, await Task.WhenAny(sixth, Task.Delay(100)));
        waiting[0].Release();
        Assert.Same(waiting[0], await sixth);
    }

    [Fact]
    public async Task Every_frame_is_written_once_in_order()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);
        var told = 0;
        using var stream = new MemoryStream();

        await new FramePump([.. Enumerable.Range(0, 50).Select(n => TestFrames.Disc(n / 8))], new(30), planar, () => told++)
            .WriteAsync(() => stream, CancellationToken.None);

        Assert.Equal(50, told);
        Assert.Equal(50 * TestFrames.Size.Width * TestFrames.Size.Height * 3 / 2, stream.ToArray().Length);
    }

    [Fact]
    public async Task A_pipe_that_breaks_ends_the_pump_without_an_error_of_its_own()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);
        var pump = new FramePump([.. Enumerable.Range(0, 50).Select(TestFrames.Disc)], new(30), planar, () => { });

        await pump.WriteAsync(() => new BreakingStream(), CancellationToken.None);

        Assert.Equal((3, true), (pump.FramesWritten, pump.WaitsForEncoder));
    }

    [Fact]
    public async Task A_cancelled_pump_stops_between_frames()
    {
        using var fonts = TestFrames.Fonts();
        using var planar = new PlanarPainter(TestFrames.Size, fonts);
        using var cancel = new CancellationTokenSource();
        var frames = 0;
        var pump = new FramePump(
            [.. Enumerable.Range(0, 50).Select(TestFrames.Disc)], new(30), planar, () => { if (++frames == 7) cancel.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pump.WriteAsync(() => Stream.Null, cancel.Token));

        Assert.Equal(7, pump.FramesWritten);
    }

    /// <summary>Takes three frames.</summary>
    sealed class BreakingStream : MemoryStream
    {
        int frames;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (frames++ == 3) throw new IOException("Broken pipe");
        }
    }
}
