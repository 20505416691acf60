using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Inputs, outputs and classes go by their names wherever they are spoken of.</summary>
public class NamesTests
{
    const string Named = """
        network:
          layers: [2, 2, 2]
          activation: [tanh, softmax]
          loss: categorical_cross_entropy
          inputs: [sepal length, "with {braces} and \\"]
          classes: [setosa, virginica]
        data: [{ input: [1, 2], target: [1, 0] }, { input: [2, -1], target: [0, 1] }]
        training: 20
        """;

    [Fact]
    public void Units_with_names_are_called_by_them_and_others_are_counted_from_1()
    {
        var stage = StageOf(Named);

        Assert.Equal("sepal length → Hidden 2", stage.NameOf(new Edge(0, 0, 1)));
        Assert.Equal("Hidden 1 → virginica", stage.NameOf(new Edge(1, 0, 1)));
    }

    [Fact]
    public void A_long_name_is_shortened_for_the_screen()
    {
        var stage = StageOf(Named, "network.inputs[0]=the length of the sepals in centimetres");

        Assert.Equal("the length of the sepal…", stage.NameOf(new Unit(0, 0)));
    }

    [Fact]
    public void The_single_output_of_two_classes_is_called_by_the_one_that_it_is_1_for()
    {
        var stage = StageOf("network: { layers: [2, 1], classes: [no, yes] }\ndata: [{ input: [1, 2], target: 1 }]");

        Assert.Equal("Input 1 → yes", stage.NameOf(new Edge(0, 0, 0)));
    }

    [Fact]
    public void Predictions_stand_under_the_names_of_classes_beside_the_wanted_one()
    {
        var lesson = Lessons.Make(Named + "\nphases: [train: { view: loss }]\n");
        var frame = lesson.FrameAt(lesson.FrameCount - 60);

        Assert.Equal(2, frame.Items.OfType<FormulaText>().Count(f => f.Source is @"\text{setosa}" or @"\text{virginica}"));
        Assert.Contains(frame.Items.OfType<TextLine>(), t => t.Text == "virginica");
    }

    [Fact]
    public void Classes_without_names_are_counted_from_1()
    {
        const string five = """
            network: { layers: [1, 5], activation: softmax, loss: categorical_cross_entropy }
            data: [{ input: 1, target: [1, 0, 0, 0, 0] }, { input: -1, target: [0, 0, 0, 0, 1] }]
            training: 400
            phases: [train]
            """;
        var lesson = Lessons.Make(five);
        var texts = lesson.FrameAt(lesson.FrameCount - 60).Items.OfType<TextLine>().Select(t => t.Text).ToList();

        Assert.Equal(2, texts.Count(text => text == "5"));
        Assert.DoesNotContain("4", texts);
    }

    [Fact]
    public void A_scoreboard_tells_the_class_that_it_judges()
    {
        var lesson = Lessons.Make(Named + "\nphases: [scoreboard]\n");

        Assert.Contains(lesson.FrameAt(lesson.FrameCount - 60).Items.OfType<TextLine>(), t => t.Text == "truth: setosa");
    }

    [Fact]
    public void A_classification_has_the_networks_classes_where_it_names_none()
    {
        var scene = Lessons.Read(
            "network: { layers: [6, 3], activation: softmax, loss: categorical_cross_entropy, classes: [cat, hen, pig] }\n" +
            "example: { input: [0, 0, 0, 0, 0, 0], target: [1, 0, 0] }\nphases: [classify, classify: { classes: [cat, b, c] }]\n");

        Assert.Equal(["cat", "hen", "pig"], ((ClassifyOptions)scene.Phases[0]).Classes.AsEnumerable());
        Assert.Equal(["cat", "b", "c"], ((ClassifyOptions)scene.Phases[1]).Classes.AsEnumerable());
    }

    [Fact]
    public void Names_with_signs_of_formulas_in_them_can_be_drawn() =>
        Frames.AssertDrawable(
            Lessons.Make(Named + "\nphases: [intro, forward, loss, backward, chain_rule, trace_weight, train]\n"), every: 30);

    [Theory]
    [InlineData("matrix", @"(W^{(2)})^{\top}")]
    [InlineData("outer_product", "W^{(2)}")]
    [InlineData("trace_weight", "w^{(2)}")]
    public void The_number_of_a_layer_stands_in_parentheses(string phase, string expected)
    {
        var lesson = Lessons.Through("forward", "loss", "backward", phase);
        var formulas = lesson.Chapter(phase).Frames(every: 30).SelectMany(n => lesson.FrameAt(n).Items.OfType<FormulaText>()).ToList();

        Assert.Contains(formulas, f => f.Source.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(formulas, f => f.Source.Contains("^{2}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lesson_on_the_irises_learns_them_and_names_them()
    {
        var scene = SceneReader.Read(Path.Combine(Repository.Root, "scenes", "iris.yaml"), []).Scene!;
        var numbers = new LessonNumbers(scene);

        Assert.Equal((120, 30), (numbers.Samples.Length, numbers.TestSamples.Length));
        Assert.True(numbers.TestAccuracyOf(numbers.Training.Network).Share > 0.9);
        Assert.True(numbers.TestAccuracyOf(numbers.Network).Share < 0.9);
        Assert.Equal("petal width → Hidden 3", new LessonStage(scene, Lessons.Fonts).NameOf(new Edge(0, 3, 2)));
        // What the network sees is standardised over the samples that it is trained on.
        Assert.Equal(0, numbers.Samples.Average(sample => sample.Input[2]), 12);
        Assert.Equal(1, numbers.Samples.Average(sample => sample.Input[2] * sample.Input[2]), 12);
    }

    [Fact]
    public void An_accuracy_on_tests_is_over_what_training_did_not_see()
    {
        // Learnt from the first of two contradicting rules, whichever they are, the other is wrong.
        var scene = Lessons.Read(
            "network: { layers: [1, 1], activation: tanh, learning_rate: 1 }\ntraining: 200\n" +
            "data: { rows: [{ input: 1, target: 1 }, { input: 1, target: -1 }], split: 0.5 }\n" +
            "expect: accuracy == 1 and test_accuracy == 0\nphases: [intro]\n");

        Assert.Empty(LessonChecks.Run(scene, Lessons.Fonts));
    }

    static LessonStage StageOf(string scene, params string[] overrides) =>
        new(Lessons.Read(scene + "\nphases: [intro]\n", overrides), Lessons.Fonts);
}
