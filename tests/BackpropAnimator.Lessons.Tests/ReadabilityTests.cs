using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What a still may not lead its viewer to believe: a number half way for the value, a δ for another unit's.</summary>
public class ReadabilityTests
{
    static readonly Lesson flagship = Lessons.Make(Lessons.Flagship);

    [Theory]
    [InlineData("forward")]
    [InlineData("backward")]
    [InlineData("loss")]
    public void A_number_that_still_counts_is_dimmed(string kind)
    {
        var chapter = flagship.Chapter(kind);
        var final = NumbersIn(flagship.FrameAt(chapter.EndFrame - 40)).ToDictionary(number => number.Position, number => number.Text);
        var counting = 0;
        foreach (var n in chapter.Frames(every: 2))
            foreach (var number in NumbersIn(flagship.FrameAt(n)))
            {
                if (!final.TryGetValue(number.Position, out var value) || number.Text == value) continue;
                counting++;
                Assert.True(number.Color.Alpha < 128, $"{kind}, frame {n}: {number.Text} on its way to {value}");
            }
        Assert.True(counting > 10, $"{counting} seen counting");
    }

    // Values in units, δ above them and the loss in its box stay where they appear.
    static IEnumerable<TextLine> NumbersIn(Frame frame) =>
        frame.Items.OfType<TextLine>().Where(text => char.IsAsciiDigit(text.Text[^1]) && WrittenNumber.In(text.Text).Count() == 1);

    [Fact]
    public void Every_delta_stands_nearer_to_its_own_unit_than_to_any_other_and_has_nothing_between()
    {
        var frame = flagship.FrameAt(flagship.Chapter("backward").EndFrame - 1);
        var units = frame.Items.OfType<Disc>().DistinctBy(disc => disc.Centre).ToList();
        var deltas = frame.Items.OfType<TextLine>()
            .Where(text => text.Text.StartsWith("δ ", StringComparison.Ordinal) && WrittenNumber.In(text.Text).Any()).ToList();
        Assert.Equal(6, deltas.Count);
        foreach (var delta in deltas)
        {
            var own = units.Where(unit => unit.Centre.Y > delta.Position.Y).MinBy(unit => Distance(unit.Centre, delta.Position))!;
            var ink = delta.Bounds(Lessons.Fonts);
            var below = own.Centre.Y - own.Radius - ink.Bottom;
            var above = units.Where(unit => unit.Centre.Y < delta.Position.Y && Math.Abs(unit.Centre.X - own.Centre.X) < 1)
                .Select(unit => ink.Top - unit.Centre.Y - unit.Radius).DefaultIfEmpty(100).Min();
            Assert.True(below < 0.6f * above, $"{delta.Text}: {below} above its unit, {above} below the next");
            Assert.DoesNotContain(
                frame.Items.OfType<Polygon>(),
                pointer =>
                    Distance(pointer.Points.Span.ToArray().MaxBy(point => point.Y), new(own.Centre.X, own.Centre.Y - own.Radius)) < 6);
        }
    }

    static float Distance(SKPoint a, SKPoint b) => (a - b).Length;
}
