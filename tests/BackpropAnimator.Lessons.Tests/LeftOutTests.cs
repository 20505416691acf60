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
    [InlineData("train: { view: loss, table: weights }", "; 3 of 13 units")]
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

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1080")]
    [InlineData("1080x1920")]
    public void A_table_that_could_show_only_some_of_the_weights_leaves_its_room_to_the_network(string size)
    {
        float HeightWith(string options)
        {
            var lesson = Lessons.Make($"{Wide}video: {{ size: {size} }}\nphases: [train: {{ view: loss{options} }}]\n");
            var items = lesson.FrameAt(lesson.FrameCount - 30).Items;
            Assert.Equal(options != "", items.OfType<TextLine>().Any(line => line.Text.Contains("units", StringComparison.Ordinal)));
            return items.OfType<TextLine>().Single(line => line.Text == "w > 0").Position.Y;
        }

        var (left, taken) = (HeightWith(""), HeightWith(", table: weights"));
        // In a square picture the other table is as high.
        Assert.True(size == "1080x1080" ? left == taken : left > taken, $"{left} and {taken}");
    }
}
