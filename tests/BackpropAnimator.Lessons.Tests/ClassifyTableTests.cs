using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A sample of a table is classified by its numbers, without any picture.</summary>
public class ClassifyTableTests
{
    const string Flowers = """
        network:
          layers: [4, 5, 3]
          inputs: [sepal length, sepal width, petal length, petal width]
          classes: [setosa, versicolor, virginica]
          activation: [tanh, softmax]
          loss: categorical_cross_entropy
          learning_rate: 0.05
          seed: 3
        data:
          - { input: [5.1, 3.5, 1.4, 0.2], target: [1, 0, 0] }
          - { input: [7.0, 3.2, 4.7, 1.4], target: [0, 1, 0] }
          - { input: [6.3, 3.3, 6.0, 2.5], target: [0, 0, 1] }
        training: { epochs: 200, batch: sample }
        phases: [classify: { sample: 2, network: trained }]
        """;

    const string Rain = """
        network: { layers: [2, 3, 1], classes: [dry, rain], activation: [tanh, sigmoid], loss: binary_cross_entropy, seed: 8 }
        data: [{ input: [0.9, -0.6], target: [1] }, { input: [0.3, 0.5], target: [0] }]
        training: { epochs: 100 }
        phases: [classify]
        """;

    [Fact]
    public void Its_numbers_go_in_and_the_bars_are_the_networks_outputs()
    {
        var numbers = new LessonNumbers(Lessons.Read(Flowers));
        var output = numbers.Training.Network.Forward(numbers.Samples[2].Input).Output;
        var texts = TextsOf(Last(Flowers));
        Assert.Equal(output.Select(ProbabilityBars.Percent).Order(), texts.Where(text => text.EndsWith('%')).Order());
        Assert.All(["6.3", "3.3", "6", "2.5", "setosa", "versicolor", "virginica"], text => Assert.Contains(text, texts));
        Assert.Contains("The network says: virginica", texts);
        Assert.Contains("That is right.", texts);
    }

    [Fact]
    public void A_single_output_is_the_probability_of_one_class_and_the_rest_is_the_others()
    {
        var numbers = new LessonNumbers(Lessons.Read(Rain));
        var rain = numbers.Network.Forward(numbers.Example.Input).Output[0];
        var frame = Last(Rain);
        var (bars, tracks) = (PanelsOf(frame, RoleOf.Bar), PanelsOf(frame, RoleOf.BarTrack));
        Assert.Equal((2, 2), (bars.Count, tracks.Count));
        Assert.Equal((1 - rain) * tracks[0].Rect.Width, bars[0].Rect.Width, 0.01);
        Assert.Equal(rain * tracks[1].Rect.Width, bars[1].Rect.Width, 0.01);
        Assert.Contains($"The network says: {(rain >= 0.5 ? "rain" : "dry")}", TextsOf(frame));
    }

    [Fact]
    public void A_picture_is_shown_where_the_scene_asks_for_one_or_nothing_has_a_name()
    {
        Assert.False(OptionsOf(Flowers).ShowsPicture);
        Assert.Equal(PictureKind.Dog, OptionsOf(Flowers.Replace("sample: 2", "picture: dog", StringComparison.Ordinal)).Picture);
        var nameless = Flowers.Replace("  inputs: [sepal length, sepal width, petal length, petal width]\n", "", StringComparison.Ordinal)
            .Replace("  classes: [setosa, versicolor, virginica]\n", "", StringComparison.Ordinal)
            .Replace("sample: 2, ", "", StringComparison.Ordinal);
        Assert.Equal(PictureKind.Cat, OptionsOf(nameless).Picture);
        Assert.Equal(["cat", "dog", "truck"], OptionsOf(nameless).Classes.ToArray());
    }

    [Theory]
    [InlineData("sample: 3", "sample: there is no sample 3; the data has 0 to 2")]
    [InlineData("columns: 2", "columns changes nothing: the network is shown no picture")]
    [InlineData("picture: cat, sample: 1", "sample changes nothing: the network is shown a picture")]
    public void Options_that_do_not_go_together_are_told(string option, string expected)
    {
        var result = SceneReader.Parse(Flowers.Replace("sample: 2", option, StringComparison.Ordinal), "s.yaml", []);
        Assert.Contains(expected, result.Diagnostics.Select(d => d.Message));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(40)]
    public void Any_number_of_inputs_has_room(int inputs)
    {
        var row = string.Join(", ", Enumerable.Range(0, inputs).Select(i => i % 3));
        foreach (var size in new[] { "1280x720", "720x1280", "720x720" })
        {
            var lesson = Lessons.Make(
                $"network: {{ layers: [{inputs}, 3, 2], activation: [tanh, softmax], loss: categorical_cross_entropy }}\n" +
                $"example: {{ input: [{row}], target: [1, 0] }}\nphases: [classify]", $"video.size={size}");
            Assert.Equal([], LayoutCheck.Run(lesson, Lessons.Fonts).Select(problem => problem.Message));
        }
    }

    static ClassifyOptions OptionsOf(string text) => (ClassifyOptions)Lessons.Read(text).Phases[0];

    static List<Panel> PanelsOf(Frame frame, ItemRole role) => [.. frame.Items.OfType<Panel>().Where(panel => panel.Role == role)];

    static Frame Last(string text)
    {
        var lesson = Lessons.Make(text);
        return lesson.FrameAt(lesson.FrameCount - 1);
    }

    static List<string> TextsOf(Frame frame) => [.. frame.Items.OfType<TextLine>().Where(t => t.Color.Alpha > 100).Select(t => t.Text)];
}
