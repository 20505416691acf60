namespace BackpropAnimator.Video.Tests;

/// <summary>A name and some wishes make a kind of video, or what would work is told.</summary>
public class VideoKindTests
{
    [Theory]
    [InlineData("clip.mp4", null, null, false, VideoFormat.Mp4, VideoCodec.H264)]
    [InlineData("clip.M4V", null, VideoCodec.H265, false, VideoFormat.Mp4, VideoCodec.H265)]
    [InlineData("clip.webm", null, null, false, VideoFormat.WebM, VideoCodec.Vp9)]
    [InlineData("clip.webm", null, VideoCodec.Av1, false, VideoFormat.WebM, VideoCodec.Av1)]
    [InlineData("clip.mov", null, null, false, VideoFormat.Mov, VideoCodec.ProRes)]
    [InlineData("clip.mov", VideoFormat.Mov, VideoCodec.H264, false, VideoFormat.Mov, VideoCodec.H264)]
    [InlineData("clip.gif", null, null, true, VideoFormat.Gif, VideoCodec.Gif)]
    [InlineData("clip.png", null, null, false, VideoFormat.Apng, VideoCodec.Apng)]
    [InlineData("clip", VideoFormat.WebM, null, true, VideoFormat.WebM, VideoCodec.Vp9)]
    [InlineData(null, null, null, false, VideoFormat.Mp4, VideoCodec.H264)]
    [InlineData(null, null, VideoCodec.ProRes, false, VideoFormat.Mov, VideoCodec.ProRes)]
    [InlineData(null, null, VideoCodec.Av1, false, VideoFormat.Mp4, VideoCodec.Av1)]
    [InlineData(null, null, null, true, VideoFormat.WebM, VideoCodec.Vp9)]
    [InlineData(null, null, VideoCodec.ProRes, true, VideoFormat.Mov, VideoCodec.ProRes)]
    public void The_name_the_format_or_the_codec_tells_the_kind(string? file, VideoFormat? format, VideoCodec? codec, bool transparent, VideoFormat expectedFormat, VideoCodec expectedCodec) =>
        Assert.Equal((new VideoKind(expectedFormat, expectedCodec, transparent), ""), VideoKind.Choose(file, format, codec, transparent));

    [Theory]
    [InlineData("a/clip.avi", null, null, false, "the name 'clip.avi' does not tell the format; let it end in .mp4, .webm, .mov, .gif or .apng, or say --format")]
    [InlineData("clip", null, VideoCodec.Av1, false, "the name 'clip' does not tell the format; let it end in .mp4, .webm, .mov, .gif or .apng, or say --format")]
    [InlineData("clip.mp4", VideoFormat.WebM, null, false, "the name 'clip.mp4' is that of mp4, not of webm; let it end in .webm, or leave --format out")]
    [InlineData("clip.webm", null, VideoCodec.H264, false, "h264 does not go into webm; webm takes vp9 or av1, and h264 goes into mp4 or mov")]
    [InlineData("clip.gif", null, VideoCodec.Vp9, false, "vp9 does not go into gif; gif takes gif, and vp9 goes into mp4 or webm")]
    [InlineData("clip.mov", null, VideoCodec.H265, true, "h265 in mov cannot be transparent; webm with vp9, mov with prores, apng or gif can")]
    [InlineData("clip.mp4", null, null, true, "mp4 cannot be transparent; webm with vp9, mov with prores, apng or gif can")]
    [InlineData(null, null, VideoCodec.Av1, true, "av1 cannot be transparent; webm with vp9, mov with prores, apng or gif can")]
    public void What_makes_no_sense_is_told_with_what_would_work(string? file, VideoFormat? format, VideoCodec? codec, bool transparent, string problem) =>
        Assert.Equal((null, problem), VideoKind.Choose(file, format, codec, transparent));
}
