using BackpropAnimator.Drawing;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons.Tests;

public class WeightUpdateTests
{
    static readonly Lesson lesson = Lessons.Make(Lessons.Flagship);
    static readonly LearningStep step = new LessonNumbers(lesson.Scene).Step;
    static readonly Chapter update = lesson.Chapter("weight_update");

    static IEnumerable<Frame> Frames => update.Frames(every: 6).Select(lesson.FrameAt);

    [Fact]
    public void The_change_of_every_labelled_weight_floats_off_its_edge()
    {
        var moments = Frames.Select(frame => frame.Items.OfType<TextLine>().Where(text => text.Role == RoleOf.Change).ToList())
            .Where(texts => texts.Count > 0).ToList();
        var written = step.Before.Layers.SelectMany((layer, l) => layer.Weights.EnumerateIndexed().Select(w =>
            step.After.Layers[l].Weights[w.Item1, w.Item2] - w.Item3)).Select(change =>
            Rounded.To(change, 2) != 0 ? Numbers.WithSign(change, Numbers.Value(change)) : Numbers.Signed(change)).Order().ToList();

        Assert.All(
            moments.Where(texts => texts.Count == written.Count), texts => Assert.Equal(written, texts.Select(text => text.Text).Order()));
        Assert.Contains(moments, texts => texts.Count == written.Count);
        Assert.Contains(moments[0][^1].Text, written);
        Assert.True(moments[^1][^1].Position.Y < moments[0].Single(text => text.Position.X == moments[^1][^1].Position.X
            && Math.Abs(text.Position.Y - moments[^1][^1].Position.Y) < 15).Position.Y);
    }

    [Fact]
    public void Every_edge_keeps_its_old_width_in_sight_until_the_next_numbers_come()
    {
        var old = Frames.Select(frame => frame.Items.OfType<Line>().Count(line => line.Role == RoleOf.OldWidth)).ToList();

        Assert.Equal(2 * (3 * 4 + 4 * 2), old.Max());
        Assert.Equal((0, 0), (old[0], old[^1]));
    }

    [Fact]
    public void The_new_loss_is_as_large_as_the_old_one_was_which_is_smaller_beside_it()
    {
        TextLine? Written(int frame, double loss) => lesson.FrameAt(frame).Items.OfType<TextLine>()
            .SingleOrDefault(text => text.Text == Numbers.Fine(loss));
        var (first, both, last) = (update.FirstFrame + 150, update.EndFrame - 60, update.EndFrame - 1);

        Assert.Equal(Written(first, step.Loss)!.Size, Written(both, step.LossAfter)!.Size);
        Assert.True(Written(both, step.Loss)!.Size < 0.7f * Written(both, step.LossAfter)!.Size);
        Assert.Equal(
            Written(last, step.LossAfter)!.Position.X, Written(lesson.Chapter("outro").FirstFrame, step.LossAfter)!.Position.X,
            precision: 0);
    }

    [Fact]
    public void The_second_pass_is_told_as_a_check()
    {
        var told = Frames.Select(frame => frame.Items.OfType<TextLine>().Any(text => text.Text == "Check again")).ToList();

        Assert.False(told[0]);
        Assert.True(told[^4]);
    }
}
