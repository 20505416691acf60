using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BackpropAnimator.Cli.Tests;

/// <summary>What is made besides videos and PNGs: SVG, PDF and slides; and sizes that only some formats take.</summary>
public sealed partial class DocumentsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_still_is_an_SVG_or_a_PDF_by_its_name()
    {
        Backprop.Run("still", bench.Scene, "--at", "1s", "-o", bench["still.svg"]).Expect(0);
        Backprop.Run("still", bench.Scene, "--at", "1s", "-o", bench["still.PDF"]).Expect(0);

        var root = XElement.Load(bench["still.svg"]);
        Assert.Equal(("320", "180"), (root.Attribute("width")!.Value, root.Attribute("height")!.Value));
        Assert.Contains("A short lesson", root.Elements(root.Name.Namespace + "text").Select(text => text.Value));
        Assert.Equal(1, PagesOf(bench["still.PDF"]));
        Assert.Equal(["still.PDF", "still.svg"], bench.Made);
    }

    [Fact]
    public void A_sheet_in_a_PDF_has_a_page_for_each_phase_or_each_time()
    {
        Backprop.Run("sheet", bench.Scene, "-o", bench["all.pdf"]).Expect(0);
        Backprop.Run("sheet", bench.Scene, "-o", bench["some.pdf"], "--phase", "intro,loss").Expect(0);
        Backprop.Run("sheet", bench.Scene, "-o", bench["at.pdf"], "--at", "0.1s,0.2s,0.3s,0.9s").Expect(0);
        Backprop.Run("sheet", bench.Scene, "-o", bench["every.pdf"], "--every", "0.3").Expect(0);

        Assert.Equal(
            (3, 2, 4, 5), (PagesOf(bench["all.pdf"]), PagesOf(bench["some.pdf"]), PagesOf(bench["at.pdf"]), PagesOf(bench["every.pdf"])));
    }

    static int PagesOf(string file) => Pages().Count(Encoding.Latin1.GetString(File.ReadAllBytes(file)));

    [Theory]
    [InlineData("still @/lesson.yaml --at 1s -o @/x.jpg", "the name 'x.jpg' does not tell the format; let it end in .png, .svg or .pdf")]
    [InlineData("sheet @/lesson.yaml -o @/x.svg", "the name 'x.svg' does not tell the format; let it end in .png or .pdf")]
    [InlineData("sheet @/lesson.yaml -o @/x.pdf --columns 3", "--columns says nothing to PDF, which has a page for each still")]
    [InlineData("render @/lesson.yaml --slides -o @/x.mp4", "--slides makes a web page; let the name 'x.mp4' end in .html")]
    [InlineData("render @/lesson.yaml --slides --codec prores", "which browsers play, and not mov with prores")]
    [InlineData("render @/lesson.yaml -o @/x.mp4 --mark 1s", "--mark is for --slides")]
    [InlineData("render @/lesson.yaml -o @/x.gif --encoder nvenc", "nvenc does not encode gif; it encodes h264, h265 and av1")]
    [InlineData("render @/lesson.yaml --encoder vaapi --preset slow", "--preset says nothing to vaapi")]
    [InlineData("render @/lesson.yaml --encoder qsv --tune none", "--tune is for h264 without --encoder")]
    public void What_makes_no_sense_is_told_with_what_would_work(string command, string words)
    {
        Assert.Contains(words, Backprop.Run(bench.PathsIn(command)).Expect(2).Error);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void A_mark_after_the_end_is_told_as_any_other_time_is()
    {
        var outcome = Backprop.Run("render", bench.Scene, "--slides", "--mark", "1s,9s", "-o", bench["lesson.html"]).Expect(2);
        Assert.Contains("there is no picture at 9 s\n  hint: the lesson lasts 1.5 s", outcome.Error);
        Assert.Empty(bench.Made);
    }

    [Theory]
    [InlineData("--slides -o @/lesson.html")]
    [InlineData("-o @/lesson.html --codec vp9 --preset ultrafast")]
    public void Slides_pause_where_phases_are_complete_at_marks_and_at_the_end(string options)
    {
        Backprop.Run(["render", bench.Scene, "-q", "--mark", "0.9s", .. bench.PathsIn(options)]).Expect(0);

        Assert.Equal(["lesson.html"], bench.Made);
        var page = File.ReadAllText(bench["lesson.html"]);
        Assert.Contains("<title>A short lesson</title>", page);
        var stops = JsonDocument.Parse(Stops().Match(page).Groups[1].Value).RootElement.EnumerateArray()
            .Select(stop => ((int)(stop.GetProperty("time").GetDouble() * 30), stop.GetProperty("title").GetString()));
        // The phases end with frames 14, 35 and 44; what belongs to each alone goes in a fifth of it.
        Assert.Equal([(12, "Introduction"), (27, "Forward pass"), (31, "Forward pass"), (44, "Loss")], stops);
    }

    [Fact]
    public void Slides_without_a_name_are_called_as_the_scene_is()
    {
        BuiltProgram.RunIn(bench.Folder, "render", "lesson.yaml", "-q", "--slides", "--phase", "loss").Expect(0);
        Assert.Equal(["lesson.html"], Directory.GetFiles(bench["output"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("still", "--at 1s -o @/x.png", "x.png")]
    [InlineData("render", "-q --phase loss -o @/x.gif", "x.gif")]
    [InlineData("render", "-q --phase loss -o @/x.apng", "x.apng")]
    [InlineData("frames", "-q --at 1s -o @/x", "x/000000.png")]
    public void Odd_sizes_are_fine_for_pictures(string command, string options, string made)
    {
        var scene = bench.Write("odd.yaml", Workbench.ShortScene.Replace("320x180", "321x181", StringComparison.Ordinal));
        Backprop.Run([command, scene, .. bench.PathsIn(options)]).Expect(0);
        Assert.Equal(["width=321", "height=181"], Tool.Probe(bench[made], "stream=width,height"));
    }

    [Fact]
    public void A_video_tells_where_its_odd_size_is_written()
    {
        var scene = bench.Write("odd.yaml", Workbench.ShortScene.Replace("320x180", "321x180", StringComparison.Ordinal));
        const string Problem = "size: h264 stores colours for two by two pixels and takes even sides, not 321x180";
        const string Hint = "  hint: 322x180 is near; gif, apng and webp take any size, and so do stills and frames\n";

        Assert.Equal(
            $"{scene}:3:16: error: {Problem}\n{Hint}", Backprop.Run("render", scene, "-o", bench["x.mp4"]).Expect(1).Error);
        Assert.StartsWith(
            $"--set video.size=321x180: error: {Problem}\n{Hint}",
            Backprop.Run("render", bench.Scene, "-o", bench["x.mp4"], "--size", "321x180").Expect(1).Error);
        Assert.Contains(
            $"error: {Problem}", Backprop.Run("batch", scene, "-o", bench["{name}.mp4"], "-q").Expect(1).Error);
        Assert.Equal(["odd.yaml"], bench.Made);
    }

    [Theory]
    [InlineData("29.97", "30000/1001")]
    [InlineData("23.976", "24000/1001")]
    [InlineData("59.94", "60000/1001")]
    public void A_rate_of_television_is_exact_in_the_file(string fps, string rate)
    {
        Backprop.Run("render", bench.Scene, "-q", "--fps", fps, "--phase", "loss", "-o", bench["x.mp4"]).Expect(0);
        Assert.Equal([$"r_frame_rate={rate}"], Tool.Probe(bench["x.mp4"], "stream=r_frame_rate"));
    }

    [Fact]
    public void Hardware_that_is_not_there_is_told_and_nothing_is_left_behind()
    {
        var program = bench.WriteProgram("bin/ffmpeg", "case \"$*\" in *-version*) echo 'ffmpeg version 9.9 Copyright';; "
            + "*) printf ' ------\\n V....D h264_qsv  H.264\\n';; esac");
        var outcome = Backprop.RunWithFFmpeg(
            Path.GetDirectoryName(program)!, "render", bench.Scene, "-q", "--encoder", "nvenc", "-o", bench["x.mp4"]).Expect(3);

        Assert.Equal(
            "error: This FFmpeg has no encoder 'h264_nvenc'; for h264 it has --encoder qsv, and libx264 without --encoder.\n",
            outcome.Error);
        Assert.Equal(["bin"], bench.Made);
    }

    [GeneratedRegex("const stops = (.*);\n")]
    private static partial Regex Stops();

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex Pages();
}
