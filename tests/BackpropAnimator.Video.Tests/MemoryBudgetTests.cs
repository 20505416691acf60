using BackpropAnimator.Video.Rendering;

namespace BackpropAnimator.Video.Tests;

/// <summary>What a render takes is known before its first frame, and it takes no more than it may.</summary>
public class MemoryBudgetTests
{
    const long GB = 1_000_000_000;

    static int Jobs(int width, int height, long limit, int wanted = 0) => new MemoryBudget(new(width, height), 95, limit).Jobs(wanted);

    [Fact]
    public void As_many_jobs_as_processors_when_they_fit() => Assert.Equal(Environment.ProcessorCount, Jobs(1280, 720, 1000 * GB));

    [Fact]
    public void Fewer_when_they_do_not() => Assert.Equal(1, Jobs(3840, 2160, GB));

    [Fact]
    public void As_many_as_wanted_however_few_processors_there_are() => Assert.Equal(40, Jobs(1280, 720, 1000 * GB, wanted: 40));

    [Fact]
    public void A_picture_too_large_for_one_job_is_refused_with_the_figure_and_what_to_do() =>
        Assert.Equal(
            "1 job at 8192x8192 would take 6.44 GB of memory, more than the 4 GB allowed; choose a smaller --size, or allow more with " +
                "--memory.",
            Assert.Throws<RenderException>(() => Jobs(8192, 8192, 4 * GB)).Message);

    [Fact]
    public void More_jobs_than_fit_are_refused_with_how_many_do() =>
        Assert.Equal(
            "8 jobs at 3840x2160 would take 6.84 GB of memory, more than the 4 GB allowed; take --jobs 4 or fewer, or allow more with " +
                "--memory.",
            Assert.Throws<RenderException>(() => Jobs(3840, 2160, 4 * GB, wanted: 8)).Message);

    [Fact]
    public async Task A_render_that_takes_too_much_is_refused_before_its_first_frame()
    {
        using var folder = new TemporaryFolder();
        using var fonts = TestFrames.Fonts();
        var frames = new FrameSequence(10, new(10), _ => throw new InvalidOperationException("a frame was asked for"));

        var error = await Assert.ThrowsAsync<RenderException>(() =>
            VideoRenderer.RenderAsync(
                frames, TestFrames.Settings with { Size = new(8192, 8192) }, fonts, folder["clip.mp4"], new() { MemoryLimit = GB }));

        Assert.Contains("of memory, more than the 1 GB allowed", error.Message);
        Assert.Empty(folder.Names);
    }
}
