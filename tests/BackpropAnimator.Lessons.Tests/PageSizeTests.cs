using System.Globalization;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Pages of words and formulas take the room that the picture has.</summary>
public class PageSizeTests
{
    static Frame EndOf(string lesson, string kind, string size)
    {
        var made = new Lesson(ShippedLesson.Read(lesson, $"video.size={size}"), Lessons.Fonts);
        return made.FrameAt(made.Chapter(kind).CompleteFrame);
    }

    // Between the heading and the caption.
    static List<DrawItem> PageIn(Frame frame, SKRect body) =>
        [.. frame.Items.Where(item => item is TextLine or FormulaText && body.Contains(item.Bounds(Lessons.Fonts).Location))];

    static float SmallestIn(IEnumerable<DrawItem> page) => page.Min(item => item is TextLine line ? line.Size : ((FormulaText)item).Size);

    [Theory]
    [InlineData("transpose", "objectives", 46)]
    [InlineData("transpose", "question", 60)]
    [InlineData("transpose", "references", 55)]
    [InlineData("transpose", "formula", 120)]
    [InlineData("cross-entropy", "cancel", 54)]
    [InlineData("story", "table", 44)]
    [InlineData("story", "scoreboard", 34)]
    public void On_a_phone_a_page_is_large_and_reaches_across_its_room(string lesson, string kind, float least)
    {
        var body = StageLayout.For(1080, 1920).Body;
        var page = PageIn(EndOf(lesson, kind, "1080x1920"), body);
        var box = page.Select(item => item.Bounds(Lessons.Fonts)).Aggregate(SKRect.Union);
        Assert.True(SmallestIn(page) >= least, $"{SmallestIn(page)}");
        // What stands around words takes some of the room.
        Assert.True(Math.Max(box.Width / body.Width, box.Height / body.Height) > 0.8f, $"{box.Size} of {body.Size}");
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1080")]
    public void In_other_pictures_a_card_is_as_large_as_its_room_allows(string size)
    {
        var frame = EndOf("transpose", "question", size);
        var card = Assert.Single(frame.Items.OfType<Panel>());
        var (width, height) = (Side(0), Side(1));
        Assert.True(card.Rect.Height > 0.88f * StageLayout.For(width, height).Body.Height, $"{card.Rect.Size}");

        int Side(int index) => int.Parse(size.Split('x')[index], CultureInfo.InvariantCulture);
    }
}
