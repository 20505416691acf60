namespace BackpropAnimator.Pages.Tests;

[Collection(InTheBrowser.Name)]
public class BrowserTests(Browser browser)
{
    [Fact]
    public async Task A_page_runs_its_script_in_a_view_of_the_width_that_was_asked_for()
    {
        await using var context = await browser.ContextAsync(width: 390);
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<p></p><script>document.querySelector('p').textContent = 'wide: ' + innerWidth</script>");

        Assert.Equal("wide: 390", await page.TextContentAsync("p"));
    }
}
