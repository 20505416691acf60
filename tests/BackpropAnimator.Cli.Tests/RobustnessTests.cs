using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Cli.Tests;

/// <summary>A scene is a stranger's file: whatever it holds, the program says what is wrong with it, soon, and never falls over.</summary>
public sealed partial class RobustnessTests : IDisposable
{
    // Far above what an answer takes on a machine that is busy with something else, far below what a blow-up would.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    static readonly string[] Extremes =
        [
            "0", "-1", "1", "0.5", "1e-9", "1000", "10000", "1e7", "1e9", "1e308", "2147483647", "99999999999999999999", "[]", "~", "true",
            "x",
        ];

    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>Fails unless the command soon ends with 0 or 1.</summary>
    /// <param name="name">What is tried, for the message of a failure.</param>
    /// <param name="text">What the program has to read.</param>
    static Outcome AssertAnswered(string name, string text, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        var outcome = Backprop.Run(arguments);
        Assert.True(outcome.ExitCode is 0 or 1, $"{name}: exit code {outcome.ExitCode}\n{outcome.Error}\n{text}");
        Assert.True(clock.Elapsed < Soon, $"{name} took {clock.Elapsed.TotalSeconds:0.0} s\n{text}");
        return outcome;
    }

    Outcome AssertAnswered(string name, string text, string command) =>
        AssertAnswered(name, text, command, bench.Write("scene.yaml", text));

    [Fact]
    public void Every_document_of_the_yaml_test_suite_is_answered_with_diagnostics()
    {
        var documents = YamlTestSuite.Documents().ToList();
        Assert.Equal(406, documents.Count);
        foreach (var (name, text) in Thorough.Sample(documents, 50))
        {
            var outcome = AssertAnswered(name, text, "check").Expect(1);
            Assert.Contains("scene.yaml", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Spoilt_scenes_are_answered_soon()
    {
        var seeds = new[]
        {
            Workbench.ShortScene,
            BatchTests.Tiny,
            File.ReadAllText(Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml")),
        };
        for (var seed = 0; seed < Thorough.Cases(45, 3000); seed++)
            AssertAnswered($"seed {seed}", Mutation.Of(seeds[seed % seeds.Length], new Random(seed)), "timeline");
    }

    [Fact]
    public void Scenes_with_one_extreme_value_are_answered_soon()
    {
        var cases =
            from text in new[] { Workbench.ShortScene, TrainedScene }
            from Match number in Number().Matches(text)
            from extreme in Extremes
            select (
                Name: $"{number.Value} at {number.Index} as {extreme}",
                Text: text[..number.Index] + extreme + text[(number.Index + number.Length)..]);
        foreach (var (name, text) in Thorough.Sample(cases, 60)) AssertAnswered(name, text, "check");
    }

    [Fact]
    public void Spoilt_variants_files_and_tables_are_answered_soon()
    {
        var tiny = bench.Write("tiny.yaml", BatchTests.Tiny);
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "variants.yaml"))
            .Replace("scenes/gradient-flow.yaml", "tiny.yaml", StringComparison.Ordinal);
        const string rows = "name,network.seed,phases.loss.duration,title\nfirst,1,0.6s,\"One, and\"\nsecond,2,,x\n,3,1s,\n";
        for (var seed = 0; seed < Thorough.Cases(20, 300); seed++)
        {
            var random = new Random(seed);
            var (variants, table) = (Mutation.Of(shipped, random), Mutation.Of(rows, random));
            string[] list = ["batch", "--list", "-o", "{scene}/{name}.mp4"];
            AssertAnswered($"seed {seed}", variants, [.. list, bench.Write("v.yaml", variants)]);
            AssertAnswered($"seed {seed}", table, [.. list, tiny, "--data", bench.Write("rows.csv", table)]);
        }
    }

    const string TrainedScene = """
        title: Extremes
        theme: { name: light, forward: "#00E5FF" }
        video: { size: 320x180, fps: 30, crf: 20 }
        network: { layers: [2, 3, 1], learning_rate: 0.5, seed: 3, initialization: uniform, uniform_range: 0.5 }
        data: xor
        training: { epochs: 10, batch: sample, seed: 4 }
        expect: [loss_after < 100]
        phases:
          - forward: 0.7s
          - loss: 0.3s
          - backward: { duration: 1s, saturation_threshold: 0.05 }
          - outro: { duration: 1s, steps: 3 }

        """;

    [GeneratedRegex(@"(?<![\w#.])[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
