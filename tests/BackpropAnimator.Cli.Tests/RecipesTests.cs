using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The command lines of docs/recipes do what they are there for: here in one share instead of eight.</summary>
public sealed partial class RecipesTests : IDisposable
{
    readonly Workbench bench = new();

    public RecipesTests()
    {
        bench.Write("course/tiny.yaml", BatchTests.Tiny);
        bench.Write("course/variants.yaml", "scene: tiny.yaml\nmatrix: { network.seed: [1, 2] }\n");
    }

    public void Dispose() => bench.Dispose();

    static string Recipe(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "recipes", name));

    void Run(string variable, params IEnumerable<string> words)
    {
        var start = BuiltProgram.StartInfo(
            BuiltProgram.File, [.. words.Select(word => word.Replace("/course", bench["course"], StringComparison.Ordinal))]);
        start.WorkingDirectory = bench["course"];
        start.Environment[variable] = "0";
        BuiltProgram.Finish(Process.Start(start)!).Expect(0);
    }

    void HasVideos(string extension) => Assert.Equal(
        [$"seed-1.{extension}", $"seed-2.{extension}"], bench.In("course/videos", $"*.{extension}"));

    [Fact]
    public void Kubernetes()
    {
        foreach (Match list in Arguments().Matches(Recipe("kubernetes.yaml")))
            Run("JOB_COMPLETION_INDEX", list.Groups[1].Value.Split(", ").Select(word => word.Trim('"'))
                .Select(word => word == "8" ? "1" : word));
        HasVideos("mp4");
    }

    [Fact]
    public void AWS_Batch()
    {
        var share = JsonNode.Parse(Recipe("aws-batch.json"))!["containerProperties"]!["command"]!.AsArray();
        var join = JsonNode.Parse(Overrides().Match(Recipe("aws-batch")).Groups[1].Value)!["command"]!.AsArray();
        foreach (var command in new[] { share, join })
            Run("AWS_BATCH_JOB_ARRAY_INDEX", command.Select(word => (string)word!).Select(word => word == "Ref::shares" ? "1" : word));
        HasVideos("mp4");
    }

    [Fact]
    public void GitHub_Actions()
    {
        foreach (Match line in Steps().Matches(Recipe("github-actions.yaml")))
            Run("ANY", line.Groups[1].Value.Replace("${{ matrix.share }}/8", "0/1", StringComparison.Ordinal).Split(' ')
                .Select(word => word.Trim('\'')));
        HasVideos("webm");
    }

    [GeneratedRegex(@"args: \[(.*)\]")]
    private static partial Regex Arguments();

    [GeneratedRegex(@"--container-overrides '(.*)'")]
    private static partial Regex Overrides();

    [GeneratedRegex(@"run: backprop/backprop (.*)")]
    private static partial Regex Steps();
}
