using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>The scene is edited elsewhere while the studio shows it.</summary>
[Collection(InTheBrowser.Name)]
public class SavingTests(Browser browser)
{
    [Fact]
    public async Task A_save_is_shown_and_keeps_the_playhead()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.ScrubAsync(0.5);
        await page.ShowsAsync(105);
        studio.Save(OpenStudio.Scene.Replace("loss: 1.5s", "loss: 4s", StringComparison.Ordinal));

        await page.ReadsAsync(".time", "0:01.75 / 0:06.00");
        await page.ShowsAsync(105);
    }

    [Fact]
    public async Task A_broken_scene_is_told_over_the_last_good_picture_with_line_and_column_and_so_is_one_that_is_gone()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.PressAsync("]");
        await page.ShowsAsync(60);
        studio.Save(OpenStudio.Scene.Replace("- loss:", "- los:", StringComparison.Ordinal));

        await page.ReadsAsync("#banners .broken", "Line 9: unknown phase 'los'");
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Problems" }).ClickAsync();
        await page.ReadsAsync("#panel-problems", "lesson.yaml:9:5");
        await page.ReadsAsync("#panel-problems", "The picture is the last good one.");
        // What was good can still be looked at.
        await page.PressAsync("]");
        await page.ShowsAsync(120);

        File.Delete(studio.File);
        await page.ReadsAsync("#banners .broken", "there is no such file");
        studio.Save(OpenStudio.Scene);
        await Assertions.Expect(page.Page.Locator("#banners .broken")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_scene_that_is_broken_from_the_start_has_a_page_that_says_so()
    {
        await using var studio = await OpenStudio.StartAsync("title: 3\nphase: []\n");
        var page = await studio.GoToAsync(browser);
        await page.ReadsAsync("#stage .wait", "There is no picture yet");
        await page.ReadsAsync("#panel-problems", "lesson.yaml:2:1");
        studio.Save(OpenStudio.Scene);
        await page.Canvas.And(page.Page.Locator("[data-frame]")).WaitForAsync();
    }

    [Fact]
    public async Task Texts_that_are_hard_to_read_have_boxes_and_are_listed_with_their_time()
    {
        await using var studio = await OpenStudio.StartAsync(OpenStudio.Scene.Replace(
            "network:", "theme: { colors: { secondary_text: '#2a3350' } }\nnetwork:", StringComparison.Ordinal));
        var page = await studio.OpenPageAsync(browser);
        await page.ScrubAsync(0.5);
        await page.ReadsAsync("#stage .box.trouble >> nth=0", "has a contrast of");

        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Problems" }).ClickAsync();
        await page.ReadsAsync("#panel-problems li >> nth=0", "lesson.yaml:4:8");
        await page.Page.Locator("#panel-problems .where button").First.ClickAsync();
        await Assertions.Expect(page.Canvas).Not.ToHaveAttributeAsync("data-frame", "105");
    }

    [Fact]
    public async Task Texts_of_a_scene_cannot_become_markup()
    {
        const string evil = "<img src=x onerror=alert(1)>";
        await using var studio = await OpenStudio.StartAsync(OpenStudio.Scene
            .Replace("{ en: Two units, vi: Hai nút }", $"\"{evil}\"", StringComparison.Ordinal)
            .Replace("en: Forward,", $"en: \"{evil}\",", StringComparison.Ordinal)
            .Replace("- loss:", $"- \"{evil}\":", StringComparison.Ordinal));
        var page = await studio.GoToAsync(browser);
        await page.ReadsAsync("#panel-problems", evil);
        studio.Save(File.ReadAllText(studio.File).Replace($"- \"{evil}\":", "- loss:", StringComparison.Ordinal));
        await page.ReadsAsync("#title", evil);
        await page.ReadsAsync(".captions", evil);

        Assert.Equal(0, await page.Page.Locator("img").CountAsync());
    }
}
