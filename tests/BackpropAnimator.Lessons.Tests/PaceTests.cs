using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Captions stay as long as their words need.</summary>
public class PaceTests
{
    const string Caption = "Every unit sums its weighted inputs, adds its bias, and squashes the result.";

    static string Scene(string forward) => $$"""
        network: { layers: [2, 2, 1], seed: 7 }
        example: { input: [0.9, 0.1], target: [1] }
        phases:
          - forward: {{forward}}
          - loss: 3s
        """;

    static List<Diagnostic> Problems(string forward) => [.. PaceCheck.Run(Lessons.Make(Scene(forward), "video.fps=30"))];

    static double LastNumberIn(string words) =>
        double.Parse(words.Split(' ').Last(word => char.IsAsciiDigit(word[0])), CultureInfo.InvariantCulture);

    [Fact]
    public void A_caption_that_is_gone_before_it_is_read_is_told_with_its_place_and_what_would_do()
    {
        var problem = Assert.Single(Problems($"{{ duration: 3s, caption: \"{Caption}\" }}"));

        // It comes in 0.35 s, and goes in as much.
        Assert.Equal(
            "s.yaml:4:39: warning: caption: 76 characters take 4.5 s to read, 17 a second, and are on screen for 2.3 s\n" +
                "  hint: write 'duration: 5.2s' for this phase, or a caption of at most 39 characters",
            problem.ToString());
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.8)]
    [InlineData(4)]
    public void Either_remedy_is_enough_and_not_much_less_is(double seconds)
    {
        string With(double duration, string caption) =>
            string.Create(CultureInfo.InvariantCulture, $"{{ duration: {duration}s, caption: \"{caption}\" }}");
        var hint = Assert.Single(Problems(With(seconds, Caption))).Hint!;
        var (longer, shorter) = (
            double.Parse(hint.Split('\'')[1]["duration: ".Length..^1], CultureInfo.InvariantCulture), (int)LastNumberIn(hint));

        Assert.Empty(Problems(With(longer, Caption)));
        Assert.Single(Problems(With(longer - 0.3, Caption)));
        if (shorter > 0) Assert.Empty(Problems(With(seconds, Caption[..shorter].Trim())));
        Assert.Single(Problems(With(seconds, Caption[..(shorter + 6)])));
    }

    [Fact]
    public void The_last_caption_stays_to_the_end()
    {
        string Ending(double duration) => string.Create(CultureInfo.InvariantCulture, $$"""
            network: { layers: [2, 2, 1], seed: 7 }
            example: { input: [0.9, 0.1], target: [1] }
            phases: [{ forward: { duration: {{duration}}s, caption: "{{Caption}}" } }]
            """);
        Assert.Empty(PaceCheck.Run(Lessons.Make(Ending(4.85))));
        Assert.Single(PaceCheck.Run(Lessons.Make(Ending(4.6))));
    }

    public static TheoryData<string> Scenes => SceneFiles.All;

    [Theory, MemberData(nameof(Scenes))]
    public void Every_caption_of_every_scene_can_be_read(string path) =>
        Assert.Equal([], PaceCheck.Run(new(SceneFiles.Read(path), Lessons.Fonts)).Select(problem => problem.ToString()));
}
