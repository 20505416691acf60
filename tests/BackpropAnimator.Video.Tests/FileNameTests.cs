using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video.Tests;

/// <summary>A file may be called whatever the system allows: FFmpeg takes no name for an option, an address or a pattern.</summary>
public sealed class FileNameTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    static readonly string[] oddNames =
    [
        "-y", "a b'c", "http:x", "pipe:1", "concat:a|b", "100%d", "say \"hi\"", "\"", "\\\"",
        new string('x', 251), "two\nlines", "back\\slash", "at the end\\", "$HOME;`x`", "a?b#c", "δ→é", " ", "[a]{b}",
    ];

    public static TheoryData<string> OddNames() => [.. oddNames];

    [Theory, MemberData(nameof(OddNames))]
    public async Task A_video_of_any_name_is_made_of_chunks_in_a_folder_of_any_name(string name)
    {
        var cache = folder[name];
        var target = folder[name + ".mp4"];

        await VideoRenderer.RenderAsync(
            TestFrames.MovingDisc(20, new(30)), TestFrames.Settings, fonts, target, new() { CacheFolder = cache });

        Assert.Equal(new[] { name, name + ".mp4" }.Order(), folder.Names);
        await using var video = File.OpenRead(target);
        Assert.Equal(20, Mp4Index.Read(video)!.Frames);
    }

    [Fact]
    public async Task An_animated_picture_may_have_any_name()
    {
        var settings = TestFrames.Settings with { Kind = TestFrames.Kind("gif", "gif") };
        foreach (var name in Thorough.Sample(oddNames, 4))
        {
            await VideoRenderer.RenderAsync(TestFrames.MovingDisc(5, new(25)), settings, fonts, folder[name + ".gif"]);
            Assert.Equal([name + ".gif"], folder.Names);
            File.Delete(folder[name + ".gif"]);
        }
    }

    [Theory]
    [InlineData("/tmp/a b", "file:/tmp/a b")]
    [InlineData("/tmp/\"a\"", "file:/tmp/\\\"a\\\"")]
    [InlineData("/tmp/a\\\"b", "file:/tmp/a\\\\\\\"b")]
    [InlineData("/tmp/a\\b", "file:/tmp/a\\b")]
    [InlineData("/tmp/a\\\\", "file:/tmp/a\\\\\\\\")]
    public void Only_quotes_and_the_backslashes_before_them_are_escaped(string path, string quoted) =>
        Assert.Equal(quoted, FileName.Quoted(path));
}
