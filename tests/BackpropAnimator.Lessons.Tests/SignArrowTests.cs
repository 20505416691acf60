using BackpropAnimator.Drawing;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons.Tests;

public class SignArrowTests
{
    static readonly Lesson lesson = Lessons.Make(Lessons.Flagship);
    static readonly LearningStep step = new LessonNumbers(lesson.Scene).Step;

    [Fact]
    public void Every_gradient_has_an_arrow_that_says_its_sign_and_the_legend_has_one_of_each()
    {
        var arrows = lesson.FrameAt(lesson.Chapter("backward").EndFrame - 1).Items.OfType<Polygon>()
            .Where(polygon => polygon.Role == RoleOf.Sign).ToList();
        var gradients = step.Backward.Layers.SelectMany(layer => layer.WeightGradient.Enumerate()).ToList();
        // The tip, which is the last of its points, is above the others or below them.
        int Ups(IEnumerable<Polygon> drawn) => drawn.Count(arrow => arrow.Points.Span[^1].Y < arrow.Points.Span[0].Y);

        Assert.Equal(gradients.Count + 2, arrows.Count);
        Assert.Equal(gradients.Count(g => g > 0) + 1, Ups(arrows));
    }

    [Fact]
    public void In_the_chain_rule_the_way_goes_on_to_the_loss_and_the_shares_of_a_hidden_units_error_stand_along_it()
    {
        var chain = lesson.Chapter("chain_rule");
        var items = lesson.FrameAt(chain.EndFrame - 60).Items;
        var hidden = new Unit(1, step.Backward.Layers[0].Delta.AbsoluteMaximumIndex());
        var words = items.OfType<TextLine>().Select(text => text.Text).ToList();
        var shares = Enumerable.Range(0, 2).Select(k => step.CarriedBack(new(1, hidden.Index, k))).ToList();

        Assert.Contains(items.OfType<Beam>(), beam => beam.Role == RoleOf.WayToLoss);
        Assert.All(shares, share => Assert.Contains(Numbers.Signed(share), words));
        Assert.Equal(step.Backward.Layers[0].Incoming[hidden.Index], shares.Sum(), 1e-12);
        Assert.True(items.OfType<Ring>().Count(ring => ring.Role == RoleOf.Mark && ring.Sweep < 200) >= 2);
    }
}
