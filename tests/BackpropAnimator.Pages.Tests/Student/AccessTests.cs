using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Student;

[Collection(InTheBrowser.Name)]
public sealed class AccessTests(Browser browser) : IDisposable
{
    readonly LessonFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Axe_finds_nothing_that_keeps_anybody_out()
    {
        await using var page = await StudentPage.OpenAsync(browser, folder.PageOf(LessonFolder.Shipped("saturation")), width: 390);
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.StepToLastDeltaAsync(layers: 2);
        await page.Page.ClickAsync("[data-unit='1-0'] .disc");
        // What is folded in, opened: one exercise for all.
        await page.Page.EvaluateAsync(
            "document.querySelectorAll('#numbers, .predictions, .exercise:nth-of-type(2)').forEach(details => { details.open = true; })");

        AssertNone(await page.Page.RunAxe());

        // The light colours have their own contrasts.
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        AssertNone(await page.Page.RunAxe(new() { RunOnly = RunOnlyOptions.Rules("color-contrast") }));
    }

    static void AssertNone(AxeResult result) => Assert.True(
        result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));

    [Fact]
    public async Task Keys_reach_every_control_and_each_has_a_name()
    {
        await using var page = await StudentPage.OpenAsync(browser, folder.PageOf(LessonFolder.Shipped("transpose")));
        var controls = await page.Page.EvaluateAsync<int>("""
            [...document.querySelectorAll('button, select, input, summary, [tabindex="0"]')]
              .filter(control => !control.disabled && control.checkVisibility()).length
            """);

        List<string> reached = [];
        for (var n = 0; n < controls; n++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>(
                "(e => e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent)(document.activeElement)"));
        }
        // The next one is the browser's own, or the first again.
        Assert.Equal(controls, reached.Count(name => name.Trim().Length > 0));
        Assert.Contains("Weight from Hidden 1 to Output 1", reached);
    }
}
