using System.Text;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Pump;
using FFMpegCore;

namespace BackpropAnimator.Video.Tests;

public sealed class VideoRendererTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    async Task<string> Render(
        FrameSequence frames, VideoSettings? settings = null, string name = "clip.mp4", IProgress<RenderProgress>? progress = null)
    {
        await VideoRenderer.RenderAsync(frames, settings ?? TestFrames.Settings, fonts, folder[name], null, progress);
        return folder[name];
    }

    [Fact]
    public async Task A_video_is_what_the_settings_say_and_stands_alone()
    {
        var file = await Render(TestFrames.MovingDisc(90, new(60)));

        var video = (await FFProbe.AnalyseAsync(file)).PrimaryVideoStream!;
        Assert.Equal(("h264", "High", "yuv420p", 160, 90), (video.CodecName, video.Profile, video.PixelFormat, video.Width, video.Height));
        Assert.Equal((60.0, 60.0, TimeSpan.FromSeconds(1.5)), (video.RealFrameRate, video.AverageFrameRate, video.Duration));
        Assert.Equal(("tv", "bt709", "bt709", "bt709"), (video.ColorRange, video.ColorSpace, video.ColorTransfer, video.ColorPrimaries));
        Assert.Equal("center,90", Tool.Probe(file, "stream=chroma_location,nb_frames").Trim());
        Assert.Equal(["clip.mp4"], folder.Names);
    }

    [Fact]
    public async Task The_index_comes_before_the_pictures()
    {
        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await Render(TestFrames.MovingDisc(10, new(30)))));
        Assert.InRange(bytes.IndexOf("moov", StringComparison.Ordinal), 0, bytes.IndexOf("mdat", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, 1, 130)]
    [InlineData(30000, 1001, 95)]
    [InlineData(24000, 1001, 30)]
    [InlineData(25, 1, 1)]
    [InlineData(50, 1, 2)]
    [InlineData(7, 3, 20)]
    public async Task Frame_k_is_shown_at_k_over_the_rate_to_the_tick(int numerator, int denominator, int count)
    {
        var (times, timeBase) = Tool.Times(await Render(TestFrames.MovingDisc(count, new(numerator, denominator))));

        var ticksPerSecond = long.Parse(timeBase.Split('/')[1]);
        Assert.Equal(Enumerable.Range(0, count).Select(k => k * ticksPerSecond * denominator / numerator), times);
    }

    [Fact]
    public async Task A_player_finds_a_keyframe_every_four_seconds() =>
        Assert.InRange(Tool.Keyframes(await Render(TestFrames.MovingDisc(101, new(10)))), 3, 101);

    [Fact]
    public async Task The_same_frames_give_the_same_video()
    {
        var frames = TestFrames.MovingDisc(60, new(30));
        var first = Tool.FrameMd5(await Render(frames, name: "first.mp4"));

        Assert.Equal(first, Tool.FrameMd5(await Render(frames, name: "second.mp4")));
        Assert.Equal(60, first.Split('\n').Count(line => line.Length > 0 && line[0] != '#'));
    }

    [Fact]
    public async Task Colours_survive_encoding()
    {
        var file = await Render(TestFrames.MovingDisc(10, new(30)), TestFrames.Settings with { Crf = 1 });
        Tool.Text(
            "ffmpeg", "-v", "error", "-i", file, "-frames:v", "1", "-vf", "scale=in_color_matrix=bt709:in_range=tv:out_range=pc",
            folder["frame.png"]);
        PngExport.WriteStill(TestFrames.MovingDisc(10, new(30)), 0, TestFrames.Size, fonts, folder["still.png"]);

        byte[] decoded = Tool.Pixels(folder["frame.png"]), still = Tool.Pixels(folder["still.png"]);
        Assert.InRange(decoded.Zip(still, (a, b) => Math.Abs(a - b)).Average(), 0, 1.5);
    }

    // Frames of more than a megabyte take another way to FFmpeg than small ones.
    [Theory]
    [InlineData(160, 90)]
    [InlineData(1280, 720)]
    public async Task A_rate_factor_of_zero_loses_nothing(int width, int height)
    {
        var frames = TestFrames.JumpingDisc(50, new(30));
        var file = await Render(frames, TestFrames.Settings with { Size = new(width, height), Crf = 0 });

        using var planar = new PlanarPainter(new(width, height), fonts);
        var decoded = Tool.Planes(file);
        for (var n = 0; n < frames.Count; n++)
        {
            var picture = planar.Paint(frames.FrameAt(n), CancellationToken.None);
            picture.Release();
            var planes = picture.Planes.Bytes;
            Assert.True(decoded.AsSpan(n * planes.Length, planes.Length).SequenceEqual(planes), $"frame {n}");
        }
    }

    [Fact]
    public async Task A_draft_is_a_whole_video_too()
    {
        var file = await Render(TestFrames.MovingDisc(60, new(30)), TestFrames.Settings.AsDraft());
        Assert.Equal("yuv420p,60", Tool.Probe(file, "stream=pix_fmt,nb_frames").Trim());
    }

    [Fact]
    public async Task Titles_and_chapters_are_written_whatever_is_in_them()
    {
        var settings = TestFrames.Settings with
        {
            Title = "Learning = rate; #1 \\ \"quoted\"",
            Description = "δ = ∂L/∂z",
            Chapters = [new("Forward; pass", 0), new("Backward = pass", 30)],
        };

        var probed = await FFProbe.AnalyseAsync(await Render(TestFrames.MovingDisc(90, new(30)), settings));

        Assert.Equal((settings.Title, settings.Description), (probed.Format.Tags!["title"], probed.Format.Tags["description"]));
        Assert.Equal(
            [
                ("Forward; pass", TimeSpan.Zero, TimeSpan.FromSeconds(1)),
                ("Backward = pass", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)),
            ],
            probed.Chapters.Select(c => (c.Title, c.Start, c.End)));
        Assert.Equal(TimeSpan.FromSeconds(3), probed.Duration);
    }

    [Fact]
    public async Task Progress_counts_every_frame()
    {
        var told = new Told();
        await Render(TestFrames.JumpingDisc(40, new(30)), progress: told);
        Assert.Equal(Enumerable.Range(1, 40).Select(n => new RenderProgress(n, 40)), told.All);
    }

    sealed class Told : IProgress<RenderProgress>
    {
        public List<RenderProgress> All { get; } = [];

        public void Report(RenderProgress value) => All.Add(value);
    }
}
