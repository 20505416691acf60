using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Bars: their lengths are their values on the scale, and their numbers stand at their ends.</summary>
public class BarsTests
{
    static readonly Palette palette = Palette.Dark;
    static readonly SKRect area = new(100, 100, 900, 600);
    static readonly Bar[] values = [new("1", 1e-5, palette.Backward), new("2", 1e-3, palette.Backward), new("3", 0.1, palette.Backward)];

    static Frame Draw(BarDirection direction, Scale scale, double grown = 1)
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(palette));
        new Bars(area, direction, scale, palette, labelRoom: 60, values.Length).Draw(frame, values, _ => new(grown), opacity: 1);
        return frame.ToFrame();
    }

    [Fact]
    public void On_a_logarithmic_scale_a_hundred_times_as_much_is_as_much_higher_each_time()
    {
        var heights = Draw(BarDirection.Up, new LogScale(-6, 0)).Items.OfType<Panel>().Select(bar => bar.Rect.Height).ToList();

        Assert.Equal(heights[1] - heights[0], heights[2] - heights[1], 2f);
        Assert.Equal(heights[0], (heights[1] - heights[0]) / 2, 2f);
    }

    [Fact]
    public void Bars_to_the_right_are_as_long_as_their_share_of_the_scale()
    {
        var widths = Draw(BarDirection.Right, new LinearScale(0, 0.2, 0.1)).Items.OfType<Panel>().Select(bar => bar.Rect.Width).ToList();

        // The smallest is less than a unit long and has no bar, only its number.
        Assert.Equal(2, widths.Count);
        Assert.Equal(100, widths[1] / widths[0], 1f);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_bar_carries_its_number_and_its_label_clear_of_it(bool isUpright)
    {
        var frame = Draw(isUpright ? BarDirection.Up : BarDirection.Right, new LogScale(-6, 0));
        var (bars, texts) = (frame.Items.OfType<Panel>().ToList(), frame.Items.OfType<TextLine>().ToList());

        Assert.Equal(["1", "1·10⁻⁵", "2", "0.001", "3", "0.100"], texts.Select(text => text.Text));
        Assert.All(
            texts,
            text => Assert.All(bars, bar => Assert.False(bar.Rect.IntersectsWith(text.Bounds(Lessons.Fonts)), $"{text.Text} {bar.Rect}")));
        Assert.All(
            frame.Items,
            item =>
                Assert.True(
                    item.Bounds(Lessons.Fonts) is var b && b.Left >= area.Left && b.Right <= area.Right && b.Top >= area.Top
                        && b.Bottom <= area.Bottom,
                    $"{item}"));
    }

    [Fact]
    public void A_growing_bar_has_no_number_until_it_is_its_own()
    {
        var scale = new LogScale(-6, 0);
        var half = Draw(BarDirection.Up, scale, grown: 0.5);
        var full = Draw(BarDirection.Up, scale);

        var tallest = (Half: half.Items.OfType<Panel>().Last(), Full: full.Items.OfType<Panel>().Last());
        Assert.Equal(0.5f, tallest.Half.Rect.Height / tallest.Full.Rect.Height, 0.001f);
        Assert.Equal(values.Select(bar => bar.Label), half.Items.OfType<TextLine>().Select(text => text.Text));
        var numbers = Enumerable.Range(0, 101).SelectMany(i => Draw(BarDirection.Up, scale, i / 100.0).Items.OfType<TextLine>())
            .Select(text => text.Text).Distinct();
        Assert.Equal(["0.001", "0.100", "1·10⁻⁵"], numbers.Except(values.Select(bar => bar.Label)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_negative_value_is_as_long_as_its_size_and_keeps_its_sign()
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(palette));
        new Bars(area, BarDirection.Right, new LinearScale(0, 1, 0.5), palette, 60, 2)
            .Draw(frame, [new("a", -0.5, palette.Negative), new("b", 0.5, palette.Positive)], _ => new(1), 1);
        var made = frame.ToFrame();

        Assert.Single(made.Items.OfType<Panel>().Select(bar => bar.Rect.Width).Distinct());
        Assert.Equal(["a", "−0.500", "b", "0.500"], made.Items.OfType<TextLine>().Select(text => text.Text));
    }

    [Fact]
    public void A_bar_of_nothing_has_no_length_and_says_so()
    {
        var frame = new FrameBuilder(new(1920, 1080), Backdrop.Of(palette));
        new Bars(area, BarDirection.Up, new LogScale(-3, 0), palette, 60, 1).Draw(frame, [new("1", 0, palette.Backward)], _ => new(1), 1);

        Assert.Empty(frame.ToFrame().Items.OfType<Panel>());
        Assert.Contains(frame.ToFrame().Items.OfType<TextLine>(), text => text.Text == "0.000");
    }
}
