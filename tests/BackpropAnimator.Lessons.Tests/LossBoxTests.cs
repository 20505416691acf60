using BackpropAnimator.Drawing;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The loss's formula in its box can be read, and stands clear of the heading and the number.</summary>
public class LossBoxTests
{
    const float Clearance = 6;

    public static TheoryData<string, string> Shapes()
    {
        var shapes = new TheoryData<string, string>();
        foreach (var loss in Loss.All)
            foreach (var size in new[] { "1920x1080", "1280x800", "1080x1080" }) shapes.Add(loss.Name, size);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_formula_in_the_box_is_as_large_as_text_and_clear_of_what_is_above_and_below(string loss, string size)
    {
        var output = loss == "categorical_cross_entropy" ? "softmax" : "sigmoid";
        var lesson = Lessons.Make(Lessons.Sized("2-3-2", $"[tanh, {output}]", loss, phases: ["forward", "loss"]), $"video.size={size}");
        var items = lesson.FrameAt(lesson.FrameCount - 20).Items;
        var box = BoxAround(items);
        var formulas = items.OfType<FormulaText>().Where(formula => box.Contains(formula.Bounds(Lessons.Fonts))).ToList();
        var words = items.OfType<TextLine>().Where(text => box.Contains(text.Bounds(Lessons.Fonts))).ToList();

        var formula = Assert.Single(formulas);
        Assert.InRange(formula.Size, size == "1080x1080" ? 22 : 25, 40);
        Assert.Equal(2, words.Count);
        Assert.All(words, text =>
        {
            var (ink, own) = (text.Bounds(Lessons.Fonts), formula.Bounds(Lessons.Fonts));
            own.Inflate(0, Clearance);
            Assert.False(own.IntersectsWith(ink), $"{text.Text} {ink} touches {own}");
        });
    }

    [Fact]
    public void In_tall_pictures_where_the_panel_below_is_wider_the_box_is_all_number()
    {
        var lesson = Lessons.Make(Lessons.Sized("2-3-2", phases: ["forward", "loss"]), "video.size=1080x1920");
        var items = lesson.FrameAt(lesson.FrameCount - 20).Items;
        var box = BoxAround(items);

        Assert.DoesNotContain(items.OfType<FormulaText>(), formula => box.IntersectsWith(formula.Bounds(Lessons.Fonts)));
        var number = items.OfType<TextLine>().Single(text => box.Contains(text.Bounds(Lessons.Fonts)) && text.Text != "Loss L");
        Assert.InRange(number.Size, 60, 100);
    }

    // The panel that "Loss L" stands in.
    static SkiaSharp.SKRect BoxAround(IReadOnlyCollection<DrawItem> items)
    {
        var heading = items.OfType<TextLine>().Single(text => text.Text == "Loss L").Position;
        return items.OfType<Panel>().Select(panel => panel.Rect)
            .Where(rect => rect.Contains(heading.X, heading.Y)).MinBy(rect => rect.Width);
    }
}
