using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Tests;

public sealed class LessonVideoTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-library-");

    string this[string name] => Path.Combine(folder.FullName, name);

    [Fact]
    public async Task A_lesson_becomes_a_video_with_every_frame()
    {
        var report = await new Lesson(Scenes.Short).RenderAsync(this["lesson.mp4"], new() { Quality = Quality.Draft });

        Assert.Equal(30, report.Chunks.Sum(chunk => chunk.FrameCount));
        Assert.Equal(["lesson.mp4"], folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task A_format_that_holds_fewer_frames_gets_a_part_of_them()
    {
        var lesson = new Lesson(Scenes.Short with { Video = Scenes.Short.Video with { Fps = new(60) } });
        await lesson.RenderAsync(this["lesson.gif"]);

        using var picture = SKCodec.Create(this["lesson.gif"]);
        Assert.Equal(1000, picture.FrameInfo.Sum(frame => frame.Duration), tolerance: 20);
        Assert.InRange(picture.FrameCount, 2, 30);
    }

    [Fact]
    public async Task A_name_that_tells_no_format_is_refused_before_anything_is_rendered()
    {
        var refused = await Assert.ThrowsAsync<RenderException>(() => new Lesson(Scenes.Short).RenderAsync(this["lesson.txt"]));

        Assert.Contains("does not tell the format", refused.Message, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task A_scene_that_was_changed_in_code_is_rendered_as_it_is_now()
    {
        var (settings, loaded) =
            (new LessonVideoSettings { Rendering = new() { CacheFolder = this["cache"] } }, Scene.Parse(Scenes.ShortInYaml));
        await new Lesson(loaded).RenderAsync(this["one.mp4"], settings);
        var report = await new Lesson(loaded with { Network = loaded.Network with { Seed = 4 } }).RenderAsync(this["one.mp4"], settings);

        Assert.False(report.WasThere);
        Assert.Contains(report.Chunks, chunk => !chunk.Reused);
    }

    [Fact]
    public void A_saved_frame_is_a_document_where_its_name_says_so()
    {
        var lesson = new Lesson(Scenes.Short);
        lesson.SaveFrame(20, this["frame.svg"]);
        lesson.SaveFrame(20, this["frame.pdf"]);

        Assert.StartsWith("<?xml", File.ReadAllText(this["frame.svg"]), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", File.ReadAllText(this["frame.pdf"]), StringComparison.Ordinal);
        Assert.Contains(
            ".png, .svg or .pdf", Assert.Throws<RenderException>(() => lesson.SaveFrame(20, this["frame.jpg"])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_frame_is_the_painted_one()
    {
        var lesson = new Lesson(Scenes.Short);
        lesson.SaveFrame(20, this["frame.png"]);

        using var painted = lesson.Paint(20);
        using var saved = SKBitmap.Decode(this["frame.png"]);
        using var bitmap = SKBitmap.FromImage(painted);
        Assert.Equal(bitmap.Pixels, saved.Pixels);
        Assert.True(bitmap.Pixels.Distinct().Count() > 20);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
