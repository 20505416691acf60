using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>
/// The lock of a saturated output: it holds where its slope is a factor of δ, and springs open where the loss strikes that slope out.
/// </summary>
public class LockTests
{
    static Lesson Through(string loss) => Lessons.Make($$"""
        network: { layers: [1, 1, 1], loss: {{loss}}, weights: [[[1]], [[1]]], biases: [[0], [5]] }
        example: { input: [1], target: [0] }
        phases: [forward: 2s, loss: 2s, backward: 10s]
        """, "video.fps=30");

    static List<Padlock> LocksOf(Lesson lesson) =>
        [.. lesson.Chapter("backward").Frames(1).SelectMany(n => lesson.FrameAt(n).Items.OfType<Padlock>())];

    [Fact]
    public void With_squared_error_it_stays_closed_to_the_end()
    {
        var lesson = Through("half_squared_error");
        Assert.All(LocksOf(lesson), padlock => Assert.Equal(0, padlock.Opened));
        Assert.Single(lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<Padlock>());
    }

    [Fact]
    public void A_thick_flame_comes_to_it_and_a_hairline_goes_on()
    {
        var lesson = Through("half_squared_error");
        var frame = lesson.FrameAt(lesson.FrameCount - 1);
        var comes = frame.Items.OfType<Beam>().Where(beam => beam.Role == RoleOf.FireIn).ToList();
        var goes = frame.Items.OfType<Beam>().Where(beam => beam.Role == RoleOf.Afterglow && Fire(beam)).ToList();

        Assert.NotEmpty(comes);
        Assert.All(goes, beam => Assert.True(beam.Width < 0.3f * comes[0].Width, $"{beam.Width}"));
        Assert.All(goes, beam => Assert.True(beam.Color.Alpha < 0.5 * comes[0].Color.Alpha, $"{beam.Color}"));

        static bool Fire(Beam beam) => beam.Color.Red > beam.Color.Blue;
    }

    [Fact]
    public void Packets_are_thin_once_they_are_past_it()
    {
        var lesson = Through("half_squared_error");
        var comets = lesson.Chapter("backward").Frames(1).SelectMany(n => lesson.FrameAt(n).Items.OfType<Comet>()).ToList();
        var output = LocksOf(lesson)[0].Bounds(Lessons.Fonts).Left;
        var before = comets.Where(comet => comet.Tail.X > output).ToList();
        var beyond = comets.Where(comet => comet.Head.X < output).ToList();

        Assert.NotEmpty(beyond);
        Assert.True(beyond.Max(comet => comet.Width) < 0.4f * before.Min(comet => comet.Width));
    }

    [Fact]
    public void With_cross_entropy_it_springs_open_and_has_gone_when_the_wave_moves_on()
    {
        var lesson = Through("binary_cross_entropy");
        var opened = LocksOf(lesson).Select(padlock => padlock.Opened).ToList();
        Assert.Equal(0, opened[0], 0.001f);
        Assert.Equal(1, opened[^1], 0.001f);
        Assert.Empty(lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<Padlock>());
        // The wave has left the output when δ appears above the hidden unit.
        foreach (var n in lesson.Chapter("backward").Frames(1))
        {
            var items = lesson.FrameAt(n).Items;
            if (items.OfType<TextLine>().Count(t => t.Role == RoleOf.Delta && t.Color.Alpha > 20) > 1)
                Assert.Empty(items.OfType<Padlock>());
        }
    }
}
