using System.Globalization;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Student;

[Collection(InTheBrowser.Name)]
public sealed class SteppingTests(Browser browser) : IDisposable
{
    readonly LessonFolder folder = new();

    public void Dispose() => folder.Dispose();

    Task<StudentPage> OpenAsync(string scene, params string[] options) =>
        StudentPage.OpenAsync(browser, folder.PageOf(LessonFolder.Shipped(scene), options));

    [Fact]
    public async Task Steps_go_forward_to_the_loss_and_back_through_the_layers_by_button_and_by_key()
    {
        await using var page = await OpenAsync("gradient-flow");
        Assert.Null(await page.Page.GetAttributeAsync("[data-unit='1-0']", "data-a"));

        await page.Page.ClickAsync("#next");
        Assert.NotNull(await page.Page.GetAttributeAsync("[data-unit='1-0']", "data-a"));
        Assert.Null(await page.Page.GetAttributeAsync("[data-unit='2-0']", "data-a"));

        foreach (var _ in Enumerable.Range(0, 3)) await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.NotNull(await page.Page.GetAttributeAsync("[data-unit='2-0']", "data-delta"));
        Assert.Null(await page.Page.GetAttributeAsync("[data-unit='1-0']", "data-delta"));

        await page.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Null(await page.Page.GetAttributeAsync("[data-unit='2-0']", "data-delta"));
        Assert.Contains("L = 0.390", await page.Page.InnerTextAsync(".sentence"));
        // All of it from one file, and from nowhere else.
        Assert.Empty(page.AskedFor);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_target_that_slides_through_the_output_turns_the_sign_of_every_gradient_into_it()
    {
        await using var page = await OpenAsync("gradient-flow");
        await page.StepToLastDeltaAsync(layers: 2);
        var output = await page.NumberAsync("[data-unit='2-0']", "data-a");

        await page.SlideAsync("#target-0", Math.Round(output, 2) - 0.05);
        var below = await GradientsIntoFirstOutputAsync(page);
        await page.SlideAsync("#target-0", Math.Round(output, 2) + 0.05);
        var above = await GradientsIntoFirstOutputAsync(page);

        Assert.Equal(4, below.Count);
        Assert.All(below.Zip(above), pair => Assert.True(pair.First > 0 && pair.Second < 0, $"{pair}"));
        Assert.Equal("falls", await page.Page.GetAttributeAsync(".verdict", "data-sign"));
    }

    [Fact]
    public async Task A_dragged_connection_changes_its_weight_and_all_that_follows_from_it()
    {
        await using var page = await OpenAsync("gradient-flow");
        await page.StepToLastDeltaAsync(layers: 2);
        var (weight, output) = (await WeightAsync(page, "1-0-0"), await page.NumberAsync("[data-unit='2-0']", "data-a"));

        var place = (await page.Page.Locator("[data-edge='1-0-0'] .hit").BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(place.X + place.Width / 2, place.Y + place.Height / 2);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(place.X + place.Width / 2, place.Y + place.Height / 2 - 80, new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();

        Assert.Equal(weight + 0.8, await WeightAsync(page, "1-0-0"), 9);
        Assert.True(await page.NumberAsync("[data-unit='2-0']", "data-a") > output);

        // The same by keys, once it has the focus.
        await page.Page.FocusAsync("[data-edge='1-0-0']");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(weight + 0.75, await WeightAsync(page, "1-0-0"), 9);
    }

    [Fact]
    public async Task A_link_keeps_what_was_changed_and_the_place()
    {
        await using var page = await OpenAsync("glass-box-xor");
        await page.SlideAsync("#input-0", 0.37);
        await page.Page.SelectOptionAsync("#activation-0", "tanh");
        await page.SlideAsync("#weight", 1.25);
        await page.Page.ClickAsync("#link");
        var address = page.Page.Url;

        await page.Page.GotoAsync("about:blank");
        await page.GoAsync(address);

        Assert.Equal("tanh", await page.Page.InputValueAsync("#activation-0"));
        Assert.Equal(0.37, await page.NumberAsync("[data-unit='0-0']", "data-a"));
        Assert.Equal(1.25, await WeightAsync(page, "1-0-0"));
    }

    static Task<double> WeightAsync(StudentPage page, string edge) => page.NumberAsync($"[data-edge='{edge}']", "data-weight");

    static async Task<List<double>> GradientsIntoFirstOutputAsync(StudentPage page)
    {
        var edges = await page.Page.Locator("[data-edge^='1-0-']").AllAsync();
        List<double> gradients = [];
        foreach (var edge in edges)
            gradients.Add(double.Parse((await edge.GetAttributeAsync("data-gradient"))!, CultureInfo.InvariantCulture));
        return gradients;
    }
}
