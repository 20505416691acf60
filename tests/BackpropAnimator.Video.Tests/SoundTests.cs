using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>What is heard with a video, decoded again by FFmpeg.</summary>
public sealed class SoundTests : IDisposable
{
    const int Fps = 10;

    // FFmpeg decodes the last packet of AAC to its end, whatever the file says of its length.
    const double Packet = 1024 / 48000.0;

    readonly TemporaryFolder folder = new();
    readonly TemporaryFolder output = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        fonts.Dispose();
    }

    string Voice(string name, double seconds, double level = 0.5) =>
        Wav.Write(folder[name], seconds, t => Wav.Voice(t, level));

    static Accompaniment With(Soundtrack sound, double length, params ImmutableArray<Interval> parts) => new()
    {
        Sound = sound,
        Length = length,
        Parts = parts.IsEmpty ? [new(0, length)] : parts,
    };

    async Task<(string File, RenderReport Report)> Render(
        Accompaniment with, string name = "clip.mp4", RenderOptions? options = null, FrameSequence? frames = null)
    {
        var format = OutputFormat.OfFile(name)!;
        var seconds = with.Parts.Sum(part => part.Duration);
        var settings = TestFrames.Settings with
        {
            Kind = new(format, format.Codecs.FirstOrDefault(codec => codec is H264) ?? format.Codecs[0]),
            Accompaniment = with,
        };
        frames ??= TestFrames.MovingDisc((int)Math.Round(seconds * Fps), new(Fps));
        return (output[name], await VideoRenderer.RenderAsync(frames, settings, fonts, output[name], options));
    }

    static string Streams(string file) => Tool.Text(
        "ffprobe", "-v", "error", "-show_entries", "stream=codec_name:stream_tags=language", "-of", "csv=p=0", file).Trim();

    [Theory]
    [InlineData("clip.mp4", "h264,und\naac,eng")]
    [InlineData("clip.mov", "h264\naac,eng")]
    [InlineData("clip.webm", "vp9\nopus,eng")]
    public async Task Each_clip_is_heard_from_its_start_on_and_the_sound_is_as_long_as_the_picture(string name, string streams)
    {
        var sound = new Soundtrack { Speech = [new(Voice("a.wav", 0.8), 0.5), new(Voice("b.wav", 1.1), 2)] };

        var (file, report) = await Render(With(sound, 3.7), name);

        Assert.Equal(streams, Streams(file));
        var heard = Heard.In(file);
        Assert.Equal(3.7, Heard.LengthOf(file), 1 / 60.0);
        Assert.InRange(heard.Seconds, 3.7 - 0.001, 3.7 + Packet);
        Assert.Equal(0.5, heard.Onset(0), 0.004);
        Assert.Equal(2, heard.Onset(1.5), 0.004);
        Assert.InRange(heard.Level(1.45, 1.9), -200, -60);
        Assert.NotNull(report.Sound);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.9)]
    public async Task However_loud_the_clips_are_the_file_is_at_16_LUFS_and_does_not_clip(double level)
    {
        var sound = new Soundtrack { Speech = [new(Voice("a.wav", 3, level), 0.2), new(Voice("b.wav", 4, level), 4)] };

        var (file, report) = await Render(With(sound, 9));

        var (loudness, peak) = Heard.Measure(file);
        Assert.InRange(loudness, -17, -15);
        Assert.InRange(peak, -12, -1);
        Assert.InRange(report.Sound!.Loudness!.Value, loudness - 0.3, loudness + 0.3);
    }

    [Fact]
    public async Task Music_fades_in_and_out_repeats_and_is_quieter_while_somebody_speaks()
    {
        var tune = Wav.Write(folder["tune.wav"], 2, t => Wav.Tone(t, 3000, 0.7));
        var sound = new Soundtrack { Speech = [new(Voice("a.wav", 4), 6)], Music = new(tune, 0.2) };

        var (file, _) = await Render(With(sound, 16));

        var music = Heard.In(file, "highpass=f=2600,highpass=f=2600,lowpass=f=3400");
        var alone = music.Level(4, 5.5);
        Assert.InRange(alone - music.Level(7, 9.5), 6, 20);
        Assert.Equal(alone, music.Level(12, 12.8), 1.0);
        Assert.InRange(alone - music.Level(0, 0.2), 12, 90);
        Assert.InRange(alone - music.Level(15.7, 16), 12, 90);
        // The voice without the tune is some 14 dB louder, as the volume says.
        Assert.InRange(Heard.Measure(file).Loudness, -17, -15);
    }

    [Fact]
    public async Task Music_alone_is_as_loud_as_its_volume_says()
    {
        var tune = Wav.Write(folder["tune.wav"], 2, t => Wav.Tone(t, 500, 0.7));
        var (file, _) = await Render(With(new() { Music = new(tune, 0.25) }, 12));
        Assert.InRange(Heard.Measure(file).Loudness, -29.5, -27);
    }

    [Fact]
    public async Task Small_sounds_are_heard_at_their_times_and_quietly()
    {
        var sound = new Soundtrack { Effects = [new(SoundKind.Hit, 2), new(SoundKind.Packet, 0.7)] };

        var (file, _) = await Render(With(sound, 3));

        var heard = Heard.In(file);
        Assert.Equal(0.7, heard.Onset(0, 0.002), 0.02);
        Assert.Equal(2, heard.Onset(1.5, 0.002), 0.02);
        Assert.InRange(heard.Level(2, 2.05), -50, -30);
    }

    [Fact]
    public async Task Parts_of_a_lesson_are_heard_as_they_are_in_the_whole()
    {
        var sound = new Soundtrack { Speech = [new(Voice("a.wav", 1), 1), new(Voice("b.wav", 2, 0.1), 4), new(Voice("c.wav", 1), 8)] };
        var (whole, _) = await Render(With(sound, 10), "whole.mp4");

        var (file, _) = await Render(With(sound, 10, new Interval(3.5, 5), new Interval(7.5, 9.2)));

        var (heard, all) = (Heard.In(file), Heard.In(whole));
        Assert.Equal(3.2, Heard.LengthOf(file), 0.001);
        Assert.Equal(0.5, heard.Onset(0), 0.004);
        // The second clip is cut, and what the third part begins with follows.
        Assert.InRange(heard.Level(1.55, 1.95), -200, -60);
        Assert.Equal(2, heard.Onset(1.6), 0.004);
        Assert.Equal(all.Level(4.2, 4.9), heard.Level(0.7, 1.4), 0.2);
        Assert.Equal(all.Level(8.1, 8.9), heard.Level(2.1, 2.9), 0.2);
    }

    [Fact]
    public async Task Another_word_renders_the_sound_and_no_picture_and_the_same_words_nothing()
    {
        var options = new RenderOptions { CacheFolder = folder["cache"] };
        var sound = new Soundtrack { Speech = [new(Voice("a.wav", 1), 0.5)] };
        var (file, first) = await Render(With(sound, 3), options: options);
        Assert.False(first.Sound!.Reused);
        var before = await File.ReadAllBytesAsync(file);

        var (_, same) = await Render(With(sound, 3), options: options);
        File.Copy(folder["a.wav"], folder["moved.wav"]);
        var (_, moved) = await Render(With(sound with { Speech = [new(folder["moved.wav"], 0.5)] }, 3), options: options);
        Voice("a.wav", 1.2);
        var (_, other) = await Render(With(sound, 3), options: options);

        Assert.True(same.WasThere && same.Sound!.Reused);
        Assert.True(moved.WasThere && moved.Sound!.Reused);
        Assert.False(other.WasThere || other.Sound!.Reused);
        Assert.All(other.Chunks, chunk => Assert.True(chunk.Reused));
        Assert.NotEqual(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task At_the_end_of_a_long_lesson_sound_and_picture_are_together_within_a_frame()
    {
        var clips = Thorough.Cases(4, 20);
        var length = 31 * clips - 19.5;
        // Few frames and long ones: what matters is a sixtieth of a second, a frame of most lessons.
        var rate = new FrameRate(2);
        var voice = Voice("a.wav", 4);
        var sound = new Soundtrack { Speech = [.. Enumerable.Range(0, clips).Select(i => new SpokenClip(voice, 31 * i + 2.25))] };
        var frame = TestFrames.MovingDisc(1, rate).FrameAt(0);

        var (file, _) = await Render(With(sound, length), frames: new(rate.FrameAt(length), rate, _ => frame));

        var heard = Heard.In(file);
        var last = sound.Speech[^1].Start;
        Assert.Equal(last, heard.Onset(last - 3), 0.004);
        Assert.Equal(length, Heard.LengthOf(file), 0.002);
        Assert.Equal(length, Heard.LengthOf(file, "v"), 0.002);
        Assert.InRange(heard.Seconds, length - 0.001, length + Packet);
    }

    [Theory]
    [InlineData("clip.gif")]
    [InlineData("clip.webp")]
    public async Task A_picture_that_moves_has_no_sound(string name)
    {
        var sound = new Soundtrack { Speech = [new(Voice("a.wav", 1), 0)] };
        var with = With(sound, 1) with { Subtitles = [new(0, 1, "Nothing to be read.")] };

        var (_, report) = await Render(with, name);

        Assert.Null(report.Sound);
        Assert.Empty(report.SubtitleFiles);
        Assert.Equal([name], output.Names);
    }

    [Theory]
    [InlineData("missing.wav", null, "Cannot read the sound in")]
    [InlineData("rubbish.wav", "this is no sound at all", "FFmpeg stopped with exit code 1: ")]
    [InlineData("list.m3u8", "#EXTM3U\n#EXTINF:1\na.wav\n", "FFmpeg stopped with exit code 1: ")]
    public async Task A_file_that_is_no_sound_is_told_and_nothing_is_left(string name, string? content, string told)
    {
        Voice("a.wav", 1);
        if (content is not null) await File.WriteAllTextAsync(folder[name], content);
        var with = With(new() { Speech = [new(folder[name], 0)] }, 2) with { Subtitles = [new(0, 1, "Nothing to be heard.")] };

        var error = await Assert.ThrowsAsync<RenderException>(() => Render(with));

        Assert.StartsWith(told, error.Message);
        Assert.Contains(name, error.Message);
        Assert.Empty(output.Names);
    }

    [Fact]
    public async Task A_render_that_is_cancelled_while_it_mixes_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        using var ffmpeg = new FakeFFmpeg($$"""
            case "$*" in *filter_complex*) touch '{{folder["mixing"]}}'; exec sleep 60 ;; esac
            exec $(PATH=/usr/local/bin:/usr/bin:/bin which ffmpeg) "$@"
            """);
        var with = With(new() { Speech = [new(Voice("a.wav", 1), 0)] }, 2) with { Subtitles = [new(0, 1, "Never heard.")] };
        var render = VideoRenderer.RenderAsync(
            TestFrames.MovingDisc(20, new(10)), TestFrames.Settings with { Accompaniment = with }, fonts, output["clip.mp4"],
            new() { FFmpegFolder = ffmpeg.Folder }, cancellation: stop.Token);
        while (!File.Exists(folder["mixing"]) && !render.IsCompleted) await Task.Delay(10);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => render);
        Assert.Empty(output.Names);
    }
}
