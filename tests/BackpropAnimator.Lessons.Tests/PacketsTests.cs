using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

public class PacketsTests
{
    static Comet? Along(double strength, int crowd) =>
        Packets.Along(new Route(new SKPoint(0, 0), new SKPoint(300, 40)), 0.5, strength, SKColors.Cyan, Palette.Dark, crowd);

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(64)]
    public void What_carries_little_travels_too_where_packets_can_be_told_apart(int crowd) => Assert.NotNull(Along(0.01, crowd));

    [Fact]
    public void In_a_crowd_only_what_carries_much_travels()
    {
        Assert.Null(Along(0.3, crowd: 100));
        Assert.NotNull(Along(0.5, crowd: 100));
        Assert.NotNull(Along(1, crowd: 100));
    }

    [Fact]
    public void Between_layers_of_ten_the_edges_that_carry_much_light_up_and_the_strongest_send_packets()
    {
        var lesson = Lessons.Make("""
            network: { layers: [10, 10, 10], seed: 7 }
            example: { input: [1, 0, 1, 0, 1, 0, 1, 0, 1, 0], target: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
            phases: [forward: 10s]
            """);
        var fullest = Enumerable.Range(0, lesson.FrameCount).Select(lesson.FrameAt)
            .MaxBy(frame => frame.Items.OfType<Comet>().Count() + Light.MovingBeams(frame).Count())!;
        Assert.InRange(fullest.Items.OfType<Comet>().Count(), 10, 70);
        Assert.InRange(Light.MovingBeams(fullest).Count(), fullest.Items.OfType<Comet>().Count() + 1, 90);
    }

    [Fact]
    public void What_carries_nothing_neither_shines_nor_sends_a_packet()
    {
        var lesson = Lessons.Make("""
            network: { layers: [2, 3, 1], seed: 7 }
            example: { input: [1, 0], target: [1] }
            phases: [forward: 10s]
            """);
        var frames = Enumerable.Range(0, lesson.FrameCount).Select(lesson.FrameAt).ToList();
        // Of the first gap's six edges three carry something, as do all three of the second.
        Assert.Equal(3, frames.Max(frame => frame.Items.OfType<Comet>().Count()));
        Assert.Equal(3, frames.Max(frame => Light.MovingBeams(frame).Count()));
    }

    [Theory]
    [InlineData("3-4-2", true)]
    [InlineData("10-10-10", false)]
    public void Light_along_edges_has_a_haze_where_they_do_not_crowd(string layers, bool hasHaze)
    {
        var lesson = Lessons.Make(Lessons.Sized(layers, phases: ["forward: 10s"]));
        var beams = lesson.Chapter("forward").Frames(every: 20).SelectMany(n => Light.MovingBeams(lesson.FrameAt(n))).ToList();
        Assert.NotEmpty(beams);
        Assert.All(beams, beam => Assert.Equal(hasHaze, beam.Haze));
    }

    [Theory]
    [InlineData("3-4-2", true)]
    [InlineData("10-10-10", false)]
    public void The_tails_of_packets_have_a_haze_where_they_do_not_crowd(string layers, bool hasHaze)
    {
        var lesson = Lessons.Make(Lessons.Sized(layers, phases: ["forward: 10s"]));
        // The last ones go from the outputs to the loss, each along a line of its own.
        var end = lesson.FrameCount / 2;
        var comets = Enumerable.Range(0, end).SelectMany(n => lesson.FrameAt(n).Items.OfType<Comet>()).ToList();
        Assert.NotEmpty(comets);
        Assert.All(comets, comet => Assert.Equal(hasHaze, comet.Haze));
    }

    [Theory]
    [InlineData("3-4-2", 20)]
    [InlineData("10-10-10", 100)]
    public void In_a_crowd_of_weights_only_those_that_take_a_large_step_shine(string layers, int most)
    {
        var lesson = Lessons.Make(Lessons.Sized(layers, phases: ["forward", "loss", "backward", "weight_update"]));
        var shining = lesson.Chapter("weight_update").Frames(every: 5).Max(n => Light.MovingBeams(lesson.FrameAt(n)).Count());
        Assert.InRange(shining, layers == "3-4-2" ? 20 : 1, most);
    }

    [Theory]
    [InlineData("3-4-2", 14, 40)]
    [InlineData("10-10-10", 2, 12)]
    public void A_crowd_of_edges_steps_back_in_fewer_steps_than_frames(string layers, int fewest, int most)
    {
        var lesson = Lessons.Make(Lessons.Sized(layers, phases: ["forward", "loss", "backward", "chain_rule"]));
        var opacities = lesson.Chapter("chain_rule").Frames(every: 1)
            .Select(n => lesson.FrameAt(n).Items.OfType<Line>().First().Color.Alpha).Distinct().Count();
        Assert.InRange(opacities, fewest, most);
    }
}
