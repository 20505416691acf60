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
    public async Task A_step_learns_from_the_example_in_view_unless_the_mean_over_all_is_asked_for()
    {
        await using var page = await OpenAsync("glass-box-xor");
        await page.StepToLastDeltaAsync(layers: 2);
        await page.Page.ClickAsync("#next");

        // Against the gradient that is shown, and the loss that is shown falls.
        var gradient = await page.NumberAsync("[data-edge='1-0-0']", "data-gradient");
        var change = await page.NumberAsync("[data-edge='1-0-0']", "data-after") - await WeightAsync(page, "1-0-0");
        Assert.Equal(-2 * gradient, change, 12);
        Assert.Contains("the loss goes from 0.118 to 0.061", await page.Page.InnerTextAsync(".sentence"));
        Assert.Equal("falls", await page.Page.GetAttributeAsync(".loss-badge", "data-trend"));

        await page.Page.ClickAsync(".source label >> nth=1");

        Assert.Contains("mean gradient of 4 examples", await page.Page.InnerTextAsync(".sentence"));
        var trace = folder.TraceOf(LessonFolder.Shipped("glass-box-xor"));
        Assert.Equal(
            trace.GetProperty("after").GetProperty("layers")[1].GetProperty("weights")[0][0].GetDouble(),
            await page.NumberAsync("[data-edge='1-0-0']", "data-after"));
    }

    [Fact]
    public async Task The_loss_stands_beside_the_output_with_the_gap_to_its_target_and_an_update_shows_where_weights_go()
    {
        await using var page = await OpenAsync("glass-box-xor");
        Assert.False(await page.Page.IsVisibleAsync(".loss-badge"));

        foreach (var _ in Enumerable.Range(0, 3)) await page.Page.ClickAsync("#next");

        Assert.Equal("L 0.118", await page.Page.TextContentAsync(".loss-badge text"));
        Assert.Equal("ŷ − y −0.485", await page.Page.TextContentAsync("[data-unit='2-0'] .gap"));

        foreach (var _ in Enumerable.Range(0, 3)) await page.Page.ClickAsync("#next");

        // Each weight with its change, and the chosen one with both its values.
        Assert.Equal(5, await page.Page.Locator(".number:not([display]) text:nth-of-type(2)[data-tint=learned]").CountAsync());
        Assert.StartsWith("w −1.353 → ", await page.Page.TextContentAsync(".chosen text >> nth=0"));
    }

    [Fact]
    public async Task A_unit_opens_its_arithmetic_by_click_and_by_key()
    {
        var trace = folder.TraceOf(LessonFolder.Shipped("gradient-flow"));
        await using var page = await OpenAsync("gradient-flow");

        await page.Page.ClickAsync("[data-unit='1-1'] .disc");

        Assert.Equal(trace.GetProperty("forward")[0].GetProperty("z")[1].GetDouble(), await page.NumberAsync("[data-z]", "data-z"));
        Assert.Contains("comes with the backward pass", await page.Page.InnerTextAsync("#inspector"));

        await page.StepToLastDeltaAsync(layers: 2);
        await page.Page.FocusAsync("[data-unit='1-1'] .disc");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("Hidden 3", await page.Page.InnerTextAsync(".unit-name"));
        Assert.Equal(
            trace.GetProperty("backward")[0].GetProperty("delta")[2].GetDouble(),
            await page.NumberAsync(".unit-view [data-delta]", "data-delta"));
        // Its bias can be turned, as a weight can.
        var z = await page.NumberAsync("[data-z]", "data-z");
        var bias = await page.NumberAsync(".unit-view input.number");
        await page.SlideAsync("#bias", 1.5);
        Assert.Equal(z + 1.5 - bias, await page.NumberAsync("[data-z]", "data-z"), 9);
    }

    [Fact]
    public async Task What_is_no_number_is_told_and_goes_when_one_leaves_the_field()
    {
        await using var page = await OpenAsync("gradient-flow");
        var field = page.Page.Locator(".knobs .knob.forward input.number").First;
        var before = await field.InputValueAsync();

        await field.FillAsync("abc");

        Assert.Equal("true", await field.GetAttributeAsync("aria-invalid"));
        var told = await field.GetAttributeAsync("aria-describedby");
        Assert.Equal("Type a number, such as 0.5.", await page.Page.InnerTextAsync($"#{told}"));

        await field.BlurAsync();

        Assert.Null(await field.GetAttributeAsync("aria-invalid"));
        Assert.Equal(before, await field.InputValueAsync());
    }

    [Fact]
    public async Task A_finger_moves_the_weight_of_the_chosen_connection_while_the_page_stays()
    {
        await using var page = await StudentPage.OpenAsync(
            browser, folder.PageOf(LessonFolder.Shipped("gradient-flow")), width: 390, hasTouch: true);
        Assert.Contains("Tap a connection", await page.Page.InnerTextAsync(".hint"));
        var weight = await WeightAsync(page, "1-0-0");

        await SwipeAsync(page, "[data-edge='1-0-0'] .reach", up: 60);

        // The first pixels tell a drag from a tap.
        Assert.Equal(weight + 0.6, await WeightAsync(page, "1-0-0"), 9);
        Assert.Equal(0, await page.Page.EvaluateAsync<double>("scrollY"));

        await page.Page.ClickAsync(".nudge >> nth=1");
        Assert.Equal(weight + 0.65, await WeightAsync(page, "1-0-0"), 9);
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

    // As a finger does, which browsers scroll by where nothing keeps them from it.
    static async Task SwipeAsync(StudentPage page, string selector, int up)
    {
        var place = (await page.Page.Locator(selector).BoundingBoxAsync())!;
        var (x, y) = (place.X + place.Width / 2, place.Y + place.Height / 2);
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await TouchAsync("touchStart", 0);
        for (var distance = 10; distance <= up; distance += 10) await TouchAsync("touchMove", distance);
        await TouchAsync("touchEnd", null);

        Task TouchAsync(string type, int? distance) => session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = distance is null ? Array.Empty<object>() : [new { x, y = y - distance }],
        });
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
