namespace BackpropAnimator.Script.Tests;

public class KeyDiagnosticsTests
{
    [Fact]
    public void A_misspelt_key_is_told_the_nearest_one() => Scenes.AssertRefused(
        Scenes.With("seed: 7", "sed: 7"),
        "s.yaml:7:3: error: unknown key 'sed' in network",
        "  hint: did you mean 'seed'? Known keys: layers, inputs, classes, activation, leaky_slope, loss, learning_rate, seed, " +
            "initialization, uniform_range, weights, biases");

    [Theory]
    [InlineData("learningRate")]
    [InlineData("learning-rate")]
    [InlineData("LearningRate")]
    [InlineData("laerning_rate")]
    public void Another_spelling_of_a_key_is_told_the_right_one(string spelling)
    {
        var hint = Assert.Single(Scenes.Parse(Scenes.With("learning_rate: 0.5", $"{spelling}: 0.5")).Diagnostics).Hint;

        Assert.StartsWith("did you mean 'learning_rate'? ", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_like_no_other_is_told_the_known_ones() => Scenes.AssertRefused(
        Scenes.With("title: A lesson", "quux: A lesson"),
        "s.yaml:1:1: error: unknown key 'quux' in the scene",
        "  hint: known keys: title, description, language, theme, video, voice, " +
        "music, sounds, network, example, data, training, expect, phases, use");

    [Fact]
    public void A_key_may_be_given_once() => Scenes.AssertRefused(
        Scenes.With("seed: 7", "seed: 7\n  seed: 8"),
        "s.yaml:8:3: error: duplicate key 'seed'",
        "  hint: the first one is at s.yaml:7:3");

    [Fact]
    public void A_required_key_that_is_missing_is_explained() => Scenes.AssertRefused(
        Scenes.With("  target: [1, 0]\n", ""),
        "s.yaml:9:3: error: example has no 'target'",
        "  hint: 'target': One number for each unit of the output layer: the right answer.");

    [Theory]
    [InlineData("- formula", 5)]
    [InlineData("- formula:", 5)]
    [InlineData("- formula: 5s", 14)]
    [InlineData("- formula: { caption: x }", 14)]
    public void A_phase_that_cannot_be_without_a_key_is_told_so(string phase, int column) =>
        Assert.StartsWith(
            $"s.yaml:20:{column}: error: formula has no 'source'\n", Scenes.Lines(Scenes.Parse(Scenes.With("- outro", phase)).Diagnostics),
            StringComparison.Ordinal);

    [Fact]
    public void A_part_without_anything_in_it_is_refused() => Scenes.AssertRefused(
        Scenes.With("title: A lesson", "video:"),
        "s.yaml:1:7: error: video: expected keys and values, found nothing",
        "  hint: known keys: size, fps, crf, preset");

    [Fact]
    public void A_misspelt_phase_is_told_the_nearest_one_and_its_neighbours_are_not_blamed() => Scenes.AssertRefused(
        Scenes.With("- backward:", "- bakward:"),
        "s.yaml:15:5: error: unknown phase 'bakward'",
        $"  hint: did you mean 'backward'? Known phases: {Scenes.PhaseNames}");

    [Fact]
    public void A_phase_that_is_not_one_is_refused() => Scenes.AssertRefused(
        Scenes.With("- chain_rule", "-"),
        "s.yaml:18:4: error: phases: expected the kind of a phase, alone or with its options, found nothing",
        $"  hint: known phases: {Scenes.PhaseNames}");

    [Fact]
    public void An_option_that_is_not_indented_is_sent_to_its_phase() => Scenes.AssertRefused(
        Scenes.With("- forward: 10s", "- forward: 10s\n    caption: x"),
        "s.yaml:13:5: error: phases: expected the kind of a phase, alone or with its options, found keys and values",
        "  hint: 'caption' belongs under 'forward', indented further");

    [Fact]
    public void An_option_of_another_phase_is_unknown_to_this_one() => Scenes.AssertRefused(
        Scenes.With("- intro", "- intro: { steps: 3 }"),
        "s.yaml:12:14: error: unknown key 'steps' in intro",
        "  hint: known keys: picture, duration, caption, captions, notes, say, title, name");

    [Fact]
    public void All_problems_are_reported_together_in_the_order_of_the_file() => Scenes.AssertRefused(
        Scenes.Good
            .Replace("title: A lesson", "titel: A lesson", StringComparison.Ordinal)
            .Replace("[3, 4, 2]", "[3, 4, 2.5]", StringComparison.Ordinal)
            .Replace("learning_rate: 0.5", "learning_rate: fast", StringComparison.Ordinal)
            .Replace("forward: 10s", "forward: -1s", StringComparison.Ordinal)
            .Replace("- intro", "- loss", StringComparison.Ordinal),
        "s.yaml:1:1: error: unknown key 'titel' in the scene",
        "  hint: did you mean 'title'? Known keys: title, description, language, theme, video, voice, " +
        "music, sounds, network, example, data, training, expect, phases, use",
        "s.yaml:3:18: error: layers: expected a whole number from 1 to 1000, found '2.5'",
        "s.yaml:6:18: error: learning_rate: expected a number over 0 and up to 1000, found 'fast'",
        "s.yaml:12:5: error: 'loss' needs 'forward' before it",
        "  hint: put '- forward' above this line",
        "s.yaml:13:14: error: forward: expected a duration such as 3s, 1500ms or 1:30, over 0 s and up to 3600 s, found '-1s'");

    [Fact]
    public void A_file_full_of_problems_is_cut_short()
    {
        var many = string.Concat(Enumerable.Range(0, 1000).Select(i => $"key{i}: 1\n"));

        var diagnostics = Scenes.Parse(Scenes.Good + many).Diagnostics;

        Assert.Equal(101, diagnostics.Length);
        Assert.Equal("s.yaml: error: and 900 more problems", diagnostics[^1].ToString());
    }
}
