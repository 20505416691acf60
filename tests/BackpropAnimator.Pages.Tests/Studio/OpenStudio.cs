using BackpropAnimator.Studio;
using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>A studio of a small scene in a folder of its own, in this process.</summary>
sealed class OpenStudio : IAsyncDisposable
{
    /// <summary>
    /// 210 frames at 60 frames a second, larger than the pictures that are scrubbed; in two languages. The loss begins at frame 120.
    /// </summary>
    public const string Scene = """
        # A comment that stays where it is.
        title: { en: Two units, vi: Hai nút }
        video: { size: 1280x720, fps: 60 }
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [0.5, 0.9], target: [1] }
        phases:
          - intro: 1s          # the opening
          - forward: { duration: 1s, caption: { en: Forward, vi: Xuôi } }
          - loss: 1.5s

        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-pages-tests-");
    readonly CancellationTokenSource closing = new();
    readonly List<IBrowserContext> windows = [];
    StudioServer? server;
    Task? watching;

    OpenStudio(string scene)
    {
        File = Path.Combine(folder.FullName, "lesson.yaml");
        System.IO.File.WriteAllText(File, scene);
    }

    /// <summary>The scene's file.</summary>
    public string File { get; }

    /// <summary>Where files go that are asked for.</summary>
    public string Output => Path.Combine(folder.FullName, "output");

    /// <summary>With the token.</summary>
    public string Address => server!.Address;

    /// <summary>Without.</summary>
    public Uri Root => new(Address.Split('?')[0]);

    public static async Task<OpenStudio> StartAsync(string scene = Scene)
    {
        var studio = new OpenStudio(scene);
        studio.server = await StudioServer.StartAsync(
            new(studio.File) { Speaks = false, OutputFolder = studio.Output }, CancellationToken.None);
        studio.watching = studio.server.RunAsync(studio.closing.Token);
        return studio;
    }

    /// <summary>Opens the page in a window of its own, which is closed with the studio.</summary>
    public async Task<StudioPage> GoToAsync(Browser browser, int width = 1280, int height = 800)
    {
        var window = await browser.ContextAsync(width, height);
        windows.Add(window);
        var page = new StudioPage(await window.NewPageAsync());
        await page.Page.GotoAsync(Address);
        return page;
    }

    /// <summary>The same, and waits for its first picture, which is the lesson's first frame.</summary>
    public async Task<StudioPage> OpenPageAsync(Browser browser, int width = 1280, int height = 800)
    {
        var page = await GoToAsync(browser, width, height);
        await page.Canvas.And(page.Page.Locator("[data-frame]")).WaitForAsync();
        await page.PressAsync("Home");
        await page.ShowsAsync(0);
        return page;
    }

    /// <summary>A client that has been let in; it follows no redirection.</summary>
    public async Task<HttpClient> LetInAsync()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Root };
        await client.GetAsync(Address);
        return client;
    }

    /// <summary>Saves as editors do: a new file takes the old one's name.</summary>
    public void Save(string text)
    {
        System.IO.File.WriteAllText(File + ".new", text);
        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    /// <summary>Closes the studio as Ctrl-C does; its folder stays.</summary>
    public async Task CloseAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        await watching!.ContinueWith(_ => { }, TaskScheduler.Default);
        await server!.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
        await CloseAsync();
        closing.Dispose();
        folder.Delete(recursive: true);
    }
}

/// <summary>The studio's page in a tab.</summary>
sealed class StudioPage(IPage page)
{
    public IPage Page => page;

    public ILocator Canvas => page.Locator("#stage canvas");

    /// <summary>Waits until the picture is that of a frame.</summary>
    public Task ShowsAsync(int frame) => Assertions.Expect(Canvas).ToHaveAttributeAsync("data-frame", $"{frame}");

    /// <summary>Waits for a text in a part of the page.</summary>
    public Task ReadsAsync(string selector, string text) => Assertions.Expect(page.Locator(selector)).ToContainTextAsync(text);

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Presses the mouse on the ruler, at a share of its length.</summary>
    public async Task ScrubAsync(double share)
    {
        var ruler = (await page.Locator(".ruler").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(ruler.X + (float)(ruler.Width * share), ruler.Y + ruler.Height / 2);
    }
}
