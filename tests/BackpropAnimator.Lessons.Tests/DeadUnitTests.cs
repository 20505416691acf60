using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A unit that training has killed, in the phases after: its lid stays closed, and light stops at it.</summary>
public class DeadUnitTests
{
    static readonly Lesson lesson = Lessons.Make("""
        network: { layers: [2, 3, 1], activation: [relu, identity], learning_rate: 1, seed: 421 }
        data: xor
        training: { epochs: 60 }
        example: { input: [0, 1], target: [1] }
        phases:
          - train: { table: samples, duration: 6s }
          - inspect: { weight: "input.1 -> hidden.2", sample: 2, duration: 10s }
          - inspect: { weight: "input.1 -> hidden.1", name: alive, sample: 1, duration: 10s }
        """, "video.fps=15");

    static List<Frame> FramesOf(int chapter) => [.. lesson.Chapters[chapter].Frames(1).Select(lesson.FrameAt)];

    [Fact]
    public void Its_lid_stays_closed_without_a_break()
    {
        foreach (var frame in FramesOf(1).Concat(FramesOf(2)))
        {
            var lid = frame.Items.OfType<Polygon>().Where(item => item.Role == RoleOf.Lid).Select(item => item.Bounds(Lessons.Fonts))
                .OrderBy(half => half.Top).ToList();
            Assert.Equal(2, lid.Count);
            Assert.Equal(lid[0].Bottom, lid[1].Top, 1f);
        }
    }

    [Fact]
    public void The_error_comes_to_its_lid_runs_round_it_and_goes_no_further()
    {
        var frames = FramesOf(1);
        var lid = frames[^1].Items.OfType<Polygon>().First(item => item.Role == RoleOf.Lid).Bounds(Lessons.Fonts);
        var heads = frames.SelectMany(frame => frame.Items.OfType<Comet>()).Select(comet => comet.Head.X).ToList();
        Assert.NotEmpty(heads);
        Assert.All(heads, x => Assert.True(x > lid.MidX, $"{x}"));
        Assert.Contains(frames, frame => frame.Items.Any(item => item.Role == RoleOf.LidLight));
    }

    [Fact]
    public void Through_a_unit_that_lives_it_goes_on()
    {
        var frames = FramesOf(2);
        var lid = frames[^1].Items.OfType<Polygon>().First(item => item.Role == RoleOf.Lid).Bounds(Lessons.Fonts);
        Assert.Contains(frames.SelectMany(frame => frame.Items.OfType<Comet>()), comet => comet.Head.X < lid.MidX);
    }
}
