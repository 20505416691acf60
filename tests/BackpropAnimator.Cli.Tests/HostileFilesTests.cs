using System.Text;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Scenes that are made to harm whoever reads them.</summary>
public sealed class HostileFilesTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("large", "the file is longer than 1 MiB\n  hint: a scene holds the lesson; large data goes into a CSV file beside it")]
    [InlineData("aliases", "the scene has more than 250,000 values, its aliases written out")]
    [InlineData("ladder", "lists and mappings nest deeper than 32 levels")]
    [InlineData("deep", "lists and mappings nest deeper than 32 levels")]
    [InlineData("tags", "tags such as 'tag:yaml.org,2002:python/object/apply:os…' have no meaning in a scene")]
    [InlineData("types", "have no meaning in a scene")]
    [InlineData("zeros", "control character U+0000")]
    [InlineData("binary", "this is not UTF-8 text")]
    [InlineData("outside", "csv: '../../../../etc/passwd' is outside the scene's folder")]
    [InlineData("absolute", "csv: '/etc/passwd' is outside the scene's folder")]
    [InlineData("link", "csv: 'link.csv' is outside the scene's folder")]
    public void A_hostile_scene_is_refused_in_words(string kind, string words)
    {
        File.CreateSymbolicLink(bench["link.csv"], "/etc/passwd");
        File.WriteAllBytes(bench["scene.yaml"], Hostile(kind));

        var outcome = Backprop.Run("render", bench["scene.yaml"]).Expect(1);

        Assert.Contains(words, outcome.Error);
        Assert.StartsWith(bench["scene.yaml"], outcome.Error);
        Assert.Equal("", outcome.Output);
        Assert.DoesNotContain("root:", outcome.Error);
        Assert.Equal(["link.csv", "scene.yaml"], bench.Made);
    }

    static byte[] Hostile(string kind)
    {
        if (kind == "binary") return File.ReadAllBytes(typeof(HostileFilesTests).Assembly.Location);
        var levels = Enumerable.Range(1, 25).Select(i => (char)('a' + i));
        return Encoding.UTF8.GetBytes(kind switch
        {
            "large" => string.Concat(Enumerable.Repeat("title: x # ten megabytes of this\n", 330_000)),
            "aliases" =>
                "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
                    + string.Concat(levels.Select(c => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 10))}]\n")),
            "ladder" => "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 5000).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n")),
            "deep" => new string('[', 500_000),
            "tags" =>
                Workbench.ShortScene.Replace(
                    "title: A short lesson", "title: !!python/object/apply:os.system [touch hacked]", StringComparison.Ordinal),
            "types" =>
                Workbench.ShortScene.Replace("title: A short lesson", "title: !<System.IO.FileInfo> hacked", StringComparison.Ordinal),
            "zeros" => new string('\0', 100_000),
            _ => Workbench.ShortScene.Replace(
                "example: { input: [0.5, 0.9], target: [1] }",
                $"data: {{ csv: {(kind == "link" ? "link.csv" : kind == "absolute" ? "/etc/passwd" : "../../../../etc/passwd")} }}",
                    StringComparison.Ordinal),
        });
    }

    // Whoever opened them to read would wait for a writer.
    [Theory]
    [InlineData("check pipe", "pipe: error: this is a pipe, and only regular files are read")]
    [InlineData("render pipe", "pipe: error: this is a pipe, and only regular files are read")]
    [InlineData("batch pipe", "pipe: error: this is a pipe, and only regular files are read")]
    [InlineData("batch @/lesson.yaml --data pipe", "pipe: error: this is a pipe, and only regular files are read")]
    [InlineData("check data.yaml", "csv: 'pipe': this is a pipe, and only regular files are read")]
    [InlineData("check weights.yaml", "'weights.npz': this is a pipe, and only regular files are read")]
    [InlineData("check image.yaml", "image: 'pipe': this is a pipe, and only regular files are read")]
    [InlineData("check /dev/null", "/dev/null: error: this is a device, and only regular files are read")]
    public void Only_regular_files_are_read(string command, string words)
    {
        Tool.Text("mkfifo", bench["pipe"], bench["weights.npz"]);
        bench.Write("data.yaml", Workbench.ShortScene.Replace("example: { input: [0.5, 0.9], target: [1] }", "data: { csv: pipe }"));
        bench.Write("weights.yaml", Workbench.ShortScene.Replace("seed: 3", "weights: weights.npz"));
        bench.Write("image.yaml", Workbench.ShortScene.Replace("- intro: 0.5s", "- classify: { image: pipe }"));

        var outcome = BuiltProgram.RunIn(bench.Folder, bench.PathsIn(command)).Expect(1);

        Assert.Contains(words, outcome.Error);
    }

    // A program that overruns its stack ends whatever the tests' own process would make of it.
    [Fact]
    public void Spoilt_scenes_end_the_built_program_as_good_ones_do() => Parallel.For(0, Thorough.Cases(1, 24), seed =>
    {
        var scene = bench.Write($"{seed}/scene.yaml", Mutation.Of(Workbench.ShortScene, new Random(10_000 + seed)));
        var outcome = BuiltProgram.RunIn(bench.Folder, "check", scene);
        Assert.True(outcome.ExitCode is 0 or 1, $"seed {seed}: exit code {outcome.ExitCode}\n{outcome.Error}");
    });
}
