namespace BackpropAnimator.Timeline.Tests;

public class MotionTests
{
    public static TheoryData<string, Func<double, double>> Easings() => new()
    {
        { nameof(Easing.Linear), Easing.Linear }, { nameof(Easing.InCubic), Easing.InCubic }, { nameof(Easing.OutCubic), Easing.OutCubic },
        { nameof(Easing.InOutCubic), Easing.InOutCubic }, { nameof(Easing.InOutSine), Easing.InOutSine },
            { nameof(Easing.OutQuint), Easing.OutQuint },
        { nameof(Easing.OutBack), Easing.OutBack },
    };

    [Theory, MemberData(nameof(Easings))]
    public void An_easing_starts_at_0_and_ends_at_1(string name, Func<double, double> easing)
    {
        Assert.True(Math.Abs(easing(0)) < 1e-12 && Math.Abs(easing(1) - 1) < 1e-12, name);
    }

    [Fact]
    public void A_share_of_an_interval_is_an_interval() => Assert.Equal(new Interval(11, 14), new Interval(10, 20).Share(0.1, 0.4));

    [Theory]
    [InlineData(0), InlineData(0.5), InlineData(0.9), InlineData(1)]
    public void Staggered_members_fill_their_interval_from_end_to_end(double overlap)
    {
        var whole = new Interval(2, 10);
        Assert.Equal(2, whole.Staggered(0, 5, overlap).Start, 9);
        Assert.Equal(10, whole.Staggered(4, 5, overlap).End, 9);
    }

    [Fact]
    public void Progress_is_0_before_and_1_after()
    {
        var interval = new Interval(1, 3);
        Assert.Equal([0, 0.5, 1], new[] { 0.0, 2, 4 }.Select(interval.Progress));
    }

    [Fact]
    public void An_empty_interval_is_a_step() => Assert.Equal([0, 1], new[] { 0.9, 1 }.Select(new Interval(1, 1).Progress));

    [Fact]
    public void A_swell_is_dark_outside_and_bright_inside()
    {
        var light = new Interval(1, 5);
        Assert.Equal([0, 1, 0], new[] { 1.0, 3, 5 }.Select(t => light.Swell(t, 0.5, 0.5)));
    }

    [Fact]
    public void Pauses_grow_before_moves_do()
    {
        var natural = Beat.Lay(3, Beat.Move(1), Beat.Pause(1), Beat.Move(1));
        var longer = Beat.Lay(4, Beat.Move(1), Beat.Pause(1), Beat.Move(1));
        Assert.Equal([1, 1, 1], natural.Select(b => b.Duration));
        Assert.Equal([1, 2, 1], longer.Select(b => b.Duration));
    }

    [Theory]
    [InlineData(0.05), InlineData(1), InlineData(100)]
    public void Beats_last_exactly_as_long_as_their_phase(double duration)
    {
        var beats = Beat.Lay(duration, Beat.Move(1.3), Beat.Pause(0.4), Beat.Move(2));
        Assert.Equal(0, beats[0].Start);
        Assert.Equal(duration, beats[^1].End, 9);
    }
}
