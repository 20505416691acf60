using System.Net;
using System.Net.NetworkInformation;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Pages.Tests.Studio;

/// <summary>Who is let in to a studio, and what he can ask for.</summary>
public sealed class SafetyTests(SafetyTests.OneStudio shared) : IClassFixture<SafetyTests.OneStudio>
{
    OpenStudio Studio => shared.Studio!;

    [Theory]
    [InlineData("GET", "/lesson", HttpStatusCode.OK)]
    [InlineData("GET", "/lesson", HttpStatusCode.OK, "Sec-Fetch-Site", "same-origin")]
    // DNS rebinding: a name of a foreign site that leads to 127.0.0.1.
    [InlineData("GET", "/lesson", HttpStatusCode.MisdirectedRequest, "Host", "evil.example")]
    [InlineData("GET", "/lesson", HttpStatusCode.MisdirectedRequest, "Host", "127.0.0.1:1")]
    [InlineData("GET", "/lesson", HttpStatusCode.MisdirectedRequest, "Host", "127.0.0.1.evil.example:PORT")]
    // Another site's page, one of another port of this machine, and one that has no origin to tell.
    [InlineData("GET", "/lesson", HttpStatusCode.Forbidden, "Origin", "https://evil.example")]
    [InlineData("GET", "/lesson", HttpStatusCode.Forbidden, "Origin", "http://127.0.0.1:1")]
    [InlineData("GET", "/lesson", HttpStatusCode.Forbidden, "Origin", "null")]
    [InlineData("GET", "/lesson", HttpStatusCode.Forbidden, "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/lesson", HttpStatusCode.Forbidden, "Sec-Fetch-Site", "same-site")]
    [InlineData("POST", "/lesson", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/lesson", HttpStatusCode.Forbidden)]
    // Nothing that a request says is a path.
    [InlineData("GET", "/lesson.yaml", HttpStatusCode.NotFound)]
    [InlineData("GET", "/../../../etc/passwd", HttpStatusCode.NotFound)]
    [InlineData("GET", "/style/..%2f..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("GET", "/frame/1/..%2f0", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/frame/1/-1", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/frame/1/210", HttpStatusCode.NotFound)]
    [InlineData("GET", "/frame/99/0", HttpStatusCode.Gone)]
    [InlineData("GET", "/lesson?shape=../x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/lesson?language=../x", HttpStatusCode.BadRequest)]
    public async Task Only_the_studios_own_page_gets_an_answer(
        string method, string path, HttpStatusCode expected, string header = "Accept", string value = "*/*")
    {
        using var client = await Studio.LetInAsync();
        await client.GetAsync("/lesson");
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.TryAddWithoutValidation(header, value.Replace("PORT", $"{Studio.Root.Port}", StringComparison.Ordinal));

        var answer = await client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("default-src 'none'; script-src 'self'", string.Concat(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", string.Concat(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/"), InlineData("/lesson"), InlineData("/events"), InlineData("/studio.js")]
    [InlineData("/?token="), InlineData("/?token=0123")]
    public async Task Without_the_token_there_is_nothing(string path)
    {
        using var client = new HttpClient { BaseAddress = Studio.Root };

        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Open the address that `backprop studio` has printed", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_have_and_leaves_the_address()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        var answer = await client.GetAsync(Studio.Address);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches($"^backprop-studio-{Studio.Root.Port}=[0-9a-f]{{48}}; path=/; samesite=strict; httponly$", cookie);
    }

    [Fact]
    public async Task An_address_that_is_clicked_on_another_site_lets_in_too()
    {
        using var client = new HttpClient { BaseAddress = Studio.Root };
        using var click = new HttpRequestMessage(HttpMethod.Get, Studio.Address);
        click.Headers.Add("Sec-Fetch-Site", "cross-site");
        click.Headers.Add("Sec-Fetch-Mode", "navigate");

        var answer = await client.SendAsync(click);
        Assert.Contains("content=\"0;url=/\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public void It_listens_on_the_loopback_interface_alone()
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == Studio.Root.Port);
        Assert.Equal([IPAddress.Loopback], listening.Select(end => end.Address));
    }

    [Fact]
    public async Task The_picture_at_rest_is_that_of_the_video_pixel_by_pixel()
    {
        using var client = await Studio.LetInAsync();
        await client.GetAsync("/lesson");
        using var shown = SKBitmap.Decode(await client.GetByteArrayAsync("/still/1/150"));
        using var rendered = SKBitmap.FromImage(new Lesson(Scene.Load(Studio.File)).Paint(150));

        Assert.Equal((1280, 720), (shown.Width, shown.Height));
        Assert.Equal(rendered.Pixels, shown.Pixels);
    }

    /// <summary>All of these tests only look at it.</summary>
    public sealed class OneStudio : IAsyncLifetime
    {
        internal OpenStudio? Studio { get; private set; }

        public async Task InitializeAsync() => Studio = await OpenStudio.StartAsync();

        public async Task DisposeAsync() => await Studio!.DisposeAsync();
    }
}
