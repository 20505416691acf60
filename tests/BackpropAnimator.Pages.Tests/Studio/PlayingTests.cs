using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>The studio's page is driven: scrubbing, stepping, playing, shapes and languages.</summary>
[Collection(InTheBrowser.Name)]
public class PlayingTests(Browser browser)
{
    [Fact]
    public async Task The_playhead_goes_where_the_ruler_is_pressed_and_by_keys_and_the_picture_comes_to_rest_at_full_size()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.ScrubAsync(0.5);
        await page.ShowsAsync(105);
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("data-rest", "true");
        Assert.Equal(1280, await page.Canvas.EvaluateAsync<int>("canvas => canvas.width"));

        foreach (var (key, frame) in new[]
        {
            ("ArrowRight", 106), ("ArrowLeft", 105), ("Shift+ArrowLeft", 45), ("]", 60), ("]", 120), ("[", 60), ("End", 209), ("Home", 0),
        })
        {
            await page.PressAsync(key);
            await page.ShowsAsync(frame);
        }
        await page.ReadsAsync(".place", "intro · frame 0");
        Assert.Equal("0:00.00, Introduction, frame 0", await page.Page.Locator(".ruler").GetAttributeAsync("aria-valuetext"));
    }

    [Fact]
    public async Task What_is_heard_goes_with_the_playhead_and_can_be_switched_off()
    {
        await using var studio = await OpenStudio.StartAsync(OpenStudio.Scene + "sounds: true\n");
        var page = await studio.OpenPageAsync(browser);
        var audio = page.Page.Locator("audio");
        await Assertions.Expect(audio).ToHaveAttributeAsync("src", new Regex("^blob:"), new() { Timeout = 30_000 });
        await page.PressAsync("]");
        await page.PressAsync("l");
        await page.PressAsync("Space");
        // Between the phase's first second and its last: the sound goes round with it.
        await audio.EvaluateAsync(
            """
            audio => new Promise((done, fail) => {
              setTimeout(() => fail(new Error(`at ${audio.currentTime} of ${audio.duration}`)), 10000);
              audio.addEventListener('timeupdate', () => {
                if (audio.currentTime > 1.2 && audio.currentTime < 2.2 && audio.duration > 3.4 && !audio.paused) done();
              });
            })
            """);
        await page.PressAsync("m");
        Assert.True(await audio.EvaluateAsync<bool>("audio => audio.muted"));
        await page.PressAsync("Space");
        Assert.True(await audio.EvaluateAsync<bool>("audio => audio.paused"));
    }

    [Fact]
    public async Task A_lesson_without_sound_says_so()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);

        var button = page.Page.GetByRole(AriaRole.Button, new() { Name = "Sound" });
        await Assertions.Expect(button).ToHaveAttributeAsync("title", "This lesson is silent");
    }

    [Fact]
    public async Task It_plays_to_the_end_and_a_loop_stays_in_its_phase()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.PressAsync("End");
        await page.PressAsync("Shift+ArrowLeft");
        await page.ShowsAsync(149);
        await page.PressAsync("Space");
        await page.ShowsAsync(209);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play" }).WaitForAsync();

        await page.Page.Locator(".block[data-kind=forward] > button").ClickAsync();
        await page.PressAsync("[");
        await page.ShowsAsync(60);
        await page.PressAsync("l");
        await page.PressAsync("Space");
        // Gone round when a frame is earlier than one before it.
        var seen = await page.Canvas.EvaluateAsync<int[]>(
            """
            canvas => new Promise((done, fail) => {
              const seen = [];
              let rounds = 0;
              setTimeout(() => fail(new Error(`only ${seen}`)), 10000);
              new MutationObserver((_, observer) => {
                seen.push(Number(canvas.dataset.frame));
                if (seen.length > 1 && seen.at(-1) < seen.at(-2)) rounds++;
                if (rounds < 2) return;
                observer.disconnect();
                done(seen);
              }).observe(canvas, { attributes: true, attributeFilter: ['data-frame'] });
            })
            """);
        Assert.All(seen, frame => Assert.InRange(frame, 60, 119));
    }

    [Fact]
    public async Task Shapes_and_languages_are_chosen_on_the_page()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await page.ScrubAsync(0.5);
        await page.ShowsAsync(105);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "9:16" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".choice [aria-pressed=true]")).ToHaveTextAsync("9:16");
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("height", "1280");
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("width", "720");
        await page.ReadsAsync(".place", "frame 105");

        await page.ReadsAsync(".captions", "Forward");
        await page.Page.GetByLabel("Language of the lesson").SelectOptionAsync("vi");
        await page.ReadsAsync(".captions", "Xuôi");
        await page.ReadsAsync("#title", "Hai nút");
    }

    [Fact]
    public async Task A_phase_is_entered_where_it_is_pressed_and_by_keys_where_its_heading_stands()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        var forward = page.Page.Locator(".block[data-kind=forward] > button");
        await forward.ClickAsync();
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("data-frame", new Regex("^(89|90|91)$"));
        await forward.PressAsync("Enter");
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("data-frame", new Regex("^(9[2-9]|1[01][0-9])$"));

        // A caption is pressed to go to its beginning, and read in full below.
        await page.PressAsync("Home");
        await page.Page.Locator(".captions button").ClickAsync();
        await page.ReadsAsync(".said .caption", "Forward");
    }

    [Fact]
    public async Task It_opens_at_a_picture_that_shows_much_and_again_where_it_was()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.GoToAsync(browser);
        // In the longest phase.
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("data-frame", new Regex("^(1[2-9]|20)[0-9]$"));
        await page.ScrubAsync(0.5);
        await page.ShowsAsync(105);
        await Assertions.Expect(page.Canvas).ToHaveAttributeAsync("data-rest", "true");
        await page.Page.ReloadAsync();
        await page.ShowsAsync(105);
    }

    [Fact]
    public async Task A_studio_that_is_closed_is_told_above_the_picture()
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser);
        await studio.CloseAsync();
        await page.ReadsAsync("#banners", "The studio has been closed; start it again in the terminal.");
        await Assertions.Expect(page.Page.Locator("#banners .gone")).ToBeVisibleAsync();
    }

    [Theory, InlineData(1280, 800), InlineData(1010, 700), InlineData(850, 700), InlineData(390, 844)]
    public async Task All_of_the_page_has_room(int width, int height)
    {
        await using var studio = await OpenStudio.StartAsync();
        var page = await studio.OpenPageAsync(browser, width, height);

        Assert.Equal(width, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var part in new[] { "#switches", "#stage canvas", "#transport", "#timeline", "#panels" })
        {
            var box = (await page.Page.Locator(part).BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= width, $"{part}: {box.X} to {box.X + box.Width}");
        }
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(
            """
            (() => {
              const area = it => it.getBoundingClientRect();
              const [side, main] = [area(document.getElementById('panels')), ['stage', 'transport', 'timeline']];
              const covers = main.map(id => area(document.getElementById(id)))
                .filter(it => it.right > side.left + 1 && it.bottom > side.top + 1);
              const cut = [...document.querySelectorAll('#transport button, #transport .time')].filter(it => it.checkVisibility())
                .filter(it => area(it).right > area(it.closest('section')).right || it.scrollWidth > it.clientWidth + 1);
              return covers.length + cut.length;
            })()
            """));
        // Whatever can be pressed says what it does.
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(
            """
            [...document.querySelectorAll('button')]
              .filter(it => it.checkVisibility() && !(it.getAttribute('aria-label') ?? it.textContent).trim()).length
            """));
    }
}
