namespace BackpropAnimator.Lessons.Tests;

/// <summary>The halves of a stage that shows two lessons in step.</summary>
public class SplitStageTests
{
    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    [InlineData(1080, 1080)]
    [InlineData(864, 1080)]
    public void Both_halves_are_of_one_size_apart_and_inside_the_safe_area(int width, int height)
    {
        var layout = StageLayout.For(width, height);
        var (first, second) = (new SplitStage(layout).First, new SplitStage(layout).Second);

        Assert.Equal((first.Area.Width, first.Area.Height), (second.Area.Width, second.Area.Height));
        Assert.False(first.Area.IntersectsWith(second.Area));
        Assert.True(layout.Safe.Contains(first.Area) && layout.Safe.Contains(second.Area));
        Assert.Equal(layout.IsWide, second.Area.Left > first.Area.Right);
        Assert.Equal(!layout.IsWide, second.Area.Top > first.Area.Bottom);
    }
}
