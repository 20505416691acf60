using System.Text.RegularExpressions;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A gradient that is exactly 0 is written 0, without a sign and in grey, wherever gradients are written.</summary>
public class ZeroGradientTests
{
    // Hidden 2 is silent for this input, and the second input is 0: most gradients are exactly 0, some of them −0.
    const string Silent = """
        network:
          layers: [2, 2, 1]
          activation: [relu, identity]
          weights: [[[1, 0.5], [-1, 0.5]], [[1, -1]]]
          learning_rate: 0.125
        example: { input: [1, 0], target: [1.5] }
        phases: [forward, loss, PHASE]
        """;

    const string ZeroWeight = "input[1] -> hidden[0]";

    public static TheoryData<string> Phases() =>
    [
        "backward",
        $"chain_rule: {{ edges: ['{ZeroWeight}', 'input[0] -> hidden[1]'] }}",
        $"inspect: {{ weight: '{ZeroWeight}' }}",
        $"nudge: {{ weight: '{ZeroWeight}' }}",
        $"chain: {{ weight: '{ZeroWeight}' }}",
        $"trace_weight: {{ weight: '{ZeroWeight}' }}",
        "matrix",
        "outer_product: { layer: hidden }",
        $"sweep: {{ weight: '{ZeroWeight}', from: 1, to: 2 }}",
        $"backward, weight_update: {{ edge: '{ZeroWeight}' }}",
        "slope: { activation: relu, unit: 'hidden[1]' }",
    ];

    [Theory]
    [MemberData(nameof(Phases))]
    public void No_zero_has_a_sign(string phase)
    {
        foreach (var words in FramesOf(phase).SelectMany(frame => frame.Items).Select(Words))
            Assert.False(Regex.IsMatch(words, @"(\{[+−]\}|[+−])0(\.0+)?(?![.\d])"), words);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void No_zero_wears_the_colour_of_a_sign(string phase)
    {
        var palette = Palette.Dark;
        SKColor[] signs = [palette.Positive, palette.Negative, palette.Backward];
        var zeros = FramesOf(phase).SelectMany(frame => frame.Items).OfType<TextLine>()
            .Where(text => Regex.IsMatch(text.Text, @"(^|[= δ])0(\.0+)?$") && text.Text != "× 0.000").ToList();

        Assert.All(zeros, zero => Assert.DoesNotContain(zero.Color.WithAlpha(255), signs));
        Assert.DoesNotContain(
            FramesOf(phase).SelectMany(frame => frame.Items).Select(Words), words => Regex.IsMatch(words, @"part\{(posi|nega)tive\}\{0"));
    }

    [Fact]
    public void Backward_says_0_for_a_delta_and_for_gradients_of_0()
    {
        var zeros = FramesOf("backward").SelectMany(frame => frame.Items).OfType<TextLine>().Where(text => text.Text == "0").ToList();

        Assert.Contains(zeros, text => text.Role == RoleOf.Delta);
        Assert.Contains(zeros, text => text.Role != RoleOf.Delta);
    }

    [Fact]
    public void A_target_already_met_has_an_error_of_0_in_grey()
    {
        var lesson = Lessons.Make(Silent.Replace("1.5", "1", StringComparison.Ordinal).Replace(", PHASE", "", StringComparison.Ordinal));
        var error = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>()
            .Single(text => text.Text.StartsWith("ŷ−y", StringComparison.Ordinal));

        Assert.Equal(("ŷ−y = 0", Palette.Dark.Secondary), (error.Text, error.Color.WithAlpha(255)));
    }

    static IEnumerable<Frame> FramesOf(string phase)
    {
        var lesson = Lessons.Make(Silent.Replace("PHASE", phase, StringComparison.Ordinal));
        var chapter = lesson.Chapters[^1];
        for (var n = lesson.Chapters[2].FirstFrame; n < chapter.EndFrame; n += 20) yield return lesson.FrameAt(n);
        yield return lesson.FrameAt(chapter.EndFrame - 1);
    }

    static string Words(DrawItem item) => item switch { TextLine text => text.Text, FormulaText formula => formula.Source, _ => "" };
}
