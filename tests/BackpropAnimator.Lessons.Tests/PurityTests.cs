using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A frame is a function of its number.</summary>
public class PurityTests
{
    static readonly Lesson flagship = Lessons.Make(Lessons.Flagship, "video.fps=10");

    static readonly Frame[] inOrder = [.. Enumerable.Range(0, flagship.FrameCount).Select(flagship.FrameAt)];

    [Fact]
    public void Frames_asked_for_in_any_order_are_equal()
    {
        var order = Enumerable.Range(0, flagship.FrameCount).ToArray();
        new Random(4).Shuffle(order);
        Assert.All(order, n => Assert.Equal(inOrder[n], flagship.FrameAt(n)));
    }

    [Fact]
    public void Frames_asked_for_from_several_threads_are_equal() =>
        Parallel.For(0, 4 * flagship.FrameCount, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var n = i % flagship.FrameCount;
            Assert.Equal(inOrder[n], flagship.FrameAt(n));
        });

    [Fact]
    public void The_same_scene_made_again_gives_frames_of_the_same_fingerprints()
    {
        var again = Lessons.Make(Lessons.Flagship, "video.fps=10");
        for (var n = 0; n < flagship.FrameCount; n++) Assert.Equal(inOrder[n].Fingerprint(), again.FrameAt(n).Fingerprint());
    }

    [Fact]
    public void Another_seed_gives_other_frames() =>
        Assert.NotEqual(inOrder[^10], Lessons.Make(Lessons.Flagship, "video.fps=10", "network.seed=5").FrameAt(flagship.FrameCount - 10));
}
