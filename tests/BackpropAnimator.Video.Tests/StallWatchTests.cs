using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video.Tests;

public sealed class StallWatchTests : IDisposable
{
    static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(200);

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    async Task<bool> Stalls(Func<int> framesTaken, Func<bool> isItsTurn, TimeSpan watchFor)
    {
        using var stalled = new CancellationTokenSource();
        using var over = new CancellationTokenSource(watchFor);
        await new StallWatch(folder["out.mp4"], framesTaken, isItsTurn).CancelWhenStalledAsync(Timeout, stalled, over.Token);
        return stalled.IsCancellationRequested;
    }

    [Fact]
    public async Task An_encoder_that_does_nothing_on_its_turn_stalls() =>
        Assert.True(await Stalls(() => 7, () => true, TimeSpan.FromSeconds(60)));

    [Fact]
    public async Task An_encoder_that_waits_for_us_does_not_stall() =>
        Assert.False(await Stalls(() => 7, () => false, Timeout * 4));

    [Fact]
    public async Task An_encoder_that_takes_frames_does_not_stall()
    {
        var frames = 0;
        Assert.False(await Stalls(() => ++frames, () => true, Timeout * 4));
    }

    [Fact]
    public async Task An_encoder_that_writes_does_not_stall() =>
        Assert.False(await Stalls(() => 7, Grow, Timeout * 4));

    bool Grow()
    {
        File.AppendAllText(folder["out.mp4"], "x");
        return true;
    }
}
