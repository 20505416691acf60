namespace BackpropAnimator.Lessons.Tests;

/// <summary>Which way light travels, read from the frames' items.</summary>
public class FlowTests
{
    static readonly Lesson flagship = Lessons.Make(Lessons.Flagship);

    [Fact]
    public void The_cyan_light_travels_left_to_right_through_forward()
    {
        var path = PathOfLight("forward", Light.IsCyan);

        Assert.Equal(path.Order(), path);
        Assert.True(path[^1] - path[0] > 600, string.Join(", ", path));
    }

    [Fact]
    public void The_orange_light_travels_right_to_left_through_backward()
    {
        var path = PathOfLight("backward", Light.IsOrange);

        Assert.Equal(path.OrderDescending(), path);
        Assert.True(path[0] - path[^1] > 600, string.Join(", ", path));
    }

    [Theory]
    [InlineData("forward")]
    [InlineData("backward")]
    public void A_pass_shows_light_of_its_own_direction_only(string kind)
    {
        foreach (var frame in flagship.Chapter(kind).Frames(every: 10))
            Assert.Null(Light.MeanX(flagship.FrameAt(frame), kind == "forward" ? Light.IsOrange : Light.IsCyan));
    }

    static List<double> PathOfLight(string kind, Func<SkiaSharp.SKColor, bool> isColor) =>
        Light.Path(flagship.Chapter(kind), every: 3, frame => Light.MeanX(flagship.FrameAt(frame), isColor));
}
