using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The shipped lessons on learning XOR and on dying ReLUs: what they claim is so.</summary>
public class GlassBoxLessonsTests
{
    [Fact]
    public void The_lesson_on_Xor_ends_with_a_loss_below_2_percent_and_every_answer_right()
    {
        var numbers = new LessonNumbers(Lessons.Read(ShippedLesson.Text("glass-box-xor")));
        Assert.True(numbers.Training.FinalLoss < 0.02, $"{numbers.Training.FinalLoss}");
        Assert.Equal(new Accuracy(4, 4), numbers.AccuracyOf(numbers.Training.Network));
    }

    [Fact]
    public void The_dead_unit_was_alive_dies_in_its_first_step_and_has_gradients_of_exactly_0_from_then_on()
    {
        var numbers = new LessonNumbers(Lessons.Read(ShippedLesson.Text("dying-relu")));
        var dead = new UnitAddress(0, 1);
        Assert.Empty(DeadUnits.Over(numbers.Network, numbers.Samples));
        foreach (var snapshot in numbers.TrainFrom(numbers.Step, null, Recording.Every(1)).Snapshots.Skip(1))
        {
            Assert.Equal(dead, Assert.Single(DeadUnits.Over(snapshot.Network, numbers.Samples)));
            var gradient = snapshot.Network.GradientOver(numbers.Samples);
            Assert.All(gradient.Layers[0].Weights.Row(1), slope => Assert.Equal(0.0, slope));
            Assert.Equal(0.0, gradient.Layers[0].Biases[1]);
            Assert.Equal(0.0, gradient.Layers[1].Weights[0, 1]);
        }
    }

    [Theory]
    [InlineData("leaky")]
    [InlineData("gentle")]
    public void Each_remedy_learns_from_the_same_weights_what_the_dead_unit_keeps_the_network_from(string name)
    {
        var scene = Lessons.Read(ShippedLesson.Text("dying-relu"));
        var compare = scene.Phases.OfType<CompareOptions>().Single(phase => phase.Name == name);
        var (stuck, learns) = (new LessonNumbers(compare.Left.In(scene)), new LessonNumbers(compare.Right.In(scene)));

        Assert.Equal(stuck.Network.Layers.Select(l => (l.Weights, l.Biases)), learns.Network.Layers.Select(l => (l.Weights, l.Biases)));
        Assert.True(
            stuck.Training.FinalLoss > 0.08 && learns.Training.FinalLoss < 0.01, $"{stuck.Training.FinalLoss} {learns.Training.FinalLoss}");
    }

    [Fact]
    public void Claims_about_units_that_are_off_and_gradients_after_training_are_held()
    {
        var scene = Lessons.Read(ShippedLesson.Text("dying-relu"));
        Assert.Single(LessonChecks.Run(scene with { Expect = [new() { Text = "final_off_share(hidden[1]) < 1" }] }, Lessons.Fonts));
        Assert.Single(LessonChecks.Run(
            scene with { Expect = [new() { Text = "final_gradient(input[0] -> hidden[1]) != 0" }] }, Lessons.Fonts));
        Assert.Single(LessonChecks.Run(scene with { Expect = [new() { Text = "off_share(hidden[1]) == 1" }] }, Lessons.Fonts));
        Assert.Empty(LessonChecks.Run(scene with { Expect = [new() { Text = "off_share(hidden[1]) == 0.25" }] }, Lessons.Fonts));
    }
}
