using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video.Tests;

public class MetadataTests
{
    [Fact]
    public void Chapters_are_counted_in_frames_and_end_where_the_next_begins()
    {
        var settings = TestFrames.Settings with { Title = "T", Chapters = [new("One", 0), new("Two", 45)] };

        Assert.Equal(
            ";FFMETADATA1\ntitle=T\n" +
            "[CHAPTER]\nTIMEBASE=1001/30000\nSTART=0\nEND=45\ntitle=One\n" +
            "[CHAPTER]\nTIMEBASE=1001/30000\nSTART=45\nEND=90\ntitle=Two\n",
            Metadata.Write(settings, new FrameRate(30000, 1001), 90));
    }

    [Fact]
    public void Signs_with_a_meaning_of_their_own_are_escaped() =>
        Assert.Equal(
            ";FFMETADATA1\ntitle=\\; \\# a\\=b \\\\ \\\nc\n",
            Metadata.Write(TestFrames.Settings with { Title = "; # a=b \\ \nc" }, new FrameRate(30), 1));

    [Theory]
    [InlineData(60, 1, 15360, 240)]
    [InlineData(30, 1, 15360, 120)]
    [InlineData(24000, 1001, 24000, 95)]
    [InlineData(240, 1, 15360, 960)]
    [InlineData(1, 1, 16384, 4)]
    public void A_frame_lasts_a_whole_number_of_ticks_and_a_group_at_most_four_seconds(
        int numerator, int denominator, int timescale, int group)
    {
        var rate = new FrameRate(numerator, denominator);
        Assert.Equal(timescale, IsoFormat.Timescale(rate));
        Assert.Equal(0, (long)timescale * denominator % numerator);
        Assert.Equal(group, EncoderArguments.LongestGroup(rate));
    }
}
