using Microsoft.Playwright;

namespace BackpropAnimator.Pages.Tests;

/// <summary>Debian's Chromium without a window, started once for all tests of pages. Each test opens a context of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? chromium;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            // The system's own: nothing is downloaded.
            ExecutablePath = ProgramPath(),
            // Chromium's sandbox refuses to start as root, which is what a container's user often is.
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A window that shares nothing with those of other tests; the caller disposes of it, and of its pages with it.</summary>
    /// <param name="width">Of the page's view, in CSS pixels.</param>
    /// <param name="height">The same.</param>
    /// <param name="hasTouch">Whether it is touched, as a telephone is.</param>
    public async Task<IBrowserContext> ContextAsync(int width = 1280, int height = 800, bool hasTouch = false)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height }, HasTouch = hasTouch, IsMobile = hasTouch,
        });
        // A page that waits for what never comes fails its test soon.
        context.SetDefaultTimeout(10_000);
        return context;
    }

    static string ProgramPath()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("Chromium is missing on this system; ./test installs it, or: apt-get install chromium");
    }
}

/// <summary>The tests that share the browser: they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Browser>
{
    public const string Name = "In the browser";
}
