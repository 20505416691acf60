using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>Chunks that were rendered before are used again, and nobody can tell from the result.</summary>
public sealed class CacheTests : IDisposable
{
    static readonly FrameRate Rate = new(30000, 1001);

    readonly TemporaryFolder folder = new();
    readonly TemporaryFolder cache = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        cache.Dispose();
        fonts.Dispose();
    }

    // Three parts of 50, 150 and 60 frames: four chunks.
    static FrameSequence Lesson(int middle = 150) => new(110 + middle, Rate, n =>
        TestFrames.Disc(n < 50 ? n : n < 50 + middle ? 1000 + (n - 50) * 150 / middle : 2000 + n - middle))
    { Cuts = [0, 50, 50 + middle] };

    async Task<(string File, List<bool> Reused)> Render(
        FrameSequence frames, RenderOptions? options = null, VideoSettings? settings = null, string name = "clip.mp4")
    {
        var report = await VideoRenderer.RenderAsync(
            frames, settings ?? TestFrames.Settings, fonts, folder[name], options ?? new() { CacheFolder = cache.Path });
        return (folder[name], [.. report.Chunks.Select(c => c.Reused)]);
    }

    string[] CachedChunks() => Directory.GetFiles(cache.Path, "*.mp4", SearchOption.AllDirectories);

    [Fact]
    public async Task A_second_render_reuses_everything_and_is_the_same_file()
    {
        var (first, reused) = await Render(Lesson(), name: "first.mp4");
        Assert.Equal([false, false, false, false], reused);
        var (second, again) = await Render(Lesson(), name: "second.mp4");

        Assert.Equal([true, true, true, true], again);
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
    }

    [Fact]
    public async Task Joined_cached_and_parallel_equals_one_after_another_and_every_time_is_exact()
    {
        await Render(Lesson());
        var (cached, _) = await Render(Lesson(), new() { CacheFolder = cache.Path, Jobs = 3 }, name: "cached.mp4");
        var (plain, _) = await Render(Lesson(), new() { Jobs = 1 }, name: "plain.mp4");

        Assert.Equal(Tool.FrameMd5(plain), Tool.FrameMd5(cached));
        Assert.Equal(4, Tool.Keyframes(cached));
        Assert.Equal(Enumerable.Range(0, 260).Select(k => k * 1001L), Tool.Times(cached).Times);
        Assert.Equal(
            ("1/30000", "30000/1001,30000/1001,260"),
            (Tool.Times(cached).TimeBase, Tool.Probe(cached, "stream=r_frame_rate,avg_frame_rate,nb_frames").Trim()));
    }

    [Fact]
    public async Task A_joined_video_decodes_to_what_its_chunks_decode_to()
    {
        var (video, _) = await Render(Lesson());

        var hashes = Hashes(video);
        Assert.Equal(260, hashes.Length);
        Assert.Equal(hashes.Order(), CachedChunks().SelectMany(Hashes).Order());

        // The last column of a line that is not a comment.
        static string[] Hashes(string file) =>
            [.. Tool.FrameMd5(file).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')[^1].Trim())];
    }

    [Fact]
    public async Task A_longer_part_renders_that_part_alone()
    {
        await Render(Lesson());
        var (_, reused) = await Render(Lesson(middle: 200));
        Assert.Equal([true, false, false, true], reused);
    }

    [Fact]
    public async Task What_looks_the_same_is_reused_from_another_place_of_another_video()
    {
        await Render(Lesson());
        var later = new FrameSequence(60 + 50, Rate, n => n < 60 ? TestFrames.Disc(5000 + n) : TestFrames.Disc(n - 60)) { Cuts = [60] };

        Assert.Equal([false, true], (await Render(later)).Reused);
    }

    [Fact]
    public async Task Anything_that_changes_the_pictures_renders_them_again()
    {
        var lesson = TestFrames.MovingDisc(20, Rate) with { Cuts = [10] };
        await Render(lesson);
        VideoSettings[] others =
        [
            TestFrames.Settings with { Crf = 30 }, TestFrames.Settings with { Preset = X264Preset.Ultrafast },
                TestFrames.Settings with { Tune = X264Tune.None },
            TestFrames.Settings with { Size = new(80, 46) },
        ];
        foreach (var settings in others) Assert.DoesNotContain(true, (await Render(lesson, settings: settings)).Reused);
        Assert.DoesNotContain(true, (await Render(lesson with { Rate = new(30) })).Reused);
        Assert.DoesNotContain(false, (await Render(lesson, settings: TestFrames.Settings with { Title = "Another" })).Reused);
    }

    [Fact]
    public async Task A_damaged_chunk_is_rendered_again()
    {
        var (whole, _) = await Render(Lesson(), name: "whole.mp4");
        var chunk = CachedChunks().Order().First();
        var bytes = await File.ReadAllBytesAsync(chunk);
        bytes[bytes.Length / 2] ^= 0x40;
        await File.WriteAllBytesAsync(chunk, bytes);

        var (mended, reused) = await Render(Lesson());

        Assert.Equal(1, reused.Count(r => !r));
        Assert.Equal(await File.ReadAllBytesAsync(whole), await File.ReadAllBytesAsync(mended));
    }

    [Fact]
    public async Task A_video_made_from_the_same_is_found_without_composing_a_frame()
    {
        var (first, _) = await Render(Lesson() with { Identity = "a lesson" }, name: "first.mp4");
        var composed = 0;
        var counted =
            Lesson() with { Identity = "a lesson", FrameAt = n => { Interlocked.Increment(ref composed); return Lesson().FrameAt(n); } };

        var (second, reused) = await Render(counted, name: "second.mp4");
        Assert.Equal(0, composed);
        Assert.DoesNotContain(false, reused);
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));

        // A chunk that is no longer there is composed and rendered again, and no other.
        File.Delete(CachedChunks().Order().First());
        var (third, mended) = await Render(counted, name: "third.mp4");
        Assert.Equal(1, mended.Count(r => !r));
        Assert.InRange(composed, 50, 75);
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(third));
    }

    [Fact]
    public async Task Another_identity_is_composed_and_finds_the_chunks_that_look_the_same()
    {
        await Render(Lesson() with { Identity = "a lesson" });
        Assert.DoesNotContain(false, (await Render(Lesson() with { Identity = "another, with the same frames" })).Reused);
        Assert.Equal([true, false, false, true], (await Render(Lesson(140) with { Identity = "another" })).Reused);
    }

    [Fact]
    public async Task Two_renders_at_once_share_a_cache()
    {
        var both = await Task.WhenAll(Render(Lesson(), name: "one.mp4"), Render(Lesson(), name: "two.mp4"));
        Assert.Equal(Tool.FrameMd5(both[0].File), Tool.FrameMd5(both[1].File));
        Assert.Equal(4, CachedChunks().Length);
    }

    [Fact]
    public async Task A_limit_of_nothing_still_renders_and_keeps_nothing()
    {
        await Render(Lesson(), new() { CacheFolder = cache.Path, CacheLimit = 0 });
        Assert.Empty(CachedChunks());
        Assert.Equal(["clip.mp4"], folder.Names);
    }

    [Fact]
    public async Task A_cancelled_render_keeps_the_chunks_it_finished_and_no_others()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAfter(180, cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => VideoRenderer.RenderAsync(
            Lesson(), TestFrames.Settings, fonts, folder["clip.mp4"], new() { CacheFolder = cache.Path, Jobs = 1 }, progress,
                cancel.Token));

        Assert.Empty(folder.Names);
        Assert.Equal(CachedChunks(), Directory.GetFiles(cache.Path, "*", SearchOption.AllDirectories));
        Assert.Equal([true, true, false, false], (await Render(Lesson())).Reused);
    }

    sealed class CancelAfter(int frames, CancellationTokenSource cancel) : IProgress<RenderProgress>
    {
        public void Report(RenderProgress value)
        {
            if (value.FramesDone >= frames) cancel.Cancel();
        }
    }
}
