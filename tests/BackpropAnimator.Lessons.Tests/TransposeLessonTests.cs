using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The shipped lesson on the transposed matrix: its claims hold.</summary>
public class TransposeLessonTests
{
    static readonly string text = ShippedLesson.Text("transpose");

    [Fact]
    public void Twice_the_output_errors_make_twice_the_gradients_and_none_makes_none()
    {
        var step = new LessonNumbers(Lessons.Read(text)).Step;
        var errors = step.Forward.Output - step.Example.Target;
        var twice = step.Before.Backward(step.Forward, step.Forward.Output - 2 * errors).Gradient;
        var none = step.Before.Backward(step.Forward, step.Forward.Output).Gradient;
        for (var layer = 0; layer < twice.Layers.Length; layer++)
        {
            Assert.Equal(0, (twice.Layers[layer].Weights - 2 * step.Backward.Layers[layer].WeightGradient).FrobeniusNorm(), 1e-14);
            Assert.Equal(0, none.Layers[layer].Weights.FrobeniusNorm());
        }
    }

    [Fact]
    public void A_relu_below_0_has_no_delta_and_hands_nothing_back()
    {
        var step = new LessonNumbers(Lessons.Read(text, "network.activation=[relu,sigmoid]")).Step;
        var off = Enumerable.Range(0, 4).Where(j => step.Forward.Layers[0].PreActivation[j] < 0).ToList();
        Assert.NotEmpty(off);
        Assert.All(
            off, j => Assert.Equal((0, 0), (step.Backward.Layers[0].Delta[j], step.Backward.Layers[0].WeightGradient.Row(j).L2Norm())));
    }

    [Fact]
    public void A_formula_that_cannot_be_set_is_told_where_the_question_has_it()
    {
        var scene = Lessons.Read(Lessons.Sized("3-4-2", phases: ["{ question: { text: Why?, answer: Because., formula: '\\frac{a' } }"]));
        var problem = LessonChecks.Run(scene, Lessons.Fonts)[0];
        Assert.Equal((Severity.Error, 4), (problem.Severity, problem.Position.Line));
        Assert.StartsWith("formula: at column", problem.Message, StringComparison.Ordinal);
    }
}
