namespace BackpropAnimator.Lessons.Tests;

/// <summary>
/// What a frame costs, counted in the memory that composing it takes up, which is the same on every machine. How long it takes,
/// <c>bench/BackpropAnimator.Benchmarks</c> measures.
/// </summary>
public class FrameCostTests
{
    [Theory]
    [InlineData("3-4-2")]
    [InlineData("784-128-10")]
    public void Composing_a_frame_takes_up_little_memory_however_large_the_network_is(string layers) =>
        AssertCheap(Lessons.Make(Lessons.Sized(layers)), mostBytes: 256 << 10);

    // Their networks and curves of losses are others in every frame.
    [Theory]
    [InlineData("saturation")]
    [InlineData("cross-entropy")]
    [InlineData("vanishing")]
    public void So_does_a_frame_of_two_networks_in_step(string scene) =>
        AssertCheap(Lessons.Make(File.ReadAllText(Path.Combine(Repository.Root, "scenes", scene + ".yaml"))), mostBytes: 2 << 20);

    static void AssertCheap(Lesson lesson, long mostBytes) => Assert.All(lesson.Chapters, chapter =>
    {
        var frames = chapter.Frames(every: 10).ToList();
        // What is remembered for all frames is not a frame's.
        foreach (var frame in frames) lesson.FrameAt(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var frame in frames) lesson.FrameAt(frame);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / frames.Count, 0, mostBytes);
    });
}
