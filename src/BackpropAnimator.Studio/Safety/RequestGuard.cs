using Microsoft.AspNetCore.Http;

namespace BackpropAnimator.Studio.Safety;

/// <summary>
/// Lets through what the studio's own page asks for, and nothing else. A page of the web may send requests to 127.0.0.1 too, under a name
/// of its own that leads there (DNS rebinding) or as a form or picture; and so may any program of another user of this machine.
/// </summary>
internal sealed class RequestGuard(AccessToken token, Func<int> port)
{
    /// <summary>The part of the printed address that has the token.</summary>
    public const string TokenKey = "token";

    // Cookies are for a host with all its ports: two studios have a cookie each.
    string CookieName => $"backprop-studio-{port()}";

    /// <summary>Answers what is not let through, in words, and hands on the rest.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        SecurityHeaders.AddTo(response.Headers);
        if (!IsOwnHost(request.Host)) await response.SayAsync(421, "This studio answers under 127.0.0.1 and localhost alone.");
        else if (!IsOwnOrigin(request)) await response.SayAsync(403, "This studio answers its own page alone, and no other site.");
        else if (request.Path == "/" && token.Is(request.Query[TokenKey])) LetIn(response);
        else if (!token.Is(request.Cookies[CookieName]))
            await response.SayAsync(401, "Open the address that `backprop studio` has printed: it has a token, another one at each start.");
        else await next(context);
    }

    // The address without the token is what the browser keeps and shows.
    void LetIn(HttpResponse response)
    {
        response.Cookies.Append(CookieName, token.Text, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        response.Redirect("/");
    }

    bool IsOwnHost(HostString host) => host.Port == port() && host.Host is ("127.0.0.1" or "localhost");

    // A browser says where a request comes from: by Origin with all that may change something, by Sec-Fetch-Site with every one.
    static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (origin.Length > 0 && origin != $"http://{request.Host}") return false;
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "" or "same-origin" or "none" => true,
            // Where the printed address is clicked in another page, such as a terminal's in a browser.
            _ => request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate",
        };
    }
}
