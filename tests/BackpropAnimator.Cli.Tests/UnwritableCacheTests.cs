namespace BackpropAnimator.Cli.Tests;

/// <summary>The cache only saves time: what is wrong with it is a warning at most.</summary>
public sealed class UnwritableCacheTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // What the variants would all say.
    [Fact]
    public void A_cache_that_cannot_be_written_is_told_once_in_a_batch()
    {
        bench.Write("file", "");
        bench.Write("other.yaml", Workbench.ShortScene);
        var outcome = Backprop.Run(
            "batch", bench.Scene, bench["other.yaml"], "-o", bench["{scene}.mp4"], "--cache", bench["file"], "-q").Expect(0);
        Assert.Single(outcome.Error.Split('\n'), line => line.StartsWith("warning: the cache in ", StringComparison.Ordinal));
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_an_event()
    {
        bench.Write("file", "");
        var outcome = Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["file"], "--json").Expect(0);
        Assert.Contains($"{{\"event\":\"warning\",\"message\":\"the cache in {bench["file"]} cannot be written (", outcome.Output);
        Assert.Equal("", outcome.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_in_the_place_of_a_chunk_does_no_harm_and_goes_with_the_cache(bool clears)
    {
        string[] render = ["render", bench.Scene, "-o", bench["clip.mp4"], "--cache", bench["cache"], "-q"];
        Backprop.Run(render).Expect(0);
        var chunk = Directory.GetFiles(bench["cache/chunks"], "*.mp4")[0];
        File.Delete(chunk);
        Directory.CreateDirectory(chunk);
        File.Delete(bench["clip.mp4"]);

        if (clears) Backprop.Run("cache", "clear", "--cache", bench["cache"]).Expect(0);
        Assert.Equal(!clears, Directory.Exists(chunk));
        Assert.Equal("", Backprop.Run(render).Expect(0).Error);

        Assert.True(File.Exists(chunk));
        Assert.Equal(["nb_read_frames=45"], Tool.Probe(bench["clip.mp4"], "stream=nb_read_frames"));
    }
}
