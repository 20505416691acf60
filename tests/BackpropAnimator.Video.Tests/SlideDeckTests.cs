using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>Web pages that play a video and pause.</summary>
public sealed partial class SlideDeckTests : IDisposable
{
    static readonly SlideDeck deck = new(
        "A <b>title</b> & more {video}", [new(0.25, "One </script> {stops}"), new(0.95, "Two")], new(11, 16, 32));

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    [Fact]
    public async Task The_page_is_one_file_that_holds_the_whole_video()
    {
        await deck.RenderAsync(TestFrames.MovingDisc(10, new(10)), TestFrames.Settings, fonts, folder["lesson.html"]);

        Assert.Equal(["lesson.html"], folder.Names);
        var page = await File.ReadAllTextAsync(folder["lesson.html"]);
        var video = Video().Match(page);
        Assert.Equal("video/mp4", video.Groups[1].Value);
        await File.WriteAllBytesAsync(folder["clip.mp4"], Convert.FromBase64String(video.Groups[2].Value));
        Assert.Equal("h264,160,90,10", Tool.Probe(folder["clip.mp4"], "stream=codec_name,width,height,nb_frames").Trim());
        // Nothing is asked of a network.
        Assert.DoesNotMatch(@"(src|href)=""(?!data:)", page);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_the_scene_are_words_in_the_page_whatever_is_in_them()
    {
        using var page = new MemoryStream();
        deck.Write(new MemoryStream([1, 2, 3, 4]), "video/webm", page);
        var html = Encoding.UTF8.GetString(page.ToArray());

        Assert.Contains("<title>A &lt;b&gt;title&lt;/b&gt; &amp; more {video}</title>", html);
        Assert.Contains("src=\"data:video/webm;base64,AQIDBA==\"", html);
        Assert.Single(ScriptEnds().Matches(html));
        var stops = JsonDocument.Parse(Stops().Match(html).Groups[1].Value).RootElement;
        Assert.Equal(
            [(0.25, "One </script> {stops}"), (0.95, "Two")],
            stops.EnumerateArray().Select(stop => (stop.GetProperty("time").GetDouble(), stop.GetProperty("title").GetString()!)));
        Assert.Contains("background: #0b1020", html);
    }

    [Fact]
    public void Keys_go_on_and_back_and_to_any_stop()
    {
        using var page = new MemoryStream();
        deck.Write(new MemoryStream([1]), "video/mp4", page);
        var script = Encoding.UTF8.GetString(page.ToArray());

        Assert.All(
            [
                "' ': next", "ArrowRight: next", "PageDown: next", "ArrowLeft: back", "PageUp: back", "Home: ", "End: ", "f: fill",
                "/^[0-9]$/",
            ],
            key => Assert.Contains(key, script));
    }

    [Theory]
    [InlineData("mp4", "h264", null)]
    [InlineData("webm", "vp9", null)]
    [InlineData("mp4", "av1", null)]
    [InlineData("mp4", "h265", "slides are mp4 with h264, av1 or vp9 or webm with vp9 or av1, which browsers play, and not mp4 with h265")]
    [InlineData("gif", "gif", "slides are mp4 with h264, av1 or vp9 or webm with vp9 or av1, which browsers play, and not gif with gif")]
    public void Only_what_browsers_play_becomes_slides(string format, string codec, string? problem) =>
        Assert.Equal(problem, SlideDeck.ProblemOf(TestFrames.Kind(format, codec)));

    [GeneratedRegex("""<video controls playsinline preload="auto" src="data:([^;]+);base64,([^"]+)"></video>""")]
    private static partial Regex Video();

    [GeneratedRegex("</script>")]
    private static partial Regex ScriptEnds();

    [GeneratedRegex("const stops = (.*);\n")]
    private static partial Regex Stops();
}
