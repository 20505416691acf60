using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What a table or a panel does not show, it says.</summary>
public class LeftOutTests
{
    const string Wide = """
        network: { layers: [2, 5, 5, 3] }
        data:
          - { input: [0, 0], target: [1, 0, 0] }
          - { input: [0, 1], target: [1, 0, 0] }
          - { input: [1, 0], target: [0, 1, 0] }
          - { input: [1, 1], target: [0, 1, 0] }
          - { input: [0, 2], target: [0, 0, 1] }
          - { input: [2, 0], target: [0, 0, 1] }
          - { input: [2, 2], target: [0, 0, 1] }
        training: 3

        """;

    [Theory]
    [InlineData("train: { view: loss }", "; 3 of 13 units")]
    [InlineData("train: { view: loss }", "shown")]
    [InlineData("train: { view: loss, table: samples }", " of 7; 4 of 10 units")]
    [InlineData("scoreboard", "prediction: Output 1 of 3")]
    public void It_is_told_what_is_left_out(string phase, string words)
    {
        foreach (var size in new[] { "1920x1080", "1080x1080", "1080x1920" })
        {
            var lesson = Lessons.Make($"{Wide}video: {{ size: {size} }}\nphases: [{phase}]\n");
            var texts = lesson.FrameAt(lesson.FrameCount - 30).Items.OfType<TextLine>().Select(line => line.Text);
            Assert.Contains(texts, text => text.Contains(words, StringComparison.Ordinal));
        }
    }
}
