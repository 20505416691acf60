using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>A scene is changed on the studio's page, and written into its file when that is asked for.</summary>
[Collection(InTheBrowser.Name)]
public class TweakingTests(Browser browser)
{
    [Fact]
    public async Task A_dragged_edge_changes_the_duration_and_saving_changes_nothing_else_in_the_file()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var edge = (await page.Page.Locator(".block .edge").Nth(2).BoundingBoxAsync())!;
        var perSecond = (await page.Page.Locator(".ruler").BoundingBoxAsync())!.Width / 3.5f;
        await page.Page.Mouse.MoveAsync(edge.X + edge.Width / 2, edge.Y + edge.Height / 2);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(edge.X + edge.Width / 2 - perSecond / 2, edge.Y + edge.Height / 2, new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();
        await page.ReadsAsync(".time", "/ 0:03.00");
        Assert.Equal(OpenStudio.Scene, File.ReadAllText(studio.File));

        await page.PressAsync("Control+s");
        await page.ReadsAsync("#notes", "Saved.");
        Assert.Equal(OpenStudio.Scene.Replace("- loss: 1.5s", "- loss: 1s", StringComparison.Ordinal), File.ReadAllText(studio.File));
    }

    [Fact]
    public async Task A_block_is_dragged_to_another_place_and_its_remark_goes_with_it()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var blocks = page.Page.Locator(".block > button");
        await blocks.Nth(0).FocusAsync();
        await page.PressAsync("Alt+ArrowRight");
        await Assertions.Expect(blocks.Nth(1).Locator(".kind")).ToHaveTextAsync("intro");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.ReadsAsync("#notes", "Saved.");

        const string opening = "  - intro: 1s          # the opening\n";
        const string forward = "  - forward: { duration: 1s, caption: { en: Forward, vi: Xuôi } }\n";
        Assert.Equal(
            OpenStudio.Scene.Replace(opening + forward, forward + opening, StringComparison.Ordinal), File.ReadAllText(studio.File));
    }

    [Fact]
    public async Task A_slider_draws_at_once_is_one_step_to_undo_and_says_what_the_scene_does_not_write()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var seed = page.Page.GetByLabel("seed", new() { Exact = true });
        await Assertions.Expect(seed).ToHaveValueAsync("3");
        var view = await page.Canvas.GetAttributeAsync("data-view");
        var most = await seed.GetAttributeAsync("max");
        await seed.FillAsync("8");
        await Assertions.Expect(page.Canvas).Not.ToHaveAttributeAsync("data-view", view!);
        await page.PressAsync("Control+s");
        await page.ReadsAsync("#notes", "Saved.");
        Assert.Equal(OpenStudio.Scene.Replace("seed: 3", "seed: 8", StringComparison.Ordinal), File.ReadAllText(studio.File));

        // Nothing moves under the hand that has moved it.
        await Assertions.Expect(seed).ToHaveAttributeAsync("max", most!);
        await page.PressAsync("Control+z");
        await Assertions.Expect(seed).ToHaveValueAsync("3");
        await page.PressAsync("Control+Shift+z");
        await Assertions.Expect(seed).ToHaveValueAsync("8");
        await page.Page.GetByLabel("learning rate, exact").FillAsync("0.3");
        await page.PressAsync("Enter");
        await page.ReadsAsync("#changes button:nth-child(2)", "Undo");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#changes').classList.contains('saved')");
        Assert.Contains("{ layers: [2, 2, 1], learning_rate: 0.3, seed: 8 }", File.ReadAllText(studio.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_editor_saves_meanwhile_and_what_is_changed_here_are_both_kept()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var seed = page.Page.GetByLabel("seed", new() { Exact = true });
        await seed.FillAsync("8");
        await Assertions.Expect(page.Page.Locator("#changes")).ToBeVisibleAsync();
        var edited = OpenStudio.Scene.Replace("loss: 1.5s", "loss: 4s", StringComparison.Ordinal);
        studio.Save(edited);
        await page.ReadsAsync(".time", "/ 0:06.00");
        await page.PressAsync("Control+s");
        await page.ReadsAsync("#notes", "Saved.");
        Assert.Equal(edited.Replace("seed: 3", "seed: 8", StringComparison.Ordinal), File.ReadAllText(studio.File));
    }

    [Fact]
    public async Task What_an_editor_saves_in_the_place_of_a_change_is_told_on_the_page()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.Page.GetByLabel("seed", new() { Exact = true }).FillAsync("8");
        await Assertions.Expect(page.Page.Locator("#changes")).ToBeVisibleAsync();
        studio.Save(OpenStudio.Scene.Replace("seed: 3", "seed: 5", StringComparison.Ordinal));

        await page.ReadsAsync(
            "#notes", "The file has been saved meanwhile: network.seed is now 5 in the file and was 3; your change stands");
    }

    [Fact]
    public async Task The_same_value_changed_in_both_places_is_told_before_anything_is_written()
    {
        await using var studio = await OpenStudio.StartAsync();
        using var client = await studio.LetInAsync();
        const string eight = """{ "edits": [{ "set": "network.seed", "number": 8 }] }""";
        Assert.Equal(200, await studio.PostAsync(client, "/edits", eight).StatusAsync());
        File.WriteAllText(studio.File, OpenStudio.Scene.Replace("seed: 3", "seed: 5", StringComparison.Ordinal));

        // Whether the watcher or the save sees it first: it is said once, and saving again is meant.
        var saved = await studio.PostAsync(client, "/save", "{}");
        if (!saved.IsSuccessStatusCode)
            Assert.Contains("network.seed is now 5 in the file and was 3; your change stands", await saved.Content.ReadAsStringAsync());
        Assert.Equal(200, await studio.PostAsync(client, "/save", "{}").StatusAsync());
        Assert.Equal(OpenStudio.Scene.Replace("seed: 3", "seed: 8", StringComparison.Ordinal), File.ReadAllText(studio.File));
    }

    [Fact]
    public async Task What_cannot_be_changed_is_said()
    {
        await using var studio = await OpenStudio.StartAsync();
        using var client = await studio.LetInAsync();
        foreach (var (body, status, words) in new[]
        {
            ("""{ "edits": [{ "set": "phases[9].duration", "value": "3s" }] }""", 422, "phases has no item [9]"),
            ("""{ "edits": [{ "set": "../../etc/passwd", "value": "3s" }] }""", 422, "is no path such as phases[2].duration"),
            ("""{ "edits": [{ "erase": "phases" }] }""", 400,
                "An edit sets a value, a number or words, removes a key, or moves, deletes or duplicates a phase."),
            ("""{ "edits": [{ "set": 3, "value": "3s" }] }""", 400, "These are no edits"),
            ("[", 400, "These are no edits"),
        })
        {
            var answer = await studio.PostAsync(client, "/edits", body);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal(OpenStudio.Scene, File.ReadAllText(studio.File));
    }
}

static class Answers
{
    /// <summary>Sends what the studio's own page would.</summary>
    public static Task<HttpResponseMessage> PostAsync(this OpenStudio studio, HttpClient client, string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.Add("Origin", studio.Root.GetLeftPart(UriPartial.Authority));
        return client.SendAsync(request);
    }

    public static async Task<int> StatusAsync(this Task<HttpResponseMessage> answer) => (int)(await answer).StatusCode;
}
