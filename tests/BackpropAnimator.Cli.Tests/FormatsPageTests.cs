using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The page of formats and codecs, which says of each what its record says.</summary>
public class FormatsPageTests
{
    // REFRESH_DOCS=1 ./test writes the page anew; what changed is then seen in the commit.
    [Fact]
    public void The_committed_page_of_formats_is_what_their_records_say()
    {
        var page = $"""
            # Formats

            The end of a video's name tells its format, or else `--format` does; [the guide](guide.md#formats) has examples. A batch goes by the
            first extension alone.

            | format | is | names end in | codecs, its own choice first | `--transparent` | title and chapters |
            |---|---|---|---|---|---|
            {Rows(OutputFormat.All, DescriptionOf)}

            | format | a frame is shown from | frames a second |
            |---|---|---|
            {Rows(OutputFormat.All, TimingOf)}

            A scene that is too fast for a format is rendered at a whole part of its rate: one of 60 frames a second at 30.

            | codec | is | FFmpeg's encoder | options | a video is encoded |
            |---|---|---|---|---|
            {Rows(Codec.All, DescriptionOf)}

            `backprop doctor` lists the encoders that this machine's FFmpeg has.

            """;
        var file = Path.Combine(Repository.Root, "docs", "formats.md");
        if (Environment.GetEnvironmentVariable("REFRESH_DOCS") == "1") File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file));
    }

    static string DescriptionOf(OutputFormat format)
    {
        var transparent = format.TransparentCodecs
            .Select(codec => codec.Alpha == Alpha.OnOrOff ? $"{codec}: a pixel is there or not" : codec.Name);
        var chapters = format.HasChapters ? "yes" : "–";
        return $"{format} | {format.Description} | {List(format.Extensions)} | {List(format.Codecs)} | {List(transparent)} | {chapters}";
    }

    static string TimingOf(OutputFormat format)
    {
        var time = format.TicksPerSecond is { } ticks ? $"the 1/{ticks} s nearest to its time" : "exactly its time";
        return $"{format} | {time} | {(format.HighestRate is { } highest ? $"at most {highest}" : "any")}";
    }

    static string DescriptionOf(Codec codec)
    {
        string[] options = codec.HasTune ? ["`--crf`", "`--preset`", "`--tune`"] : codec.HasQuality ? ["`--crf`", "`--preset`"] : [];
        var encoded = codec.Joins ? "in chunks, which are kept and joined" : "from beginning to end";
        return $"{codec} | {codec.Description} | {codec.Encoder} | {List(options)} | {encoded}";
    }

    static string Rows<T>(IEnumerable<T> values, Func<T, string> cells) => string.Join('\n', values.Select(value => $"| {cells(value)} |"));

    static string List<T>(IEnumerable<T> values) => values.Any() ? string.Join(", ", values) : "–";
}
