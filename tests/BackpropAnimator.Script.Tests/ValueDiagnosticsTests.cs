using BackpropAnimator.Network;

namespace BackpropAnimator.Script.Tests;

public class ValueDiagnosticsTests
{
    [Theory]
    [InlineData("seed: many", "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found 'many'")]
    [InlineData("seed: 1.5", "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found '1.5'")]
    [InlineData("seed: -1", "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found '-1'")]
    [InlineData(
        "seed: 99999999999999999999",
        "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found '99999999999999999999'")]
    [InlineData("seed: [1]", "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found a list")]
    [InlineData("seed: { a: 1 }", "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found keys and values")]
    [InlineData(
        "seed: '7'",
        "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found '7'\n  hint: quotes make it a text: leave them out")]
    [InlineData(
        "seed:",
        "s.yaml:7:8: error: seed: expected a whole number from 0 to 2147483647, found nothing\n  hint: write a value, or leave the key " +
            "out")]
    [InlineData(
        "seed: ~",
        "s.yaml:7:9: error: seed: expected a whole number from 0 to 2147483647, found nothing\n  hint: write a value, or leave the key " +
            "out")]
    [InlineData("leaky_slope: 2", "s.yaml:7:16: error: leaky_slope: expected a number from 0 to 1, found '2'")]
    [InlineData("leaky_slope: .inf", "s.yaml:7:16: error: leaky_slope: expected a number from 0 to 1, found '.inf'")]
    [InlineData("leaky_slope: NaN", "s.yaml:7:16: error: leaky_slope: expected a number from 0 to 1, found 'NaN'")]
    [InlineData(
        "leaky_slope: 1,5",
        "s.yaml:7:16: error: leaky_slope: expected a number from 0 to 1, found '1,5'\n  hint: decimals have a point: 1.5")]
    [InlineData("uniform_range: -1", "s.yaml:7:18: error: uniform_range: expected a number from 0 to 1000, found '-1'")]
    [InlineData(
        "initialization: random", "s.yaml:7:19: error: initialization: expected one of auto, xavier, he, uniform, zeros, found 'random'")]
    [InlineData("biases: [[0, x]]", "s.yaml:7:16: error: biases: expected a number from -1000000 to 1000000, found 'x'")]
    [InlineData("weights: [1]", "s.yaml:7:13: error: weights: expected a list, found '1'")]
    public void A_bad_value_in_the_network_is_refused(string line, string expected) =>
        Scenes.AssertRefused(Scenes.With("seed: 7", line), expected);

    [Theory]
    [InlineData("learning_rate: 0", "found '0'")]
    [InlineData("learning_rate: -0.5", "found '-0.5'")]
    [InlineData("learning_rate: 1e9", "found '1e9'")]
    [InlineData("learning_rate: .nan", "found '.nan'")]
    public void A_learning_rate_is_positive(string line, string found) => Scenes.AssertRefused(
        Scenes.With("learning_rate: 0.5", line),
        $"s.yaml:6:18: error: learning_rate: expected a number over 0 and up to 1000, {found}");

    [Theory]
    [InlineData("-3s")]
    [InlineData("0")]
    [InlineData("0ms")]
    [InlineData(".nan")]
    [InlineData("nan s")]
    [InlineData(".inf")]
    [InlineData("1e400")]
    [InlineData("3601s")]
    [InlineData("60.1min")]
    [InlineData("60:01")]
    [InlineData("3 s s")]
    [InlineData("s")]
    [InlineData("soon")]
    public void A_duration_is_positive_finite_and_at_most_an_hour(string duration) => Scenes.AssertRefused(
        Scenes.With("duration: 5s", $"duration: {duration}"),
        $"s.yaml:14:23: error: duration: expected a duration such as 3s, 1500ms or 1:30, over 0 s and up to 3600 s, found '{duration}'");

    [Theory]
    [InlineData("8193x16", "8192x16")]
    [InlineData("14x15", "16x16")]
    [InlineData("0x0", "16x16")]
    public void A_size_that_no_video_can_have_is_refused_with_the_nearest_one(string size, string nearest) => Scenes.AssertRefused(
        Scenes.With("title: A lesson", $"video: {{ size: {size} }}"),
        $"s.yaml:1:16: error: size: expected a size such as 1920x1080, both sides from 16 to 8192, found '{size}'",
        $"  hint: {nearest} is near");

    [Theory]
    [InlineData("1920")]
    [InlineData("-1920x1080")]
    [InlineData("1920x1080x3")]
    [InlineData("1920*1080")]
    [InlineData("99999999999x2")]
    [InlineData("x")]
    public void A_size_that_is_none_is_refused(string size) => Scenes.AssertRefused(
        Scenes.With("title: A lesson", $"video: {size}"),
        $"s.yaml:1:8: error: video: expected a size such as 1920x1080, both sides from 16 to 8192, found '{size}'");

    [Theory]
    [InlineData("0")]
    [InlineData("0.5")]
    [InlineData("241")]
    [InlineData("-30")]
    [InlineData("1/0")]
    [InlineData("0/1")]
    [InlineData("1/2")]
    [InlineData("3000/1/1")]
    [InlineData("240.1")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData(".inf")]
    [InlineData("fast")]
    public void A_frame_rate_is_from_1_to_240(string fps) => Scenes.AssertRefused(
        Scenes.With("title: A lesson", $"video: {{ fps: {fps} }}"),
        $"s.yaml:1:15: error: fps: expected a frame rate from 1 to 240 such as 60, 29.97 or 30000/1001, found '{fps}'");

    [Theory]
    [InlineData("crf: 64", "s.yaml:1:15: error: crf: expected a whole number from 0 to 63, found '64'")]
    [InlineData(
        "preset: fats",
        "s.yaml:1:18: error: preset: expected one of ultrafast, superfast, veryfast, faster, fast, medium, slow, slower, veryslow, " +
            "found 'fats'\n  hint: did you mean 'fast'?")]
    public void The_encoders_settings_have_their_limits(string setting, string expected) =>
        Scenes.AssertRefused(Scenes.With("title: A lesson", $"video: {{ {setting} }}"), expected);

    [Theory]
    [InlineData(
        "theme: drak",
        "s.yaml:1:8: error: theme: expected one of midnight, chalkboard, paper, contrast, found 'drak'\n  hint: did you mean 'dark'?")]
    [InlineData(
        "theme: { forward: crimsn }",
        "s.yaml:1:19: error: forward: expected a colour such as \"#00E5FF\" or red, found 'crimsn'\n  hint: did you mean 'crimson'?")]
    [InlineData(
        "theme: { forward: \"#00E5FG\" }",
        "s.yaml:1:19: error: forward: expected a colour such as \"#00E5FF\" or red, found '#00E5FG'\n  hint: two hexadecimal digits each " +
            "for red, green and blue, after a # and in quotes; or a colour's name in CSS")]
    [InlineData(
        "theme:\n  forward: #00E5FF",
        "s.yaml:2:11: error: forward: expected a colour such as \"#00E5FF\" or red, found nothing\n  hint: a colour needs quotes: what " +
            "follows a bare # is a comment")]
    public void A_theme_is_a_palette_and_colours(string theme, string expected) =>
        Scenes.AssertRefused(Scenes.With("title: A lesson", theme), expected);

    [Fact]
    public void A_title_has_no_control_characters() => Scenes.AssertRefused(
        Scenes.With("title: A lesson", "title: \"\\a\""),
        "s.yaml:1:8: error: title: expected text of up to 500 characters, found '\\u0007'",
        @"  hint: in double quotes a backslash begins an escape: use single quotes, as in '\a …'");

    [Fact]
    public void A_title_has_no_half_characters() => Scenes.AssertRefused(
        Scenes.With("A lesson", "A\uD83D"),
        "s.yaml:1:8: error: title: expected text of up to 500 characters, found 'A\uFFFD'",
        "  hint: it has control characters or broken Unicode in it");

    [Fact]
    public void A_title_has_its_length() => Scenes.AssertRefused(
        Scenes.With("title: A lesson", $"title: {new string('a', 501)}"),
        $"s.yaml:1:8: error: title: expected text of up to 500 characters, found '{new string('a', 40)}…'");

    [Theory]
    [InlineData("[3]", "s.yaml:3:11: error: layers: expected 2 to 64 items, found 1")]
    [InlineData("[]", "s.yaml:3:11: error: layers: expected 2 to 64 items, found 0")]
    [InlineData("[3, 0, 2]", "s.yaml:3:15: error: layers: expected a whole number from 1 to 1000, found '0'")]
    [InlineData("[3, 1001, 2]", "s.yaml:3:15: error: layers: expected a whole number from 1 to 1000, found '1001'")]
    [InlineData("3", "s.yaml:3:11: error: layers: expected a list, found '3'")]
    [InlineData("[3, [4], 2]", "s.yaml:3:15: error: layers: expected a whole number from 1 to 1000, found a list")]
    public void Layers_have_their_limits(string layers, string expected) =>
        Scenes.AssertRefused(Scenes.With("[3, 4, 2]", layers), expected);

    [Fact]
    public void A_misspelt_activation_is_told_the_nearest_one() => Scenes.AssertRefused(
        Scenes.With("activation: sigmoid", "activation: [sigmod, tanh]"),
        $"s.yaml:4:16: error: activation: expected one of {Names(Activation.All)}, found 'sigmod'",
        "  hint: did you mean 'sigmoid'?");

    [Fact]
    public void A_misspelt_loss_is_told_the_nearest_one() => Scenes.AssertRefused(
        Scenes.With("half_squared_error", "half_square_error"),
        $"s.yaml:5:9: error: loss: expected one of {Names(Loss.All)}, found 'half_square_error'",
        "  hint: did you mean 'half_squared_error'?");

    static string Names(IEnumerable<ICatalogued> catalogue) => string.Join(", ", catalogue.Select(member => member.Name));

    [Theory]
    [InlineData(
        "forward: { focus: [-1, 0] }",
        "s.yaml:13:24: error: focus: expected a layer, a unit or a weight, such as hidden, h.2 or h.2 → o.1, found '-1'")]
    [InlineData(
        "forward: { name: a.b }",
        "s.yaml:13:22: error: name: expected a word of letters, digits, '_' and '-' that starts with a letter, up to 60 characters, " +
            "found 'a.b'")]
    [InlineData(
        "forward: [1]",
        "s.yaml:13:14: error: forward: expected keys and values, found a list\n  hint: known keys: focus, " +
            "duration, caption, captions, notes, say, title, name")]
    public void A_phases_options_have_their_limits(string phase, string expected) =>
        Scenes.AssertRefused(Scenes.With("forward: 10s", phase), expected);

    [Theory]
    [InlineData("hidden[1]")]
    [InlineData("hidden[1] - output[0]")]
    [InlineData("hidden.1 o.1")]
    [InlineData("h.1 -> h.2 -> o.1")]
    [InlineData("→ o.1")]
    [InlineData("->")]
    public void A_weight_is_named_by_its_two_units(string edge) => Scenes.AssertRefused(
        Scenes.With("- weight_update", $"- weight_update: {{ edge: \"{edge}\" }}"),
        $"s.yaml:19:28: error: edge: expected a weight such as h.2 → o.1, found '{edge}'",
        "  hint: two units and an arrow, → or ->; units count from 1, or have names");
}
