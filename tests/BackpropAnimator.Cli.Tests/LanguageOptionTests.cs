namespace BackpropAnimator.Cli.Tests;

/// <summary><c>--language</c>: a scene's lesson in another language, and a video for each of several.</summary>
public sealed class LanguageOptionTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    string Write(string phases) => bench.Write("lesson.yaml", $$"""
        title: A lesson
        video: { size: 320x180, fps: 30 }
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [0.5, 0.9], target: [1] }
        phases: [{{phases}}]
        """);

    [Fact]
    public void A_video_is_made_for_each_language_and_what_looks_alike_is_rendered_once()
    {
        // The same to see in every language, and a phase with a caption in each.
        var scene = Write(
            "{ formula: { duration: 0.5s, title: F, source: a = b } }, " +
            "{ formula: { duration: 0.5s, title: F, source: a = c, caption: { en: How?, vi: Sao? } } }");
        var outcome = Backprop.Run(
            "render", scene, "-o", bench["clip.mp4"], "--cache", bench["cache"], "--language", "vi,en").Expect(0);

        Assert.Equal(["clip.en.mp4", "clip.vi.mp4"], bench.Made.Where(name => name.EndsWith(".mp4", StringComparison.Ordinal)));
        Assert.Matches(@"clip\.vi\.mp4: 30 frames in [\d.]+ s\W", outcome.Error);
        Assert.Matches(@"clip\.en\.mp4: 30 frames in .* \(15 of them from the cache\)", outcome.Error);
        var (vietnamese, english) = (Frames("clip.vi.mp4"), Frames("clip.en.mp4"));
        Assert.Equal(vietnamese[..15], english[..15]);
        Assert.NotEqual(vietnamese[25], english[25]);

        string[] Frames(string name) =>
            [.. Tool.FrameMd5(bench[name]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(',')[^1].Trim())];
    }

    [Fact]
    public void One_language_keeps_the_file_that_is_named()
    {
        Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--language", "de", "-q", "--no-cache").Expect(0);
        Assert.Equal(["clip.mp4"], bench.Made);
    }

    [Fact]
    public void Check_tells_of_every_text_that_a_language_lacks()
    {
        var scene = Write("{ forward: { caption: { en: Look! } } }, { loss: { caption: { en: How?, vi: Sao? } } }");
        var outcome = Backprop.Run("check", scene, "--language", "en,vi").Expect(0);
        Assert.Equal(2, outcome.Output.Split('\n').Count(line => line == "ok"));
        var warning = Assert.Single(outcome.Error.Split('\n'), line => line.Contains("there is no text", StringComparison.Ordinal));
        Assert.EndsWith(":5:32: warning: caption: there is no text for 'vi', and the one for 'en' stands in", warning);
    }

    [Fact]
    public void A_worksheet_is_in_the_language_that_is_asked_for() =>
        Assert.Contains("## Cho trước", Backprop.TextOf(bench, "worksheet", bench.Scene, "--language", "vi"), StringComparison.Ordinal);

    [Theory]
    [InlineData("render @/lesson.yaml --language english", "--language takes tags of languages, such as en, vi or pt-BR, not 'english'")]
    [InlineData("still @/lesson.yaml --language vi,en", "--language takes one language here")]
    [InlineData("check @/lesson.yaml --json --language vi,en", "--json tells of one language at a time")]
    public void What_is_no_language_or_one_too_many_is_refused(string commandLine, string expected) =>
        Assert.Contains(expected, Backprop.Run(bench.PathsIn(commandLine)).Expect(2).Error, StringComparison.Ordinal);
}
