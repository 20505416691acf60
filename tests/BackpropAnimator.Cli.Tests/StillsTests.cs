namespace BackpropAnimator.Cli.Tests;

/// <summary>Frames as pictures: <c>frames</c>, <c>still</c> and <c>sheet</c>.</summary>
public sealed class StillsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    static byte[] PixelsOf(string file)
    {
        var pixels = Tool.Pixels(file);
        Assert.Equal(320 * 180 * 4, pixels.Length);
        return pixels;
    }

    [Fact]
    public void A_still_is_the_frame_that_an_export_of_frames_has_at_that_time()
    {
        Backprop.Run("still", bench.Scene, "--at", "0.9s", "-o", bench["still.png"]).Expect(0);
        Backprop.Run("frames", bench.Scene, "--at", "300ms,0.9s", "-o", bench["some"], "-q").Expect(0);
        Backprop.Run("frames", bench.Scene, "-o", bench["all"], "-q").Expect(0);

        var still = PixelsOf(bench["still.png"]);
        Assert.Equal(["000000.png", "000001.png"], Directory.GetFiles(bench["some"]).Select(Path.GetFileName).Order());
        Assert.Equal(still, PixelsOf(bench["some/000001.png"]));
        Assert.NotEqual(still, PixelsOf(bench["some/000000.png"]));

        // Frame 27 is on screen at 0.9 s, at 30 frames a second.
        Assert.Equal(
            Enumerable.Range(0, 45).Select(n => $"{n:000000}.png"), Directory.GetFiles(bench["all"]).Select(Path.GetFileName).Order());
        Assert.Equal(still, PixelsOf(bench["all/000027.png"]));
    }

    [Fact]
    public void Every_nth_frame_can_be_exported()
    {
        Backprop.Run("frames", bench.Scene, "--every", "10", "-o", bench["frames"], "-q").Expect(0);
        Backprop.Run("still", bench.Scene, "--at", "1s", "-o", bench["still.png"]).Expect(0);

        Assert.Equal(5, Directory.GetFiles(bench["frames"]).Length);
        Assert.Equal(PixelsOf(bench["still.png"]), PixelsOf(bench["frames/000003.png"]));
    }

    [Fact]
    public void A_contact_sheet_has_a_still_for_every_stretch_of_time()
    {
        Backprop.Run("sheet", bench.Scene, "--every", "0.5", "--columns", "2", "--width", "160", "-o", bench["sheet.png"]).Expect(0);

        // Two stills of 160×90 side by side, and one below: a gap of 8 around each, a line of 24 below each.
        Assert.Equal(["width=344", "height=236"], Tool.Probe(bench["sheet.png"], "stream=width,height"));
    }

    [Theory]
    [InlineData("9s")]
    [InlineData("1501ms")]
    public void A_time_after_the_end_is_a_mistake_in_the_command_line(string time)
    {
        var outcome = Backprop.Run("still", bench.Scene, "--at", time, "-o", bench["still.png"]).Expect(2);
        Assert.Contains("the lesson lasts 1.5 s", outcome.Error);
        Assert.Empty(bench.Made);
    }
}
