using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>Changes that leave the scene without a lesson: what is told, what is refused, and what is asked before.</summary>
[Collection(InTheBrowser.Name)]
public class TroubledDraftTests(Browser browser)
{
    const string TooFast = """{ "edits": [{ "set": "network.learning_rate", "number": 1e9 }] }""";

    static async Task<JsonNode> JsonAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(path))!;

    static string[] ErrorsOf(JsonNode lesson) =>
        [.. lesson["problems"]!.AsArray().Where(p => (string)p!["severity"]! == "error").Select(p => (string)p!["message"]!)];

    [Fact]
    public async Task A_field_has_what_is_written_and_the_problem_under_it_until_it_is_mended()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var field = page.Page.GetByLabel("seed, exact");
        await field.FillAsync("-5");
        await page.PressAsync("Enter");
        await page.ReadsAsync(".number.wrong .problem", "seed: expected");
        await field.FillAsync("");
        await page.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("-5");
        await page.Page.ReloadAsync();
        await Assertions.Expect(field).ToHaveValueAsync("-5");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "9:16" })).ToBeDisabledAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Duplicate" })).ToBeDisabledAsync();
        await Assertions.Expect(page.Page.Locator("#panel-export button").First).ToBeDisabledAsync();

        await page.PressAsync("Control+s");
        await page.ReadsAsync("dialog.confirm", "The scene has a problem. Save anyway?");
        await page.PressAsync("Escape");
        Assert.Equal(OpenStudio.Scene, File.ReadAllText(studio.File));
        await field.FillAsync("5");
        await page.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator(".number.wrong")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_written_and_cannot_be_shown_is_told_with_its_place()
    {
        await using var studio = await OpenStudio.StartAsync(
            OpenStudio.Scene.Replace("seed: 3", "learning_rate: 0.5", StringComparison.Ordinal));
        using var client = await studio.LetInAsync();
        await client.GetAsync("/lesson");
        Assert.Equal(200, await studio.PostAsync(client, "/edits", TooFast).StatusAsync());

        var problem = (await JsonAsync(client, "/lesson"))["problems"]![0]!;
        var rate = (await JsonAsync(client, "/options/1/0"))["network"]![0]!;

        Assert.Equal("1000000000", (string)rate["written"]!);
        Assert.Equal([(int)problem["line"]!, (int)problem["column"]!], rate["start"]!.AsArray().Select(at => (int)at!));
    }

    [Fact]
    public async Task A_phase_stays_where_it_is_where_it_could_not_be_shown_elsewhere()
    {
        var scene = OpenStudio.Scene + "  - backward: 1s\n  - weight_update: 1s\n";
        await using var studio = await OpenStudio.StartAsync(scene);
        using var client = await studio.LetInAsync();
        await client.GetAsync("/lesson");
        foreach (var edit in new[] { """{ "move": 2, "to": 3 }""", """{ "delete": 2 }""" })
        {
            var answer = await studio.PostAsync(client, "/edits", $$"""{ "edits": [{{edit}}] }""");
            Assert.Equal(422, (int)answer.StatusCode);
            Assert.Contains("'backward' needs 'loss' before it", await answer.Content.ReadAsStringAsync());
        }
        Assert.False((bool)(await JsonAsync(client, "/lesson"))["is_changed"]!);

        Assert.Equal(200, await studio.PostAsync(client, "/edits", TooFast).StatusAsync());
        var whileBroken = await studio.PostAsync(client, "/edits", """{ "edits": [{ "duplicate": 0 }] }""");
        Assert.Contains("phases stay as they are while the scene has problems", await whileBroken.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_scene_with_problems_is_saved_only_where_that_is_meant()
    {
        await using var studio = await OpenStudio.StartAsync();
        using var client = await studio.LetInAsync();
        Assert.Equal(200, await studio.PostAsync(client, "/edits", TooFast).StatusAsync());
        var asked = await studio.PostAsync(client, "/save", "{}");
        Assert.Equal(428, (int)asked.StatusCode);
        Assert.Contains("learning_rate: expected a number over 0", await asked.Content.ReadAsStringAsync());
        Assert.Equal(OpenStudio.Scene, File.ReadAllText(studio.File));

        Assert.Equal(200, await studio.PostAsync(client, "/save", """{ "anyway": true }""").StatusAsync());
        Assert.Contains("learning_rate: 1000000000", File.ReadAllText(studio.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_that_do_not_hold_are_told_beside_the_picture()
    {
        await using var studio = await OpenStudio.StartAsync(OpenStudio.Scene + "expect: loss_before < 0\n");
        using var client = await studio.LetInAsync();

        var lesson = await JsonAsync(client, "/lesson");

        Assert.True((bool)lesson["is_current"]!);
        Assert.Empty(ErrorsOf(lesson));
        Assert.Contains("expected loss_before < 0", (string)lesson["problems"]![0]!["message"]!);
    }

    [Fact]
    public async Task Texts_are_written_and_phases_doubled_and_taken_out_on_the_page()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.PressAsync("]");
        await page.Page.GetByLabel("caption", new() { Exact = true }).FillAsync("Ahead, and on");
        await page.Page.GetByLabel("title of the lesson").FillAsync("Two: units");
        await page.PressAsync("Control+s");
        await page.ReadsAsync("#notes", "Saved.");
        var written = OpenStudio.Scene.Replace("en: Forward,", "en: \"Ahead, and on\",", StringComparison.Ordinal)
            .Replace("en: Two units,", "en: \"Two: units\",", StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(studio.File));

        var blocks = page.Page.Locator(".block");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Duplicate" }).ClickAsync();
        await Assertions.Expect(blocks).ToHaveCountAsync(4);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(blocks).ToHaveCountAsync(3);
    }
}
