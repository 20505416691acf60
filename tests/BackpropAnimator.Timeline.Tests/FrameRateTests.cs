namespace BackpropAnimator.Timeline.Tests;

public class FrameRateTests
{
    [Fact]
    public void Frame_n_shows_time_n_over_fps() => Assert.Equal(25, new FrameRate(60).TimeOf(1500));

    [Fact]
    public void Broadcast_rates_are_exact_fractions()
    {
        var rate = new FrameRate(30000, 1001);
        Assert.Equal("30000/1001", rate.ToString());
        Assert.Equal(107_892, rate.FrameAt(3600));
    }

    [Fact]
    public void Half_a_frame_rounds_away_from_zero() => Assert.Equal(1, new FrameRate(1).FrameAt(0.5));
}
