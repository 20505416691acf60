using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Student;

[Collection(InTheBrowser.Name)]
public sealed class LearningTests(Browser browser) : IDisposable
{
    readonly LessonFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_glass_box_learns_XOR_as_the_trace_does()
    {
        var scene = LessonFolder.Shipped("glass-box-xor");
        await using var page = await StudentPage.OpenAsync(browser, folder.PageOf(scene));

        await page.Page.ClickAsync("#train");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#epochs').textContent === 'epoch 600'");

        var loss = await page.NumberAsync("#mean-loss");
        Assert.True(loss < 0.02, $"{loss}");
        Assert.Equal(folder.TraceOf(scene).GetProperty("history")[600].GetProperty("loss").GetDouble(), loss);
        Assert.Contains("4 of 4 right", await page.Page.InnerTextAsync("#training"));
        await page.Page.GetByText("Done: after 600 epochs the mean loss has gone from 0.127 to 0.006.").WaitForAsync();
        // What has been learned is seen: by the example in view, and over the whole plane of inputs.
        Assert.True(await page.NumberAsync("[data-unit='2-0']", "data-a") > 0.85);
        Assert.True(await page.NumberAsync(".map", "data-first") > 0.85);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task What_a_scene_says_stays_text()
    {
        const string Hostile = "<img src=x onerror=document.title='hurt'></script><script>document.title='hurt'</script>{{boot}}";
        var scene = folder.Write("hostile.yaml", $$"""
            title: "{{Hostile}}"
            network: { layers: [2, 2, 1], seed: 3, inputs: ["{{Hostile}}", b] }
            example: { input: [0.5, 0.9], target: [1] }
            phases:
              - objectives: ["{{Hostile}}"]
              - question: { text: "{{Hostile}}", answer: "*a* **b** {{Hostile}}" }
              - references: [{ authors: "{{Hostile}}", year: 1986, title: "{{Hostile}}" }]
              - intro
            """);

        await using var page = await StudentPage.OpenAsync(browser, folder.PageOf(scene));

        Assert.Equal(Hostile, await page.Page.InnerTextAsync("h1"));
        Assert.Equal(Hostile, await page.Page.TextContentAsync(".objectives li"));
        Assert.Equal(Hostile, await page.Page.TitleAsync());
        Assert.Equal(0, await page.Page.Locator("img").CountAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_folder_works_below_any_address_in_the_lessons_language_on_a_phone()
    {
        LessonFolder.Run("web", LessonFolder.Shipped("transpose"), "--language", "vi", "-o", folder["site"]);
        await using var context = await browser.ContextAsync(width: 390, height: 844);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*", route => route.Request.Url.StartsWith("https://school.test/course/7/", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { Path = Path.Combine(folder["site"], Path.GetFileName(new Uri(route.Request.Url).LocalPath)) })
            : route.AbortAsync());

        await page.GotoAsync("https://school.test/course/7/index.html");
        await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });

        Assert.Equal("vi", await page.GetAttributeAsync("html", "lang"));
        Assert.Contains("Bước tiếp", await page.InnerTextAsync("#next"));
        Assert.Equal("true", await page.GetAttributeAsync(".stage", "data-tall"));
        // Nothing is wider than the screen.
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        // The answer waits to be asked for.
        Assert.False(await page.IsVisibleAsync(".question details p >> nth=0"));
        await page.ClickAsync(".question summary >> nth=0");
        Assert.True(await page.IsVisibleAsync(".question details p >> nth=0"));
    }
}
