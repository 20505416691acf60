namespace BackpropAnimator.Video.Tests;

/// <summary>A name and some wishes make a kind of video, or what would work is told.</summary>
public class VideoKindTests
{
    [Theory]
    [InlineData("clip.mp4", null, null, false, "mp4", "h264")]
    [InlineData("clip.M4V", null, "h265", false, "mp4", "h265")]
    [InlineData("clip.webm", null, null, false, "webm", "vp9")]
    [InlineData("clip.webm", null, "av1", false, "webm", "av1")]
    [InlineData("clip.mov", null, null, false, "mov", "prores")]
    [InlineData("clip.mov", "mov", "h264", false, "mov", "h264")]
    [InlineData("clip.gif", null, null, true, "gif", "gif")]
    [InlineData("clip.png", null, null, false, "apng", "apng")]
    [InlineData("clip", "webm", null, true, "webm", "vp9")]
    [InlineData(null, null, null, false, "mp4", "h264")]
    [InlineData(null, null, "prores", false, "mov", "prores")]
    [InlineData(null, null, "av1", false, "mp4", "av1")]
    [InlineData(null, null, null, true, "webm", "vp9")]
    [InlineData(null, null, "prores", true, "mov", "prores")]
    public void The_name_the_format_or_the_codec_tells_the_kind(
        string? file, string? format, string? codec, bool transparent, string expectedFormat, string expectedCodec) => Assert.Equal(
            (TestFrames.Kind(expectedFormat, expectedCodec, transparent), ""),
            VideoKind.Choose(file, OutputFormat.Named(format), Codec.Named(codec), transparent));

    [Theory]
    [InlineData(
        "a/clip.avi", null, null, false,
        "the name 'clip.avi' does not tell the format; let it end in .mp4, .webm, .mov, .gif…, or say --format")]
    [InlineData(
        "clip", null, "av1", false, "the name 'clip' does not tell the format; let it end in .mp4, .webm, .mov, .gif…, or say --format")]
    [InlineData(
        "clip.mp4", "webm", null, false, "the name 'clip.mp4' is that of mp4, not of webm; let it end in .webm, or leave --format out")]
    [InlineData("clip.webm", null, "h264", false, "h264 does not go into webm; webm takes vp9 or av1, and h264 goes into mp4 or mov")]
    [InlineData("clip.gif", null, "vp9", false, "vp9 does not go into gif; gif takes gif, and vp9 goes into mp4 or webm")]
    [InlineData("clip.mov", null, "h265", true, "h265 in mov cannot be transparent; webm with vp9, mov with prores, apng… or gif can")]
    [InlineData("clip.mp4", null, null, true, "mp4 cannot be transparent; webm with vp9, mov with prores, apng… or gif can")]
    [InlineData(null, null, "av1", true, "av1 cannot be transparent; webm with vp9, mov with prores, apng… or gif can")]
    public void What_makes_no_sense_is_told_with_what_would_work(
        string? file, string? format, string? codec, bool transparent, string expected)
    {
        var (kind, problem) = VideoKind.Choose(file, OutputFormat.Named(format), Codec.Named(codec), transparent);

        Assert.Null(kind);
        // … stands for the formats that were added later.
        var (begin, end) = expected.Split('…') is [var first, var last] ? (first, last) : (expected, expected);
        Assert.StartsWith(begin, problem);
        Assert.EndsWith(end, problem);
    }

    [Fact]
    public void The_last_of_a_list_is_told_after_an_or()
    {
        var (_, problem) = VideoKind.Choose("clip.avi", null, null, isTransparent: false);
        var extensions = OutputFormat.All.Select(format => format.Extension).ToArray();
        Assert.Contains($"let it end in {string.Join(", ", extensions[..^1])} or {extensions[^1]}, or say", problem);
    }
}
