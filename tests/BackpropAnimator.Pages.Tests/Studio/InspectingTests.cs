using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>Something in the picture is clicked: the page tells its name, its numbers and how they come about.</summary>
[Collection(InTheBrowser.Name)]
public class InspectingTests(Browser browser)
{
    const int Frame = 119;

    [Fact]
    public async Task A_unit_and_a_connection_tell_the_numbers_of_the_trace()
    {
        await using var studio = await OpenStudio.StartAsync();
        var lesson = new Lesson(Scene.Load(studio.File));
        var step = new LessonNumbers(lesson.Scene).Step;
        var page = await studio.OpenPageAsync(browser);
        await page.PressAsync("]");
        await page.PressAsync("]");
        await page.PressAsync("ArrowLeft");
        await page.ShowsAsync(Frame);

        var (unit, next) = (Centre(lesson, "unit 1.1"), Centre(lesson, "unit 2.0"));
        await ClickAsync(page, unit);
        await page.ReadsAsync("#panel-inspect .name", "Hidden 2");
        Assert.Equal(step.Forward.Layers[0].PreActivation[1], await NumberAsync(page, "z"));
        Assert.Equal(step.Backward.Layers[0].Delta[1], await NumberAsync(page, "delta"));
        await page.Page.Locator("#stage .box.selected").WaitForAsync();
        Assert.True(await page.Page.Locator("#panel-inspect math").CountAsync() > 4);

        await ClickAsync(page, (unit.X + 0.3f * (next.X - unit.X), unit.Y + 0.3f * (next.Y - unit.Y)));
        await page.ReadsAsync("#panel-inspect .name", "Hidden 2 → Output");
        Assert.Equal(step.Before.Layers[1].Weights[0, 1], await NumberAsync(page, "weight"));
        Assert.Equal(step.Backward.Layers[1].WeightGradient[0, 1], await NumberAsync(page, "dL_dw"));

        await ClickAsync(page, (0.004f, 0.004f));
        await Assertions.Expect(page.Page.Locator("#panel-inspect .empty")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#stage .box.selected")).ToHaveCountAsync(0);
    }

    static (float X, float Y) Centre(Lesson lesson, string role)
    {
        var frame = lesson.FrameAt(Frame);
        var disc = frame.Items.OfType<Disc>().Last(disc => disc.Role.Name == role);
        return (disc.Centre.X / frame.Stage.Width, disc.Centre.Y / frame.Stage.Height);
    }

    static async Task ClickAsync(StudioPage page, (float X, float Y) place)
    {
        var canvas = (await page.Canvas.BoundingBoxAsync())!;
        await page.Page.Mouse.ClickAsync(canvas.X + place.X * canvas.Width, canvas.Y + place.Y * canvas.Height);
    }

    // With all of its digits.
    static async Task<double> NumberAsync(StudioPage page, string name) => double.Parse(
        (await page.Page.Locator($"#panel-inspect [data-number={name}] td.current").GetAttributeAsync("title"))!,
        System.Globalization.CultureInfo.InvariantCulture);
}
