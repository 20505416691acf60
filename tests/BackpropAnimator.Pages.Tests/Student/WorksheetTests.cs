using System.Globalization;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Student;

[Collection(InTheBrowser.Name)]
public sealed class WorksheetTests(Browser browser) : IDisposable
{
    readonly LessonFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_matrix_that_is_given_has_its_rows_and_cells_and_fits_a_phone()
    {
        await using var page = await OpenAsync("glass-box-xor", width: 390);

        var matrices = await page.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('#worksheet mtable')].map(table =>
              [...table.rows ?? table.children].map(row => [...row.children].map(cell => cell.textContent).join(' ')).join(' / '))
            """);
        Assert.Equal(["0 / 1", "1", "−1.13012 0.807183 / −0.607754 0.927359", "0 / 0", "−1.35291 1.3877", "0"], matrices);
        Assert.Equal(390, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_worksheet_says_as_one_types_whether_an_answer_is_right()
    {
        var scene = LessonFolder.Shipped("saturation");
        await using var page = await StudentPage.OpenAsync(browser, folder.PageOf(scene));
        var z = folder.TraceOf(scene).GetProperty("forward")[0].GetProperty("z")[0].GetDouble();
        await page.Page.CheckAsync("#whole-sheet");
        var blank = page.Page.Locator("#worksheet .blank").First;

        await blank.Locator("input").FillAsync("0.3");
        Assert.Equal("false", await blank.GetAttributeAsync("data-right"));
        await blank.Locator("input").FillAsync($"{z:0.###}".Replace('.', ','));
        Assert.Equal("true", await blank.GetAttributeAsync("data-right"));
        Assert.StartsWith("1 of ", await page.Page.InnerTextAsync("#worksheet .progress"));
    }

    [Fact]
    public async Task A_sheet_is_short_until_the_whole_one_is_asked_for()
    {
        await using var page = await OpenAsync("gradient-flow");

        Assert.Equal("0 of 13 right", await page.Page.InnerTextAsync("#worksheet .progress"));
        await page.Page.CheckAsync("#whole-sheet");
        Assert.Equal("0 of 84 right", await page.Page.InnerTextAsync("#worksheet .progress"));
    }

    [Fact]
    public async Task What_was_answered_is_there_again_after_a_reload()
    {
        await using var page = await OpenAsync("saturation");
        await Field(page, 0).FillAsync(await AnswerAsync(page, 0));
        await Blank(page, 1).Locator(".show").ClickAsync();

        await page.Page.ReloadAsync();
        await page.Page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });

        Assert.Equal(["✓ right", "shown", ""], await VerdictsAsync(page, 3));
        Assert.StartsWith("1 of ", await page.Page.InnerTextAsync("#worksheet .progress"));
        await page.Page.ClickAsync("#worksheet .restart");
        Assert.Equal(["", "", ""], await VerdictsAsync(page, 3));
    }

    [Fact]
    public async Task In_a_frame_that_may_keep_nothing_a_sheet_works_all_the_same()
    {
        var address = folder.PageOf(LessonFolder.Shipped("saturation"));
        await using var context = await browser.ContextAsync(width: 1280, height: 800);
        var page = await context.NewPageAsync();
        var frame = folder.Write("frame.html", $"<iframe sandbox='allow-scripts' src='{address}'></iframe>");
        await page.GotoAsync(new Uri(frame).AbsoluteUri);
        var field = page.FrameLocator("iframe").Locator("#worksheet .blank input").First;
        await page.FrameLocator("iframe").Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await field.EvaluateAsync("field => { field.value = field.dataset.answer; field.dispatchEvent(new Event('input')); }");

        Assert.Equal("true", await page.FrameLocator("iframe").Locator("#worksheet .blank").First.GetAttributeAsync("data-right"));
    }

    [Fact]
    public async Task A_verdict_says_how_far_an_answer_is_from_being_right()
    {
        // The z of the output: that of the hidden unit is 0.
        const int Asked = 2;
        await using var page = await OpenAsync("saturation");
        await page.Page.ClickAsync("#worksheet .exercise >> nth=1 >> summary");
        var answer = double.Parse(await AnswerAsync(page, Asked), CultureInfo.InvariantCulture);

        (double Factor, string Verdict)[] cases =
            [(1.005, "✓ right"), (1.03, "close: more digits"), (-1, "check the sign"), (2, "not yet")];
        foreach (var (factor, verdict) in cases)
        {
            await Field(page, Asked).FillAsync((factor * answer).ToString(CultureInfo.InvariantCulture));
            Assert.Equal([verdict], (await VerdictsAsync(page, Asked + 1))[Asked..]);
        }
        foreach (var text in (string[])["abc", "9/13", "69%"])
        {
            await Field(page, Asked).FillAsync(text);
            Assert.Equal(["a number, please"], (await VerdictsAsync(page, Asked + 1))[Asked..]);
            Assert.Equal("true", await Field(page, Asked).GetAttributeAsync("aria-invalid"));
        }
        // The beginning of a number is one that is still typed.
        await Field(page, Asked).FillAsync("-");
        Assert.Equal([""], (await VerdictsAsync(page, Asked + 1))[Asked..]);
        await Field(page, Asked).BlurAsync();
        Assert.Equal(["a number, please"], (await VerdictsAsync(page, Asked + 1))[Asked..]);
    }

    [Fact]
    public async Task A_hint_names_an_earlier_answer_until_that_is_right()
    {
        await using var page = await OpenAsync("saturation");
        await Blank(page, 1).Locator(".hint").ClickAsync();
        var hint = Blank(page, 1).Locator(".hint-text");

        Assert.False(await hint.Locator(".part-number").First.IsVisibleAsync());
        Assert.True(await hint.Locator(".part-name").First.IsVisibleAsync());
        await Field(page, 0).FillAsync(await AnswerAsync(page, 0));
        Assert.True(await hint.Locator(".part-number").First.IsVisibleAsync());
        Assert.False(await hint.Locator(".part-name").First.IsVisibleAsync());
    }

    async Task<StudentPage> OpenAsync(string scene, int width = 1280) =>
        await StudentPage.OpenAsync(browser, folder.PageOf(LessonFolder.Shipped(scene)), width);

    // Of those that the sheet asks for, from 0.
    static ILocator Blank(StudentPage page, int n) => page.Page.Locator("#worksheet .blank:not(.in-whole)").Nth(n);

    static ILocator Field(StudentPage page, int n) => Blank(page, n).Locator("input");

    static async Task<string> AnswerAsync(StudentPage page, int n) => (await Field(page, n).GetAttributeAsync("data-answer"))!;

    static async Task<string[]> VerdictsAsync(StudentPage page, int count) =>
        [.. (await page.Page.Locator("#worksheet .blank:not(.in-whole) output").AllTextContentsAsync()).Take(count)];
}
