using System.Diagnostics;
using System.Text;

namespace BackpropAnimator.Script.Tests;

/// <summary>A scene is a stranger's file: whatever it holds, reading it ends soon and throws nothing.</summary>
public class SafetyTests
{
    // Far above what reading takes (milliseconds, on a machine that is busy with something else), far below what a blow-up would.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public void Aliases_of_aliases_cannot_blow_up()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c <= 'z'; c++)
            bomb.Append(c).Append(": &").Append(c).Append(" [").AppendJoin(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 10)).Append("]\n");

        AssertSoon(bomb.ToString(), "s.yaml:6:12: error: the scene has more than 250,000 values, its aliases written out");
    }

    [Fact]
    public void Aliases_cannot_nest_deeper_than_what_is_written_out()
    {
        var ladder = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 100; i++) ladder.Append(null, $"a{i}: &a{i} [*a{i - 1}]\n");

        AssertSoon(ladder.ToString(), "s.yaml:32:12: error: lists and mappings nest deeper than 32 levels");
    }

    [Theory]
    [InlineData("[", "s.yaml:1:33")]
    [InlineData("{a: ", "s.yaml:1:129")]
    [InlineData("- ", "s.yaml:1:65")]
    [InlineData("? ", "s.yaml:1:65")]
    public void Deep_nesting_is_refused(string level, string at) =>
        AssertSoon(string.Concat(Enumerable.Repeat(level, 100_000)), $"{at}: error: lists and mappings nest deeper than 32 levels");

    [Fact]
    public void A_list_of_a_million_is_refused() => AssertSoon(
        $"x: [{string.Concat(Enumerable.Repeat("1,", 500_000))}1]",
            "s.yaml:1:499999: error: the scene has more than 250,000 values, its aliases written out");

    [Theory]
    [InlineData("a\n")]
    [InlineData("a: b\n")]
    [InlineData("\"a\\n\\\n")]
    [InlineData("# c\n")]
    [InlineData("&a ")]
    [InlineData("'")]
    [InlineData("}")]
    [InlineData("|\n ")]
    [InlineData("!a ")]
    [InlineData("---\n")]
    [InlineData("%TAG ! x\n")]
    [InlineData("\t")]
    [InlineData(": ")]
    [InlineData("\u2028")]
    public void A_mebibyte_of_anything_ends_soon(string piece)
    {
        var clock = Stopwatch.StartNew();

        var result = Scenes.Parse(string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)));

        Assert.Null(result.Scene);
        Assert.NotEmpty(result.Diagnostics);
        Assert.True(clock.Elapsed < Soon, $"took {clock.Elapsed}");
    }

    [Fact]
    public void Spoilt_scenes_throw_nothing_and_end_soon()
    {
        var seeds = new[] { Scenes.Good, File.ReadAllText(Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml")) };
        var slowest = TimeSpan.Zero;
        for (var seed = 0; seed < Thorough.Cases(100, 5000); seed++)
        {
            var text = Mutation.Of(seeds[seed % seeds.Length], new Random(seed));
            var clock = Stopwatch.StartNew();

            var result = Scenes.Parse(text);

            Assert.Equal(result.Scene is null, result.Diagnostics.Any(d => d.Severity == Severity.Error));
            Assert.All(result.Diagnostics, d => Assert.DoesNotContain('\n', d.Message + d.Hint));
            if (clock.Elapsed > slowest) slowest = clock.Elapsed;
        }
        Assert.True(slowest < Soon, $"the slowest took {slowest}");
    }

    [Fact]
    public void Random_overrides_throw_nothing()
    {
        string[] paths =
        [
            "network", "network.layers", "network.layers[0]", "phases", "phases[1]", "phases.forward", "phases.forward.focus", "theme.name",
            "example.input[9]", "title", "phases[0][0]", "phases.loss.duration.x",
        ];
        string[] values =
        [
            "", "[]", "{}", "[[]]", "3", "-1", "x", "[1,", "{a: b}", "'", "\"\\u0000\"", "[&a 1, *a]", "{<<: 1}", "!t x", "[!t x]",
            "[intro, 3, ~, [x], {}, {a: 1, b: 2}]",
        ];
        var random = new Random(1);
        for (var i = 0; i < Thorough.Cases(100, 2000); i++)
        {
            var changes =
                Enumerable.Range(0, 3).Select(_ => $"{paths[random.Next(paths.Length)]}={values[random.Next(values.Length)]}").ToArray();

            var result = Scenes.Parse(Scenes.Good, changes);

            Assert.Equal(result.Scene is null, result.Diagnostics.Any(d => d.Severity == Severity.Error));
        }
    }

    static void AssertSoon(string text, string expected)
    {
        var clock = Stopwatch.StartNew();

        var problem = Assert.Single(Scenes.Parse(text).Diagnostics);

        Assert.Equal(expected, problem.ToString());
        Assert.True(clock.Elapsed < Soon, $"took {clock.Elapsed}");
    }
}
