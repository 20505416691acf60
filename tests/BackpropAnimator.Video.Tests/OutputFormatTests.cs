namespace BackpropAnimator.Video.Tests;

/// <summary>What holds of every format and every codec, whichever there are.</summary>
public class OutputFormatTests
{
    public static TheoryData<string> Formats() => [.. OutputFormat.All.Select(format => format.Name)];

    public static TheoryData<string> Codecs() => [.. Codec.All.Select(codec => codec.Name)];

    [Fact]
    public void The_default_comes_first_and_the_rest_in_the_order_of_the_documentation()
    {
        Assert.Equal(VideoKind.Default, new(OutputFormat.All[0], OutputFormat.All[0].Codecs[0]));
        Assert.Equal(["mp4", "webm", "mov", "gif", "apng"], OutputFormat.All.Take(5).Select(format => format.Name));
        Assert.Equal(["h264", "h265", "av1", "vp9", "prores"], Codec.Choices.Select(codec => codec.Name));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_format_is_found_by_its_name_and_by_each_of_its_extensions(string name)
    {
        var format = OutputFormat.Named(name)!;
        Assert.Equal(name, format.ToString());
        Assert.All(format.Extensions, extension =>
        {
            Assert.Matches(@"^\.[a-z0-9]+$", extension);
            Assert.Equal(format, OutputFormat.OfFile("a/clip" + extension.ToUpperInvariant()));
        });
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_format_takes_codecs_and_those_of_its_name_are_its_only_ones(string name)
    {
        var format = OutputFormat.Named(name)!;
        Assert.NotEmpty(format.Codecs);
        Assert.Equal(format.Codecs, format.Codecs.Distinct());
        Assert.True(format.Codecs.Length == 1 || format.Codecs.All(codec => codec.Name != name));
    }

    [Theory, MemberData(nameof(Codecs))]
    public void A_codec_is_found_by_its_name_and_names_its_encoder_to_FFmpeg(string name)
    {
        var codec = Codec.Named(name)!;
        Assert.Equal(name, codec.ToString());
        Assert.Contains($"-c:v {codec.Encoder}", codec.Arguments(TestFrames.Settings, new(30)) + " ");
        Assert.InRange(codec.BytesPerPixel(transparent: false), 20, 1000);
    }

    [Fact]
    public void No_codec_was_forgotten_by_every_format() => Assert.Equal(
        typeof(Codec).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Codec)) && !type.IsAbstract)
            .Select(type => type.Name).Order(),
        Codec.All.Select(codec => codec.GetType().Name).Order());
}
