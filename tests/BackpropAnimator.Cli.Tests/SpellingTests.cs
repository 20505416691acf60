namespace BackpropAnimator.Cli.Tests;

/// <summary>Words of the command line that are written in another way than the help has them.</summary>
public sealed class SpellingTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    public static TheoryData<string, string> Lines()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in CompatibilityPage.Rows("Numbers and words", 2))
            data.Add(CompatibilityPage.Codes(row[0]).Single(), CompatibilityPage.Codes(row[1]).Single());
        return data;
    }

    [Theory, MemberData(nameof(Lines))]
    public void Every_command_line_does_what_its_neighbour_does(string written, string same) =>
        Assert.Equal(Run(same).Output, Run(written).Output);

    [Theory]
    [InlineData("build", "render")]
    [InlineData("export", "render")]
    [InlineData("init", "new")]
    public void Other_programs_words_for_a_command_are_taken(string word, string command) => Assert.Equal(
        Backprop.Run(command, "--help").Expect(0).Output, Backprop.Run(word, "--help").Expect(0).Output);

    [Theory]
    [InlineData("preview @/lesson.yaml", "there is no command 'preview'", "backprop render SCENE --draft --open shows the lesson")]
    [InlineData("@/lesson.yaml", "there is no command '@/lesson.yaml'", "to make the video: backprop render @/lesson.yaml")]
    [InlineData("rendr @/lesson.yaml", "there is no command 'rendr'", "did you mean 'render'?")]
    [InlineData("dance", "there is no command 'dance'", "known commands: render, studio, batch")]
    [InlineData("timeline @/lesson.yaml --quality 481", "--quality takes 480p, 720p, 1080p, 1440p or 2160p, not 481", "timeline --help")]
    public void A_word_without_a_meaning_is_one_error_with_what_may_be_meant(string line, string error, string hint)
    {
        var outcome = Backprop.Run(bench.PathsIn(line)).Expect(2);

        Assert.StartsWith($"error: {InFolder(error)}\n  hint: ", outcome.Error);
        Assert.Contains(InFolder(hint), outcome.Error);
        Assert.Single(outcome.Error.Split('\n'), text => text.StartsWith("error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--at 0:01")]
    [InlineData("--at 1000ms")]
    [InlineData("--at 0:00:01.000")]
    [InlineData("--at 0.01666666667min")]
    public void Times_are_written_as_durations_are(string at)
    {
        Backprop.Run([.. bench.PathsIn("still @/lesson.yaml --at 1s -o @/same.png")]).Expect(0);

        Backprop.Run([.. bench.PathsIn($"still @/lesson.yaml -o @/s.png {at}")]).Expect(0);

        Assert.Equal(File.ReadAllBytes(bench["same.png"]), File.ReadAllBytes(bench["s.png"]));
    }

    [Theory]
    [InlineData("check", "SCENE")]
    [InlineData("render", "SCENE")]
    [InlineData("batch", "FILE")]
    [InlineData("new", "NAME")]
    public void A_file_without_a_name_is_told_in_words(string command, string argument)
    {
        var outcome = Backprop.Run(command, "").Expect(2);

        Assert.StartsWith($"error: {argument} needs a value, and '' is none", outcome.Error);
        Assert.DoesNotContain("Parameter", outcome.Error);
    }

    [Fact]
    public void A_variants_file_reads_no_scene_outside_its_folder_unless_that_is_allowed()
    {
        var variants = bench.Write("inner/v.yaml", "scene: ../lesson.yaml\ninclude: [{ name: x }]\n");

        var refused = Backprop.Run("batch", variants, "--list").Expect(1);

        Assert.Contains("scene: '../lesson.yaml' is outside the variants file's folder", refused.Error);
        Backprop.Run("batch", variants, "--list", "--allow-outside").Expect(0);
    }

    Outcome Run(string line) =>
        Backprop.Run([.. line.Split(' ').Select(word => word == "SCENE" ? bench.Scene : word)]).Expect(0);

    string InFolder(string text) => text.Replace("@/", bench.Folder + "/", StringComparison.Ordinal);
}
