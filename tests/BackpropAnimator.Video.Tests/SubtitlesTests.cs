using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>What is read with a video, in it and beside it.</summary>
public sealed class SubtitlesTests : IDisposable
{
    static readonly ImmutableArray<SubtitleCue> cues =
        [new(0.1, 1.4, "Đạo hàm đi ngược lại."), new(1.5, 2.4, "\\nabla < 0 & {x} \\N y")];

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    Task<RenderReport> Render(string name, Accompaniment with, RenderOptions? options = null)
    {
        var format = OutputFormat.OfFile(name)!;
        var settings = TestFrames.Settings with
        {
            Kind = new(format, format.Codecs.FirstOrDefault(codec => codec is H264) ?? format.Codecs[0]),
            Title = "A lesson",
            Chapters = [new("One", 0), new("Two", 10)],
            Accompaniment = with,
        };
        return VideoRenderer.RenderAsync(TestFrames.MovingDisc(25, new(10)) with { Cuts = [10] }, settings, fonts, folder[name], options);
    }

    static Accompaniment With(ImmutableArray<SubtitleCue> read) =>
        new() { Subtitles = read, Language = "vi", Length = 2.5, Parts = [new Interval(0, 2.5)] };

    [Theory]
    [InlineData("clip.mp4", "mov_text")]
    [InlineData("clip.mov", "mov_text")]
    [InlineData("clip.webm", "webvtt")]
    public async Task A_track_inside_and_two_files_beside_say_the_same_and_chapters_stay(string name, string codec)
    {
        var report = await Render(name, With(cues));

        Assert.Equal([name, "clip.srt", "clip.vtt"], folder.Names.OrderBy(file => file != name).ThenBy(file => file));
        Assert.Equal([folder["clip.srt"], folder["clip.vtt"]], report.SubtitleFiles.AsEnumerable());
        var stream = Tool.Text(
            "ffprobe", "-v", "error", "-select_streams", "s", "-show_entries",
            "stream=codec_name:stream_tags=language:stream_disposition=default,forced", "-of", "csv=p=0", folder[name]).Trim();
        // It is there for who wants it: no player shows it unasked.
        Assert.Equal($"{codec},0,0,vie", stream);
        Assert.Equal(
            ["One", "Two"], Tool.Text("ffprobe", "-v", "error", "-show_entries", "chapter_tags=title", "-of", "csv=p=0", folder[name])
                .Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("A lesson", Tool.Text("ffprobe", "-v", "error", "-show_entries", "format_tags=title", folder[name]));

        var inside = Tool.Text("ffmpeg", "-v", "error", "-i", folder[name], "-map", "0:s", "-f", "webvtt", "-").Replace("\u2060", "");
        foreach (var line in new[] { "00:00.100 --> 00:01.400", "Đạo hàm đi ngược lại.", "00:01.500 --> 00:02.500" })
            Assert.Contains(line, inside);
        // Decoded by FFmpeg, a backslash would mean something.
        var stored = Tool.Text("ffmpeg", "-v", "error", "-i", folder[name], "-map", "0:s", "-c", "copy", "-f", "data", "-");
        Assert.Contains(name.EndsWith("webm") ? "\\nabla &lt; 0 &amp; {x} \\N y" : "\\nabla < 0 & {x} \\N y", stored.Replace("\u2060", ""));
        Assert.Contains("00:00:00,100 --> 00:00:01,400\nĐạo hàm đi ngược lại.\n", await File.ReadAllTextAsync(folder["clip.srt"]));
        Assert.StartsWith("WEBVTT\n\n00:00:00.100 --> 00:00:01.400\n", await File.ReadAllTextAsync(folder["clip.vtt"]));
    }

    [Fact]
    public async Task Another_text_writes_the_files_anew_and_one_that_is_gone_comes_back()
    {
        var options = new RenderOptions { CacheFolder = folder["cache"] };
        await Render("clip.mp4", With(cues), options);
        File.Delete(folder["clip.srt"]);
        var again = await Render("clip.mp4", With(cues), options);
        Assert.True(again.WasThere);
        Assert.True(File.Exists(folder["clip.srt"]));

        var other = await Render("clip.mp4", With([new(0, 1, "Something else.")]), options);

        Assert.False(other.WasThere);
        Assert.All(other.Chunks, chunk => Assert.True(chunk.Reused));
        Assert.Contains("Something else.", await File.ReadAllTextAsync(folder["clip.srt"]));
        Assert.Contains("Something else.", Tool.Text("ffmpeg", "-v", "error", "-i", folder["clip.mp4"], "-map", "0:s", "-f", "srt", "-"));
    }

    [Fact]
    public async Task Where_a_file_cannot_be_written_no_video_appears_either()
    {
        Directory.CreateDirectory(folder["clip.vtt"]);

        var error = await Assert.ThrowsAsync<RenderException>(() => Render("clip.mp4", With(cues)));

        Assert.Equal($"Cannot write {folder["clip.vtt"]}: it is a folder.", error.Message);
        Assert.Equal(["clip.vtt"], folder.Names);
    }

    [Fact]
    public async Task A_video_without_words_has_no_track_and_no_files()
    {
        await Render("clip.mp4", With([]));
        Assert.Equal(["clip.mp4"], folder.Names);
        Assert.Equal(
            "",
            Tool.Text("ffprobe", "-v", "error", "-select_streams", "s", "-show_entries", "stream=codec_name", folder["clip.mp4"]).Trim());
    }
}
