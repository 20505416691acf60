using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Captions that have room below the picture, and those that have none.</summary>
public class CaptionTests
{
    static string Scene(string caption, string size) => $$"""
        network: { layers: [2, 2, 1], seed: 7 }
        video: { size: {{size}} }
        example: { input: [0.9, 0.1], target: [1] }
        phases:
          - forward:
              caption: {{caption}}

        """;

    static string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(n => $"word{n}"));

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void A_caption_that_is_too_long_is_refused_with_the_length_that_fits(string size)
    {
        var caption = Words(62);
        var problem = Assert.Single(LessonChecks.Run(Lessons.Read(Scene(caption, size)), Lessons.Fonts));

        Assert.Equal((Severity.Error, 6), (problem.Severity, problem.Position.Line));
        Assert.StartsWith($"caption: {caption.Length} characters have no room below a picture of {size}; ", problem.Message);
        var fits = int.Parse(problem.Message.Split("; ")[1].Split(' ')[0]);
        Assert.InRange(fits, 60, caption.Length - 1);
        Assert.Empty(LessonChecks.Run(Lessons.Read(Scene(caption[..fits], size)), Lessons.Fonts));
        var oneMore = caption[..(caption.IndexOf(' ', fits + 1) is > 0 and var end ? end : caption.Length)];
        Assert.NotEmpty(LessonChecks.Run(Lessons.Read(Scene(oneMore, size)), Lessons.Fonts));
    }

    [Fact]
    public void A_word_that_is_wider_than_the_picture_has_no_room() => Assert.Contains(
        "0 of these fit", Assert.Single(LessonChecks.Run(Lessons.Read(Scene(new('W', 200), "1920x1080")), Lessons.Fonts)).Message);
}
