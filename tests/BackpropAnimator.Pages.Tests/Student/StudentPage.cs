using System.Globalization;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Student;

/// <summary>A student's page in the browser. Whatever it asks of a network, and whatever its policy forbids, is kept.</summary>
sealed class StudentPage : IAsyncDisposable
{
    readonly List<string> asked = [], complaints = [];

    StudentPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => asked.Add(request.Url);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Addresses that were asked for beyond the page itself and what it holds in memory.</summary>
    public IEnumerable<string> AskedFor => asked.Where(url => !url.StartsWith("blob:", StringComparison.Ordinal)).Skip(1);

    /// <summary>Errors, and what the page's policy has refused.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<StudentPage> OpenAsync(
        Browser browser, string address, int width = 1280, int height = 800, bool hasTouch = false)
    {
        var context = await browser.ContextAsync(width, height, hasTouch);
        var page = new StudentPage(await context.NewPageAsync());
        await page.GoAsync(address);
        return page;
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Goes on until the step's gradients are all there.</summary>
    public async Task StepToLastDeltaAsync(int layers)
    {
        for (var step = 0; step < 2 * layers + 1; step++) await Page.ClickAsync("#next");
    }

    /// <summary>A number that an element has as an attribute, with all its digits.</summary>
    public async Task<double> NumberAsync(string selector, string attribute = "data-value") =>
        double.Parse((await Page.GetAttributeAsync(selector, attribute))!, CultureInfo.InvariantCulture);

    /// <summary>Moves a slider as somebody does who drags it.</summary>
    public Task SlideAsync(string selector, double value) => Page.EvalOnSelectorAsync(
        selector, "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }", value);
}
