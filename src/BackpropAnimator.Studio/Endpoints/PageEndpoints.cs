using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>The page itself: the files under <c>Page</c>, which are built into the program. Each has an address of its own.</summary>
internal static class PageEndpoints
{
    const string Prefix = "page/", Index = "index.html";

    static readonly Dictionary<string, string> contentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var assembly = typeof(PageEndpoints).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var file = name[Prefix.Length..].Replace('\\', '/');
            routes.MapGet(file == Index ? "/" : $"/{file}", async context =>
            {
                context.Response.ContentType = contentTypes[Path.GetExtension(file)];
                await using var content = assembly.GetManifestResourceStream(name)!;
                context.Response.ContentLength = content.Length;
                await content.CopyToAsync(context.Response.Body, context.RequestAborted);
            });
        }
    }
}
