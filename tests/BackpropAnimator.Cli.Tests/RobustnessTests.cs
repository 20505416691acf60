using System.Text.RegularExpressions;
using BackpropAnimator.Script.Tests;

namespace BackpropAnimator.Cli.Tests;

/// <summary>A scene is a stranger's file: whatever it holds, the program says what is wrong with it, soon, and never falls over.</summary>
public sealed partial class RobustnessTests : IDisposable
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    static readonly string[] Extremes = ["0", "-1", "1", "0.5", "1e-9", "1000", "10000", "1e6", "1e9", "1e308", "2147483647", "99999999999999999999", "[]", "~", "true", "x"];

    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    void AssertKind(string text, string name, string command = "timeline")
    {
        var (outcome, time) = InProcess.Timed(command, bench.Write("scene.yaml", text));
        Assert.True(outcome.ExitCode is 0 or 1, $"{name}: exit code {outcome.ExitCode}\n{outcome.Error}\n{text}");
        Assert.True(time < Soon, $"{name} took {time.TotalSeconds:0.0} s\n{text}");
    }

    [Fact]
    public void Every_document_of_the_yaml_test_suite_is_answered_with_diagnostics()
    {
        var count = 0;
        foreach (var (name, text) in YamlTestSuite.Documents())
        {
            var (outcome, time) = InProcess.Timed("check", bench.Write("scene.yaml", text));
            Assert.True(outcome.ExitCode == 1 && outcome.Error.Contains("scene.yaml", StringComparison.Ordinal), $"{name}: exit code {outcome.ExitCode}\n{outcome.Error}\n{text}");
            Assert.True(time < Soon, $"{name} took {time}");
            count++;
        }
        Assert.Equal(406, count);
    }

    [Fact]
    public void Thousands_of_spoilt_scenes_are_answered_soon()
    {
        var seeds = new[] { Workbench.ShortScene, BatchTests.Tiny, File.ReadAllText(Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml")) };
        for (var seed = 0; seed < 3000; seed++) AssertKind(Mutation.Of(seeds[seed % seeds.Length], new Random(seed)), $"seed {seed}");
    }

    [Fact]
    public void Scenes_with_one_extreme_value_are_answered_soon()
    {
        foreach (var text in new[] { Workbench.ShortScene, TrainedScene })
            foreach (Match number in Number().Matches(text))
                foreach (var extreme in Extremes)
                    AssertKind(text[..number.Index] + extreme + text[(number.Index + number.Length)..], $"{number.Value} at {number.Index} as {extreme}", "check");
    }

    [Fact]
    public void Spoilt_variants_files_and_tables_are_answered_soon()
    {
        bench.Write("tiny.yaml", BatchTests.Tiny);
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "scenes", "variants", "gradient-flow.yaml")).Replace("../gradient-flow.yaml", "tiny.yaml", StringComparison.Ordinal);
        const string rows = "name,network.seed,phases.loss.duration,title\nfirst,1,0.6s,\"One, and\"\nsecond,2,,x\n,3,1s,\n";
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (variants, table) = (bench.Write("v.yaml", Mutation.Of(shipped, random)), bench.Write("rows.csv", Mutation.Of(rows, random)));
            foreach (var arguments in new string[][] { [variants], [bench["tiny.yaml"], "--data", table] })
            {
                var (outcome, time) = InProcess.Timed(["batch", "--list", "-o", "{scene}/{name}.mp4", .. arguments]);
                var input = File.ReadAllText(arguments[^1]);
                Assert.True(outcome.ExitCode is 0 or 1, $"seed {seed}: exit code {outcome.ExitCode}\n{outcome.Error}\n{input}");
                Assert.True(time < Soon * 2, $"seed {seed} took {time.TotalSeconds:0.0} s\n{input}");
            }
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
