namespace BackpropAnimator.Lessons.Tests;

/// <summary>How a film of a training runs through its epochs.</summary>
public class EpochPaceTests
{
    [Theory]
    [InlineData(1, 14)]
    [InlineData(3, 14)]
    [InlineData(60, 14)]
    [InlineData(400, 3)]
    [InlineData(1_000_000, 0.5)]
    [InlineData(1_000_000, 60)]
    public void It_begins_with_the_first_epoch_ends_with_the_last_and_never_turns_back(int epochs, double seconds)
    {
        var pace = new EpochPace(epochs, seconds, firstEpoch: 2);
        var path = Enumerable.Range(-1, 1003).Select(i => pace.EpochAt(seconds * i / 1000)).ToList();
        Assert.Equal(0, path[0]);
        Assert.Equal(epochs, path[^1]);
        Assert.Equal(path.Order(), path);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(100_000)]
    public void The_first_epoch_can_be_followed_and_the_last_ones_run(int epochs)
    {
        var pace = new EpochPace(epochs, 14, firstEpoch: 2);
        var first = Enumerable.Range(0, 1400).First(i => pace.EpochAt(i / 100.0) >= 1) / 100.0;
        Assert.InRange(first, 0.8, 2.1);
        Assert.True(pace.SpeedAt(11) > 4 * pace.SpeedAt(0));
        Assert.True(pace.SpeedAt(13.99) < 0.5 * pace.SpeedAt(11));
    }

    [Fact]
    public void Few_epochs_share_the_time_evenly()
    {
        var pace = new EpochPace(4, 12, firstEpoch: 2);
        Assert.All([0.0, 1, 2, 3, 4], epoch => Assert.Equal(epoch, pace.EpochAt(3 * epoch), 6));
    }
}
