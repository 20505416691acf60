using System.Diagnostics;
using Microsoft.Playwright;

namespace BackpropAnimator.Benchmarks;

/// <summary>
/// What an author waits for in the studio: measured on its page, in Debian's Chromium without a window, from the press of the mouse to the
/// picture that is drawn. The browser paints with the same processors as the studio.
/// </summary>
internal sealed class StudioMeasure
{
    const int Scrubs = 60, Saves = 15;

    static readonly TimeSpan playing = TimeSpan.FromSeconds(20), pause = TimeSpan.FromMilliseconds(700);

    // The page's own clock: when the mouse was pressed, and when each picture was drawn.
    const string Watch = """
        () => {
          window.drawn = [];
          const canvas = document.querySelector('#stage canvas');
          document.addEventListener('pointerdown', event => { window.pressed = event.timeStamp; }, true);
          new MutationObserver(() => window.drawn.push(
            { at: performance.now(), frame: Number(canvas.dataset.frame), view: canvas.dataset.view },
          )).observe(canvas, { attributes: true, attributeFilter: ['data-frame', 'data-view'] });
        }
        """;

    readonly IPage page;
    readonly string scene;

    StudioMeasure(IPage page, string scene) => (this.page, this.scene) = (page, scene);

    /// <param name="program">The program, compiled as its users have it.</param>
    /// <param name="scene">A lesson; a copy of it is edited.</param>
    public static async Task RunAsync(string program, string scene)
    {
        var folder = Directory.CreateTempSubdirectory("backprop-studio-measure-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(scene))!))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            await OpenAsync(program, Path.Combine(folder.FullName, Path.GetFileName(scene)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task OpenAsync(string program, string scene)
    {
        var clock = Stopwatch.StartNew();
        using var studio = Process.Start(new ProcessStartInfo(program, ["studio", scene]) { RedirectStandardOutput = true })!;
        try
        {
            var address = await studio.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The studio did not open.");
            Tell("from the start to its address", [clock.Elapsed.TotalMilliseconds]);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = "/usr/bin/chromium", ChromiumSandbox = Environment.UserName != "root" });
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
            clock.Restart();
            await page.GotoAsync(address);
            await page.Locator("#stage canvas[data-frame]").WaitForAsync();
            Tell("from the address to the first picture", [clock.Elapsed.TotalMilliseconds]);
            await page.EvaluateAsync(Watch);
            var measure = new StudioMeasure(page, scene);
            await measure.ScrubAsync();
            await measure.PlayAsync();
            await measure.SaveAsync();
        }
        finally
        {
            studio.Kill(entireProcessTree: true);
        }
    }

    // Far from each other, so that nothing of the frame before can be kept; and as a hand does it, step by step.
    async Task ScrubAsync()
    {
        var ruler = (await page.Locator(".ruler").BoundingBoxAsync())!;
        List<double> far = [], near = [];
        for (var i = 0; i < 2 * Scrubs; i++)
        {
            var share = i < Scrubs ? (i + 1) * 0.618 % 1 : 0.1 + 0.8 * (i - Scrubs) / Scrubs;
            await page.EvaluateAsync("window.drawn = []");
            await page.Mouse.ClickAsync(ruler.X + (float)(share * ruler.Width), ruler.Y + ruler.Height / 2);
            (i < Scrubs ? far : near).Add(await FirstDrawnAsync() - await page.EvaluateAsync<double>("window.pressed"));
            // Half of them while the picture before comes to rest, half after it.
            if (i % 2 == 0) await Task.Delay(pause);
        }
        Tell("a scrubbed frame, far from the one before", far);
        Tell("a scrubbed frame, near the one before", near);
    }

    async Task PlayAsync()
    {
        await page.Keyboard.PressAsync("Home");
        await Task.Delay(pause);
        await page.EvaluateAsync("window.drawn = []");
        await page.Keyboard.PressAsync("Space");
        await Task.Delay(playing);
        await page.Keyboard.PressAsync("Space");
        var drawn = await page.EvaluateAsync<double[]>("window.drawn.map(picture => picture.at)");
        var gaps = drawn.Zip(drawn.Skip(1), (one, next) => next - one).ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"{"pictures a second while it plays",-48} {1000 * gaps.Length / gaps.Sum(),7:0.0}"));
        Tell("from one picture to the next", gaps);
    }

    // As an editor does it. That nothing but a comment is another makes no difference: all is read, checked and made anew.
    async Task SaveAsync()
    {
        var text = await File.ReadAllTextAsync(scene);
        List<double> times = [];
        for (var i = 0; i < Saves; i++)
        {
            await Task.Delay(pause);
            await page.EvaluateAsync("window.drawn = []");
            await File.WriteAllTextAsync(scene + ".new", $"{text}\n# {i}\n");
            var saved = DateTimeOffset.UtcNow;
            File.Move(scene + ".new", scene, overwrite: true);
            var shown = await FirstDrawnAsync() + await page.EvaluateAsync<double>("performance.timeOrigin");
            times.Add(shown - (saved - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        }
        Tell("a save, until its picture is drawn", times);
    }

    // By the page's clock.
    Task<double> FirstDrawnAsync() => page.EvaluateAsync<double>(
        "() => new Promise(done => { const look = () => drawn.length ? done(drawn[0].at) : setTimeout(look, 5); look(); })");

    static void Tell(string what, IReadOnlyCollection<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
        var spread = sorted.Length > 1 ? FormattableString.Invariant($"   95 %: {At(0.95):0} ms, worst: {sorted[^1]:0} ms") : "";
        Console.WriteLine(FormattableString.Invariant($"{what,-48} {At(0.5),7:0} ms{spread}"));
    }
}
