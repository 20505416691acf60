namespace BackpropAnimator.Lessons.Tests;

/// <summary>A phase can be shown at any duration of at least one frame.</summary>
public class DurationTests
{
    [Theory]
    [InlineData("1", "1s")]
    [InlineData("60", "0.0167s")]
    [InlineData("240", "0.0042s")]
    [InlineData("30000/1001", "0.0334s")]
    public void Phases_of_a_single_frame_can_be_shown(string fps, string duration)
    {
        var lesson = Lessons.Make(Lessons.Flagship, [$"video.fps={fps}", .. AllLasting(duration)]);
        Assert.InRange(lesson.FrameCount, 7, 8);
        Frames.AssertDrawable(lesson, every: 1);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(4)]
    public void Phases_of_other_durations_end_with_the_same_numbers(double scale)
    {
        var usual = Lessons.Make(Lessons.Flagship);
        var other = Lessons.Make(Lessons.Flagship, Scaled(scale));
        foreach (var kind in new[] { "forward", "loss", "backward", "weight_update" })
            Assert.Equal(At(usual, kind), At(other, kind));

        static string[] At(Lesson lesson, string kind) =>
            [.. lesson.FrameAt(lesson.Chapter(kind).EndFrame - 1).Items.OfType<Drawing.TextLine>().Where(t => t.Color.Alpha > 128)
                .Select(t => t.Text)];
    }

    [Theory]
    [InlineData("1")]
    [InlineData("240")]
    public void Every_frame_rate_shows_the_same_lesson(string fps)
    {
        var lesson = Lessons.Make(Lessons.Flagship, $"video.fps={fps}");
        Assert.Equal(54 * int.Parse(fps, System.Globalization.CultureInfo.InvariantCulture), lesson.FrameCount);
        Frames.AssertDrawable(lesson, every: lesson.FrameCount / 54);
        // The same moment is the same picture.
        Assert.Equal(Lessons.Make(Lessons.Flagship, "video.fps=60").FrameAt(60 * 20), lesson.FrameAt(lesson.FrameCount / 54 * 20));
    }

    static IEnumerable<string> AllLasting(string duration) => Lessons.Kinds.Select(kind => $"phases.{kind}.duration={duration}");

    /// <summary>Overrides that make every phase of the flagship last this many times as long.</summary>
    public static string[] Scaled(double scale) =>
        [.. Lessons.Read(Lessons.Flagship).Phases.Select(p =>
            FormattableString.Invariant($"phases.{p.Kind}.duration={p.Duration * scale}s"))];
}
