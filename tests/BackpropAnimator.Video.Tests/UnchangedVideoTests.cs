using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>A video that is there already, just as it would be written again, is left alone; any other file is replaced.</summary>
public sealed class UnchangedVideoTests : IDisposable
{
    static readonly DateTime LongAgo = new(2020, 2, 2, 2, 2, 2, DateTimeKind.Utc);

    readonly TemporaryFolder folder = new();
    readonly TemporaryFolder cache = new();
    readonly FontShelf fonts = TestFrames.Fonts();
    readonly FakeFFmpeg ffmpeg;

    // The real one, which is watched.
    public UnchangedVideoTests() =>
        ffmpeg = new($"echo \"$*\" >> '{folder["started"]}'; exec {Tool.Text("which", "ffmpeg").Trim()} \"$@\"");

    public void Dispose()
    {
        folder.Dispose();
        cache.Dispose();
        fonts.Dispose();
        ffmpeg.Dispose();
    }

    static FrameSequence Lesson => TestFrames.MovingDisc(24, new(24)) with { Cuts = [10], Identity = "a lesson" };

    async Task<bool> WasThere(VideoSettings? settings = null, FrameSequence? frames = null, string name = "clip.mp4", bool keep = true)
    {
        File.Delete(folder["started"]);
        var report = await VideoRenderer.RenderAsync(
            frames ?? Lesson, settings
                ?? TestFrames.Settings, fonts, folder[name],
                    new() { CacheFolder = keep ? cache.Path : null, FFmpegFolder = ffmpeg.Folder });
        Assert.Equal(report.WasThere, !File.Exists(folder["started"]));
        Assert.DoesNotContain(name + ".backprop-part", folder.Names);
        return report.WasThere;
    }

    public static TheoryData<string, string, bool> Kinds()
    {
        var kinds = new TheoryData<string, string, bool>();
        foreach (var format in OutputFormat.All)
        {
            kinds.Add(format.Name, format.Codecs[0].Name, false);
            foreach (var codec in format.TransparentCodecs) kinds.Add(format.Name, codec.Name, true);
        }
        return kinds;
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task In_every_format_an_unchanged_video_is_left_alone_and_FFmpeg_is_not_started(
        string format, string codec, bool transparent)
    {
        var kind = TestFrames.Kind(format, codec, transparent);
        var settings = TestFrames.Settings with { Kind = kind };
        var name = "clip" + kind.Format.Extension;
        Assert.False(await WasThere(settings, name: name));
        // Not even its date counts.
        File.SetLastWriteTimeUtc(folder[name], LongAgo);

        Assert.True(await WasThere(settings, name: name));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(folder[name]));
        Assert.False(await WasThere(settings, name: "copy" + kind.Format.Extension));
    }

    [Fact]
    public async Task Nothing_is_composed_for_it_and_all_frames_are_told_as_reused()
    {
        await WasThere();
        var told = new Told();
        var unseen = Lesson with { FrameAt = _ => throw new InvalidOperationException("a frame was asked for") };

        var report = await VideoRenderer.RenderAsync(
            unseen, TestFrames.Settings, fonts, folder["clip.mp4"], new() { CacheFolder = cache.Path, FFmpegFolder = ffmpeg.Folder }, told);

        Assert.Equal((true, 24), (report.WasThere, report.FramesReused));
        Assert.Equal(new RenderProgress(24, 24, 24), told.Last);
    }

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("clip.gif")]
    public async Task A_video_that_somebody_changed_damaged_or_removed_is_made_again(string name)
    {
        var settings = TestFrames.Settings with { Kind = name == "clip.gif" ? TestFrames.Kind("gif", "gif") : VideoKind.Default };
        await WasThere(settings, name: name);
        var whole = await File.ReadAllBytesAsync(folder[name]);
        var written = File.GetLastWriteTimeUtc(folder[name]);

        byte[] damaged = [.. whole];
        damaged[damaged.Length / 2] ^= 1;
        byte[]?[] others = [damaged, whole[..^1], [.. whole, 0], [], null];
        foreach (var other in name == "clip.gif" ? Thorough.Sample(others, 2) : others)
        {
            if (other is null) File.Delete(folder[name]);
            else await File.WriteAllBytesAsync(folder[name], other);
            // One that looks untouched.
            if (other is not null) File.SetLastWriteTimeUtc(folder[name], written);

            Assert.False(await WasThere(settings, name: name));
            Assert.Equal(whole, await File.ReadAllBytesAsync(folder[name]));
        }
        Assert.True(await WasThere(settings, name: name));
    }

    [Fact]
    public async Task Another_title_or_other_chapters_are_another_video_of_the_same_chunks()
    {
        await WasThere();
        foreach (var other in new[]
        {
            TestFrames.Settings with { Title = "Another" },
            TestFrames.Settings with { Chapters = [new("One", 0)] },
        })
        {
            Assert.False(await WasThere(other));
            Assert.True(await WasThere(other));
        }
        // And back again, which is known still.
        Assert.False(await WasThere());
        Assert.True(await WasThere());
    }

    [Fact]
    public async Task Frames_without_an_identity_are_composed_and_then_the_same_goes()
    {
        var unnamed = Lesson with { Identity = null };
        Assert.False(await WasThere(frames: unnamed));
        Assert.True(await WasThere(frames: unnamed));
        Assert.False(await WasThere(frames: TestFrames.MovingDisc(25, new(24))));
    }

    [Fact]
    public async Task A_damaged_chunk_is_mended_though_the_video_is_there()
    {
        await WasThere();
        var chunk = Directory.GetFiles(cache.Path, "*.mp4", SearchOption.AllDirectories).Order().First();
        await File.WriteAllTextAsync(chunk, "not a chunk");

        var report = await VideoRenderer.RenderAsync(
            Lesson, TestFrames.Settings, fonts, folder["clip.mp4"], new() { CacheFolder = cache.Path, FFmpegFolder = ffmpeg.Folder });

        Assert.Equal((true, 1), (report.WasThere, report.Chunks.Count(c => !c.Reused)));
        Assert.True(await WasThere());
    }

    [Fact]
    public async Task Without_a_cache_a_video_is_always_made_anew()
    {
        await WasThere();
        Assert.False(await WasThere(keep: false));
        Assert.False(await WasThere(keep: false));
    }

    [Fact]
    public async Task A_cleared_cache_forgets_what_the_videos_were()
    {
        await WasThere();
        ChunkCache.Clear(cache.Path);
        Assert.Empty(Directory.GetFiles(cache.Path, "*", SearchOption.AllDirectories));
        Assert.False(await WasThere());
    }

    sealed class Told : IProgress<RenderProgress>
    {
        public RenderProgress? Last { get; private set; }

        public void Report(RenderProgress value) => Last = value;
    }
}
