namespace BackpropAnimator.Lessons.Tests;

/// <summary>Bounds in the processor time of the best of a few rounds: a busy machine is not the program's fault.</summary>
[Collection(nameof(Alone))]
public class SpeedTests
{
    [Theory]
    [InlineData("3-4-2")]
    [InlineData("784-128-10")]
    public void A_frame_is_made_in_less_than_two_milliseconds(string layers) => AssertFast(Lessons.Make(Lessons.Sized(layers)));

    [Theory]
    [InlineData("saturation")]
    [InlineData("cross-entropy")]
    [InlineData("vanishing")]
    public void A_frame_of_two_networks_in_step_is_made_as_fast(string scene) =>
        AssertFast(Lessons.Make(File.ReadAllText(Path.Combine(Repository.Root, "scenes", scene + ".yaml"))));

    static void AssertFast(Lesson lesson)
    {
        foreach (var chapter in lesson.Chapters)
        {
            var frames = chapter.Frames(every: 10).ToList();
            var best = Enumerable.Range(0, 3).Min(_ =>
            {
                var before = Environment.CpuUsage.TotalTime;
                foreach (var frame in frames) lesson.FrameAt(frame);
                return (Environment.CpuUsage.TotalTime - before) / frames.Count;
            });
            Assert.True(best < TimeSpan.FromMilliseconds(2), $"{chapter.Kind}: {best.TotalMilliseconds:0.00} ms");
        }
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
