using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons.Tests;

public class OutroTests
{
    static readonly Lesson lesson =
        Lessons.Through("forward", "loss", "backward", "weight_update", "{ outro: { duration: 6s, steps: 30 } }");

    [Theory]
    [InlineData(2.6, 40)]
    [InlineData(0.5, 40)]
    [InlineData(9, 4000)]
    [InlineData(3, 1)]
    [InlineData(20, 3)]
    public void Laps_are_ever_quicker_and_stand_for_ever_more_steps(double seconds, int steps)
    {
        var laps = TrainingLaps.In(new(1, 1 + seconds), steps);

        Assert.Equal((1, 1 + seconds), (laps[0].Time.Start, laps[^1].Time.End));
        Assert.Equal((0, steps), (laps[0].From, laps[^1].To));
        Assert.All(laps, lap => Assert.True(lap.Steps >= 1));
        Assert.All(laps.Zip(laps.Skip(1)), pair =>
        {
            Assert.Equal((pair.First.Time.End, pair.First.To), (pair.Second.Time.Start, pair.Second.From));
            Assert.True(pair.Second.Time.Duration <= pair.First.Time.Duration + 1e-9);
            Assert.True(pair.Second.Steps >= pair.First.Steps - 1);
        });
    }

    [Fact]
    public void The_last_picture_shows_what_the_training_has_led_to()
    {
        var numbers = new LessonNumbers(lesson.Scene);
        var trained = numbers.Continued(numbers.Step, 31);
        var outputs = trained.Network.Forward(numbers.Example.Input).Output;
        var words = lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<TextLine>().Select(line => line.Text).ToList();

        Assert.All(outputs, value => Assert.Contains(Numbers.Plain(value, 2), words));
        Assert.Contains("L = " + Numbers.Fine(trained.FinalLoss), words);
    }

    [Fact]
    public void Light_runs_round_the_loop_forward_loss_backward_update()
    {
        var outro = lesson.Chapter("outro");
        var palette = Palette.Dark;
        var seen = Enumerable.Range(outro.FirstFrame, outro.EndFrame - outro.FirstFrame)
            .SelectMany(n => lesson.FrameAt(n).Items.OfType<Beam>().Where(beam => beam.Role == RoleOf.Loop))
            .Select(beam => beam.Color.WithAlpha(255)).Distinct().ToList();

        Assert.Equal([palette.Forward, palette.Error, palette.Backward, palette.Learned], seen);
    }

    [Fact]
    public void The_curve_falls_while_green_runs_through_the_weights()
    {
        var outro = lesson.Chapter("outro");
        var losses = outro.Frames(every: 1).Select(n => lesson.FrameAt(n).Items).Select(items => (
            Loss: items.OfType<TextLine>().FirstOrDefault(line => line.Text.StartsWith("L = ", StringComparison.Ordinal))?.Text,
            IsGreen: items.OfType<Beam>().Any(beam => beam.Role == default && beam.Color.WithAlpha(255) == Palette.Dark.Learned))).ToList();

        Assert.Contains(losses, moment => moment.IsGreen);
        Assert.All(losses.Zip(losses.Skip(1)).Where(pair => pair.First.Loss is not null && pair.First.Loss != pair.Second.Loss),
            pair => Assert.True(pair.First.IsGreen || pair.Second.IsGreen));
    }
}
