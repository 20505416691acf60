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
        Assert.Equal(0, await page.Page.Locator("#panel-inspect td:has-text('-')").CountAsync());
        Assert.True(await page.Page.Locator("#panel-inspect math").CountAsync() > 4);

        await ClickAsync(page, (unit.X + 0.3f * (next.X - unit.X), unit.Y + 0.3f * (next.Y - unit.Y)));
        await page.ReadsAsync("#panel-inspect .name", "Hidden 2 → Output");
        Assert.Equal(step.Before.Layers[1].Weights[0, 1], await NumberAsync(page, "weight"));
        Assert.Equal(step.Backward.Layers[1].WeightGradient[0, 1], await NumberAsync(page, "dL_dw"));
        // Along its edge.
        Assert.Equal(2, await page.Page.Locator("#stage .way.selected line").CountAsync());

        await ClickAsync(page, (0.004f, 0.004f));
        await Assertions.Expect(page.Page.Locator("#panel-inspect .empty")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#stage .selected")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_clicked_is_found_again_at_other_times_and_in_other_shapes_until_it_is_let_go()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var box = page.Page.Locator("#stage .box.selected");
        foreach (var key in new[] { "]", "]", "ArrowLeft" }) await page.PressAsync(key);
        await page.ShowsAsync(Frame);
        await ClickAsync(page, Centre(new Lesson(Scene.Load(studio.File)), "unit 1.1"));
        await page.ReadsAsync("#panel-inspect .name", "Hidden 2");
        Assert.True(await page.Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('#panel-inspect .lines li')].every(line => line.scrollWidth <= line.clientWidth)"));

        await page.PressAsync("Home");
        await page.ReadsAsync("#panel-inspect .absent", "Not in the picture");
        await page.ReadsAsync("#panel-inspect .name", "Hidden 2");
        await Assertions.Expect(box).ToHaveCountAsync(0);

        foreach (var key in new[] { "]", "]", "ArrowLeft" }) await page.PressAsync(key);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "9:16" }).ClickAsync();
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("height", "1280");
        var centre = Centre(new Lesson(Scene.Load(studio.File, overrides: ["video.size=720x1280"])), "unit 1.1");
        await box.WaitForAsync();
        var (canvas, shown) = ((await page.Canvas.BoundingBoxAsync())!, (await box.BoundingBoxAsync())!);
        Assert.Equal(centre.X, (shown.X + shown.Width / 2 - canvas.X) / canvas.Width, 0.01);
        Assert.Equal(centre.Y, (shown.Y + shown.Height / 2 - canvas.Y) / canvas.Height, 0.01);

        await page.PressAsync("Escape");
        await Assertions.Expect(box).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("#panel-inspect .empty")).ToBeVisibleAsync();
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
