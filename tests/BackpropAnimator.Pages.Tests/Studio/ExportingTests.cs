using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SkiaSharp;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>Files that are asked for on the page: the studio makes them, whether the page is open or not.</summary>
[Collection(InTheBrowser.Name)]
public class ExportingTests(Browser browser)
{
    const string Small = """
        title: Small
        video: { size: 320x180, fps: 30 }
        network: { layers: [2, 1] }
        example: { input: [1, 0], target: [1] }
        phases: [intro: 0.5s, forward: 0.5s]

        """;

    [Fact]
    public async Task A_video_a_still_and_a_gif_are_made_and_can_be_had()
    {
        await using var studio = await OpenStudio.StartAsync(Small);
        var page = await studio.OpenPageAsync(browser);
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Export" }).ClickAsync();
        await page.PressAsync("]");
        await page.ShowsAsync(15);
        foreach (var (press, file) in new[]
        {
            ("Render", "lesson.mp4"), ("Save still", "lesson-0.50s.png"), ("Make GIF", "lesson.forward.gif"),
        })
        {
            await page.Page.GetByRole(AriaRole.Button, new() { Name = press }).ClickAsync();
            await page.ReadsAsync(".jobs li:first-child[data-state=finished] .file", file);
        }
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator(".jobs li:last-child .get").ClickAsync());
        Assert.Equal("lesson.mp4", download.SuggestedFilename);
        Assert.Equal(File.ReadAllBytes(Path.Combine(studio.Output, "lesson.mp4")), File.ReadAllBytes(await download.PathAsync()));

        Assert.Equal(["lesson-0.50s.png", "lesson.forward.gif", "lesson.mp4"], NamesIn(studio.Output));
        using var client = await studio.LetInAsync();
        using var shown = SKBitmap.Decode(await client.GetByteArrayAsync("/still/1/15"));
        using var still = SKBitmap.Decode(Path.Combine(studio.Output, "lesson-0.50s.png"));
        Assert.Equal(shown.Pixels, still.Pixels);
    }

    [Fact]
    public async Task What_is_cancelled_leaves_nothing_and_what_is_asked_for_goes_on_without_a_page()
    {
        // Two minutes of a large picture: it cannot be finished before it is cancelled.
        await using var studio = await OpenStudio.StartAsync(Long);
        var page = await studio.OpenPageAsync(browser);
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Export" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Render" }).ClickAsync();
        await page.ReadsAsync(".jobs [data-state=running] .hint", "frames");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save still" }).ClickAsync();
        await page.ReadsAsync(".jobs [data-state=waiting] .hint", "waits for its turn");
        await page.Page.CloseAsync();

        using var client = await studio.LetInAsync();
        Assert.Equal(["waiting", "running"], await StatesAsync(client));
        var request = new HttpRequestMessage(HttpMethod.Delete, "/renders/1");
        request.Headers.Add("Origin", studio.Root.GetLeftPart(UriPartial.Authority));
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
        await UntilAsync(async () => (await StatesAsync(client)).SequenceEqual(["finished", "cancelled"]));
        Assert.Equal(["lesson-0.00s.png"], NamesIn(studio.Output));
    }

    [Fact]
    public async Task A_studio_that_is_closed_stops_what_it_makes_and_leaves_nothing_half_written()
    {
        await using var studio = await OpenStudio.StartAsync(Long);
        using var client = await studio.LetInAsync();
        await client.GetAsync("/lesson");
        Assert.Equal(200, await studio.PostAsync(client, "/renders/1/0", """{ "what": "video" }""").StatusAsync());
        await UntilAsync(() => Task.FromResult(Directory.Exists(studio.Output) && NamesIn(studio.Output).Any()));
        await studio.CloseAsync();

        Assert.Empty(NamesIn(studio.Output));
    }

    [Fact]
    public async Task What_cannot_be_made_is_said()
    {
        await using var studio = await OpenStudio.StartAsync(Small);
        using var client = await studio.LetInAsync();
        await client.GetAsync("/lesson");
        foreach (var body in new[]
        {
            """{ "what": "video", "format": "../../x" }""", """{ "what": "still", "format": "exe" }""", """{ "what": "all" }""", "3",
        })
        {
            var answer = await studio.PostAsync(client, "/renders/1/0", body);
            Assert.Equal(400, (int)answer.StatusCode);
            Assert.Contains("Expected { \"what\"", await answer.Content.ReadAsStringAsync());
        }
        Assert.False(Directory.Exists(studio.Output));
    }

    static string Long => OpenStudio.Scene.Replace("loss: 1.5s", "loss: 120s", StringComparison.Ordinal);

    static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    static async Task<string[]> StatesAsync(HttpClient client) =>
        [.. JsonNode.Parse(await client.GetStringAsync("/renders"))!["jobs"]!.AsArray().Select(job => job!["state"]!.GetValue<string>())];

    static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await holds()) return;
            await Task.Delay(20);
        }
        Assert.Fail("It did not come to pass in ten seconds.");
    }
}
