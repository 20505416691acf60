using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>A video of every kind that a test asked for: the disc in twenty frames at ten a second, in two chunks.</summary>
public sealed class VideosOfEveryKind : IDisposable
{
    public static readonly FrameSequence Frames = TestFrames.MovingDisc(20, new(10)) with { Cuts = [10] };

    readonly Dictionary<VideoKind, TemporaryFolder> folders = [];
    readonly Dictionary<VideoKind, byte[][]> pixels = [];
    readonly FontShelf fonts = TestFrames.Fonts();

    /// <summary>The video, which is the only file in its folder.</summary>
    public async Task<string> Of(VideoKind kind)
    {
        var folder = folders.GetValueOrDefault(kind);
        if (folder is not null) return folder["clip" + kind.Format.Extension];
        folders[kind] = folder = new();
        var settings = TestFrames.Settings with { Kind = kind, Crf = 4, Title = "A title", Chapters = [new("One", 0), new("Two", 10)] };
        await VideoRenderer.RenderAsync(Frames, settings, fonts, folder["clip" + kind.Format.Extension]);
        return folder["clip" + kind.Format.Extension];
    }

    /// <summary>The pixels of its frames, BGRA with straight alpha.</summary>
    public async Task<byte[][]> FramesOf(VideoKind kind)
    {
        if (!pixels.TryGetValue(kind, out var frames)) pixels[kind] = frames = Tool.Frames(await Of(kind), kind);
        return frames;
    }

    public void Dispose()
    {
        foreach (var folder in folders.Values) folder.Dispose();
        fonts.Dispose();
    }
}

/// <summary>Every format with every codec that goes into it, judged by FFprobe.</summary>
public sealed class FormatsTests(VideosOfEveryKind videos) : IClassFixture<VideosOfEveryKind>, IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    async Task<string> Render(VideoKind kind, FrameSequence frames, RenderOptions? options = null)
    {
        var file = folder["clip" + kind.Format.Extension];
        await VideoRenderer.RenderAsync(frames, TestFrames.Settings with { Kind = kind }, fonts, file, options);
        return file;
    }

    public static TheoryData<string, string, bool, string> Kinds() => new()
    {
        { "mp4", "h264", false, "h264,yuv420p" },
        { "mp4", "h265", false, "hevc,yuv420p" },
        { "mp4", "av1", false, "av1,yuv420p" },
        { "mp4", "vp9", false, "vp9,yuv420p" },
        { "webm", "vp9", false, "vp9,yuv420p" },
        { "webm", "vp9", true, "vp9,yuv420p" },
        { "webm", "av1", false, "av1,yuv420p" },
        { "mov", "prores", false, "prores,yuv422p10le" },
        { "mov", "prores", true, "prores,yuva444p12le" },
        { "mov", "h264", false, "h264,yuv420p" },
        { "mov", "h265", false, "hevc,yuv420p" },
        { "gif", "gif", false, "gif,bgra" },
        { "gif", "gif", true, "gif,bgra" },
        { "apng", "apng", false, "apng,rgb24" },
        { "apng", "apng", true, "apng,rgba" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_format_has_its_codec_and_exactly_the_frames(string format, string codec, bool transparent, string probed)
    {
        var file = await videos.Of(TestFrames.Kind(format, codec, transparent));

        Assert.Equal(probed, Tool.Probe(file, "stream=codec_name,pix_fmt").Trim());
        Assert.Equal(20, (await videos.FramesOf(TestFrames.Kind(format, codec, transparent))).Length);
        Assert.Equal([file], Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_format_shows_what_was_painted(string format, string codec, bool transparent, string probed)
    {
        Assert.NotEmpty(probed);
        var kind = TestFrames.Kind(format, codec, transparent);
        var frames = VideosOfEveryKind.Frames;
        PngExport.WriteStill(transparent ? frames.WithoutGround() : frames, 7, TestFrames.Size, fonts, folder["still.png"]);

        byte[] decoded = Over((await videos.FramesOf(kind))[7], 90), still = Over(Tool.Pixels(folder["still.png"]), 90);

        // 4:2:0 blurs the disc's rim, and 256 colours have no exact one for each of its shades.
        Assert.InRange(decoded.Zip(still, (a, b) => Math.Abs(a - b)).Average(), 0, 2);
        Assert.InRange(Math.Abs(Blue(decoded, 80, 45) - Blue(still, 80, 45)), 0, 8);

        static int Blue(byte[] bgra, int x, int y) => bgra[(y * 160 + x) * 4];
    }

    /// <summary>A picture with straight alpha over a grey wall.</summary>
    static byte[] Over(byte[] bgra, int wall) =>
        [.. bgra.Select((value, i) => i % 4 == 3 ? (byte)255 : (byte)((value * bgra[i | 3] + wall * (255 - bgra[i | 3]) + 127) / 255))];

    [Theory]
    [InlineData("webm", "vp9")]
    [InlineData("mov", "prores")]
    [InlineData("apng", "apng")]
    [InlineData("gif", "gif")]
    public async Task A_transparent_video_is_opaque_on_the_disc_and_nothing_beside_it(string format, string codec)
    {
        var kind = TestFrames.Kind(format, codec, transparent: true);
        var frames = await videos.FramesOf(kind);

        foreach (var n in new[] { 0, 10, 19 })
        {
            var pixels = frames[n];
            int Alpha(int x, int y) => pixels[(y * 160 + x) * 4 + 3];
            // The disc of frame n on a stage of 1920×1080, here a twelfth of it.
            var (x, y) = ((100 + 13 * n) / 12, (540 + 3 * n) / 12);
            Assert.InRange(Alpha(x, y), 252, 255);
            Assert.InRange(Alpha(x, y - 20), 0, 3);
            Assert.InRange(Alpha(150, 5), 0, 3);
        }
    }

    [Theory]
    [InlineData("h265")]
    [InlineData("av1")]
    [InlineData("vp9")]
    public async Task In_MP4_every_frame_is_at_its_time_to_the_tick_whatever_the_codec(string codec)
    {
        var file = await Render(TestFrames.Kind("mp4", codec), TestFrames.MovingDisc(50, new(30000, 1001)) with { Cuts = [9, 30] });
        Assert.Equal(Enumerable.Range(0, 50).Select(k => k * 1001L), Tool.Times(file).Times);
    }

    [Theory]
    [InlineData(60, 1, false)]
    [InlineData(60, 1, true)]
    [InlineData(30000, 1001, false)]
    public async Task In_WebM_every_frame_is_at_the_millisecond_nearest_to_its_time(int numerator, int denominator, bool transparent)
    {
        var file = await Render(
            TestFrames.Kind("webm", "vp9", transparent), TestFrames.MovingDisc(50, new(numerator, denominator)) with { Cuts = [9, 30] });
        Assert.Equal(
            Enumerable.Range(0, 50).Select(k => (long)Math.Round(k * 1000.0 * denominator / numerator, MidpointRounding.AwayFromZero)),
            Tool.Times(file).Times);
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(30, 1)]
    [InlineData(24000, 1001)]
    public async Task In_GIF_every_frame_is_at_the_hundredth_nearest_to_its_time_and_the_last_one_ends_there(int numerator, int denominator)
    {
        var file = await Render(TestFrames.Kind("gif", "gif"), TestFrames.MovingDisc(25, new(numerator, denominator)));

        var ends = Enumerable.Range(0, 26).Select(k => (long)Math.Round(k * 100.0 * denominator / numerator, MidpointRounding.AwayFromZero))
            .ToArray();
        Assert.Equal(ends[..25], Tool.Times(file).Times);
        Assert.Equal(ends[1..].Zip(ends, (end, start) => end - start), Tool.GifDelays(file));
    }

    [Fact]
    public async Task A_GIF_repeats_for_ever_and_holds_frames_that_do_not_change()
    {
        var file = await Render(TestFrames.Kind("gif", "gif"), TestFrames.JumpingDisc(24, new(25)));
        Assert.Equal(24, Tool.GifDelays(file).Count());
        Assert.Contains("NETSCAPE2.0\u0003\u0001\0\0\0", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
    }

    [Theory]
    [InlineData("webm", "vp9", true)]
    [InlineData("mov", "prores", true)]
    [InlineData("mp4", "h265", false)]
    [InlineData("webm", "av1", false)]
    public async Task Joined_chunks_decode_as_they_do_alone_and_are_reused(string format, string codec, bool transparent)
    {
        using var cache = new TemporaryFolder();
        var kind = TestFrames.Kind(format, codec, transparent);
        var frames = TestFrames.MovingDisc(36, new(30)) with { Cuts = [9, 20] };
        var file = await Render(kind, frames, new() { CacheFolder = cache.Path, Jobs = 2 });
        var again = folder["again" + kind.Format.Extension];

        var report = await VideoRenderer.RenderAsync(
            frames, TestFrames.Settings with { Kind = kind }, fonts, again, new() { CacheFolder = cache.Path });

        Assert.Equal([true, true, true], report.Chunks.Select(c => c.Reused));
        var hashes = Hashes(file);
        Assert.Equal(hashes, Hashes(again));
        Assert.Equal(hashes.Order(), Directory.GetFiles(cache.Path, "*.mp4", SearchOption.AllDirectories).SelectMany(Hashes).Order());

        string[] Hashes(string video) =>
            [.. Tool.FrameMd5(video, kind).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')[^1].Trim())];
    }

    [Theory]
    [InlineData("webm", "vp9")]
    [InlineData("mov", "prores")]
    public async Task Title_and_chapters_go_into_every_format_that_has_a_place_for_them(string format, string codec)
    {
        var file = await videos.Of(TestFrames.Kind(format, codec));
        Assert.Contains("A title", Tool.Text("ffprobe", "-v", "error", "-show_entries", "format_tags", file));
        Assert.Equal(
            ["One", "Two"],
            Tool.Text("ffprobe", "-v", "error", "-show_entries", "chapter_tags=title", "-of", "csv=p=0", file)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_encoder_that_this_FFmpeg_lacks_is_told_before_the_first_frame()
    {
        using var fake = new FakeFFmpeg(
            "case \"$*\" in *-version*) echo 'ffmpeg version 9.9 Copyright';; *) printf ' ------\\n V....D libx264  H.264\\n';; esac");
        var frames = new FrameSequence(10, new(10), _ => throw new InvalidOperationException("a frame was asked for"));

        var error = await Assert.ThrowsAsync<RenderException>(() =>
            Render(TestFrames.Kind("webm", "vp9"), frames, new() { FFmpegFolder = fake.Folder }));

        Assert.Equal(
            "This FFmpeg has no encoder 'libvpx-vp9'; install one that has it, or choose another format or codec (backprop doctor lists " +
                "what is there).",
            error.Message);
        Assert.Empty(folder.Names);
    }
}
