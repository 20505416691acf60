using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The page of formats and codecs, and that of what is taken, which say of each what its record says.</summary>
public class FormatsPageTests
{
    // REFRESH_DOCS=1 ./test writes the page anew; what changed is then seen in the commit.
    [Fact]
    public void The_committed_page_of_formats_is_what_their_records_say()
    {
        var page = $"""
            # Formats

            The end of a video's name tells its format, or else `--format` does; [the guide](guide.md#formats) has examples. A batch goes by
            the first extension alone.

            ## Videos and pictures that move

            | format | is | names end in | codecs, its own choice first | `--transparent` | title and chapters |
            |---|---|---|---|---|---|
            {Rows(OutputFormat.All, DescriptionOf)}

            | format | a frame is shown from | frames a second |
            |---|---|---|
            {Rows(OutputFormat.All, TimingOf)}

            | format | sound | subtitles |
            |---|---|---|
            {Rows(OutputFormat.All, TracksOf)}

            [Narration](narration.md) tells what is heard and read. It is encoded once, and joined with the pictures beside it.

            A scene that is too fast for a format is rendered at a whole part of its rate: one of 60 frames a second at 30.

            In a transparent GIF, where a pixel is there or not, thin lines and the rims of letters lie over the colour of the scene's ground,
            and light thins out in dots. Numbers beside edges stand in gaps of the lines in all transparent formats.

            | codec | is | FFmpeg's encoder | options | sizes | a video is encoded |
            |---|---|---|---|---|---|
            {Rows(Codec.All, DescriptionOf)}

            All that is not red, green and blue is BT.709 in limited range and says so. `backprop doctor` lists the encoders that this
            machine's FFmpeg has.

            ## Hardware

            `--encoder` lets the machine's graphics encode: faster, into larger files of the same quality. `--crf` and `--preset` mean what
            looks the same.

            | `--encoder` | is | needs | codecs |
            |---|---|---|---|
            {Rows(HardwareEncoder.All, DescriptionOf)}

            ## Single frames

            `backprop still` and `backprop sheet` make, by the end of the name:

            | format | is | a name ends in | of several frames |
            |---|---|---|---|
            {Rows(StillFormat.All, DescriptionOf)}

            In SVG and PDF text stays text that can be selected, searched and copied, in fonts that the file brings along; formulas are
            outlines, and light is a picture that is laid over. `backprop sheet -o lesson.pdf` has a page for each phase as it is when all
            of it is there.

            ## Slides

            `backprop render --slides`, or a name that ends in {Enumeration.Of(SlideDeck.Extensions)}, makes a web page with the video in it:
            one file for any browser, without a network. It pauses where each phase is complete, and where `--mark` says.

            | key | does |
            |---|---|
            | Space, Enter, →, ↓, Page Down, a click or touch | plays on to the next pause; while it plays, goes there at once |
            | ←, ↑, Page Up, Backspace, a click or touch in the left third | goes back to the pause before |
            | 1 to 9, and the bars at the bottom | goes to that pause |
            | 0 or Home, End | goes to the beginning, to the end |
            | F | fills the screen, or no longer |

            """;
        AssertCommitted("formats.md", page, _ => page);
    }

    [Fact]
    public void The_committed_list_of_formats_that_are_taken_is_what_their_records_say()
    {
        const string Begin = "<!-- begin Formats -->\n", End = "<!-- end Formats -->\n";
        var section = $"""
            {Begin}## Formats

            What a command makes, by the end of the name that `-o` gives it; [formats](formats.md) tells more of each.

            | a name that ends in | is | from | sizes | with `--transparent` |
            |---|---|---|---|---|
            {Rows(OutputFormat.All, NameOf)}
            | {List(SlideDeck.Extensions)} | slides | `render` | as the video in it | – |
            {Rows(StillFormat.All, NameOf)}

            | option | takes |
            |---|---|
            | `--format` | {List(OutputFormat.All)} |
            | `--codec` | {List(Codec.Choices)} |
            | `--encoder` | {List(HardwareEncoder.All)} |

            {End}
            """;
        AssertCommitted("compatibility.md", section, text =>
        {
            var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
            return text[..from] + section.TrimEnd() + "\n" + text[(to + End.Length)..];
        });
    }

    // What is generated is all of a page, or a part that is put in its place.
    static void AssertCommitted(string name, string generated, Func<string, string> putIn)
    {
        var file = Path.Combine(Repository.Root, "docs", name);
        var expected = putIn(File.ReadAllText(file));
        if (Environment.GetEnvironmentVariable("REFRESH_DOCS") == "1") File.WriteAllText(file, expected);
        Assert.Equal(expected, File.ReadAllText(file));
        Assert.Contains(generated.Trim(), expected);
    }

    static string NameOf(OutputFormat format)
    {
        var command = format.Extension == format.Extensions[^1]
            ? "`render`, `batch`"
            : $"`render`; `batch` for {format.Extension}";
        var transparent = format.TransparentCodecs.IsEmpty ? "–" : "yes";
        return $"{List(format.Extensions)} | {format.Title} | {command} | {SizesOf(format.Codecs)} | {transparent}";
    }

    static string NameOf(StillFormat format)
    {
        string[] commands = [.. new[] { "`still`", "`sheet`", "`frames`" }.Where(command => format is Png || command == "`still`"
            || (command == "`sheet`" && format.HasPages))];
        return $"{format.Extension} | {format.Title} | {List(commands)} | any | –";
    }

    static string SizesOf(IEnumerable<Codec> codecs) => codecs.All(codec => codec.WantsEvenSides) ? "even sides" : "any";

    static string DescriptionOf(HardwareEncoder hardware) =>
        $"{hardware} | {hardware.Title} | {hardware.Needs} | {List(hardware.Codecs)}";

    static string DescriptionOf(StillFormat format)
    {
        var several = format.HasPages ? "a page for each" : format is Png ? "a grid" : "–";
        return $"{format.Title} | {format.Description} | {format.Extension} | {several}";
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

    static string TracksOf(OutputFormat format) =>
        $"{format} | {format.Sound?.Title ?? "–"} | {(format.HasSubtitles ? "a track, and .srt and .vtt beside the video" : "–")}";

    static string DescriptionOf(Codec codec)
    {
        string[] options = codec.HasTune ? ["`--crf`", "`--preset`", "`--tune`"] : codec.HasQuality ? ["`--crf`", "`--preset`"] : [];
        var encoded = codec.Joins ? "in chunks, which are kept and joined" : "from beginning to end";
        return $"{codec} | {codec.Description} | {codec.Encoder} | {List(options)} | {SizesOf([codec])} | {encoded}";
    }

    static string Rows<T>(IEnumerable<T> values, Func<T, string> cells) => string.Join('\n', values.Select(value => $"| {cells(value)} |"));

    static string List<T>(IEnumerable<T> values) => values.Any() ? string.Join(", ", values) : "–";
}
