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
        else if (request.Path == "/" && token.Is(request.Query[TokenKey])) await LetInAsync(context);
        else if (!token.Is(request.Cookies[CookieName]))
            await response.SayAsync(401, "Open the address that `backprop studio` has printed: it has a token, another one at each start.");
        else await next(context);
    }

    // The address without the token is what the browser keeps and shows.
    Task LetInAsync(HttpContext context)
    {
        var response = context.Response;
        response.Cookies.Append(CookieName, token.Text, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        if (!IsFromElsewhere(context.Request))
        {
            response.Redirect("/");
            return Task.CompletedTask;
        }
        // Clicked on another site, such as a terminal in the browser: a redirection would be that site's, without the cookie.
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync("<!doctype html><meta http-equiv=\"refresh\" content=\"0;url=/\"><title>Studio</title>");
    }

    bool IsOwnHost(HostString host) => host.Port == port() && host.Host is ("127.0.0.1" or "localhost");

    // A browser says where a request comes from: by Origin with all that may change something, by Sec-Fetch-Site with every one.
    static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (origin.Length > 0 && origin != $"http://{request.Host}") return false;
        return !IsFromElsewhere(request) || (request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate");
    }

    static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
