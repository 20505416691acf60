namespace BackpropAnimator.Timeline.Tests;

public class ScheduleTests
{
    [Fact]
    public void The_flagships_seven_phases_last_3240_frames_at_60_fps()
    {
        var schedule = new Schedule([3, 9, 6, 16, 8, 6, 6], new(60));
        Assert.Equal(3240, schedule.FrameCount);
        Assert.Equal((180, 720), schedule.FramesOf(1));
        Assert.Equal((3, 0.5), schedule.At((18 * 60) + 30));
    }

    [Fact]
    public void Rounding_the_ends_keeps_a_thousand_odd_phases_from_drifting()
    {
        var schedule = new Schedule(Enumerable.Repeat(1.0 / 3, 1000), new(25));
        Assert.Equal(8333, schedule.FrameCount);
        Assert.Equal(schedule.FrameCount, Enumerable.Range(0, 1000).Sum(p => schedule.FramesOf(p).End - schedule.FramesOf(p).First));
    }

    [Fact]
    public void Every_frame_belongs_to_the_phase_whose_frames_hold_it()
    {
        var schedule = new Schedule([0.51, 0.004, 0.27, 1.9], new(24));
        for (var frame = 0; frame < schedule.FrameCount; frame++)
        {
            var (phase, time) = schedule.At(frame);
            var (first, end) = schedule.FramesOf(phase);
            Assert.InRange(frame, first, end - 1);
            Assert.InRange(time, 0, schedule.Intervals[phase].Duration + 1.0 / 24);
        }
    }

    [Fact]
    public void A_frame_beyond_the_last_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Schedule([1], new(10)).At(10));
}
