using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary><c>/sound/VIEW</c>: what is heard in all of the lesson, and nothing where it is silent.</summary>
internal static class SoundEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace) => routes.MapGet("/sound/{view}", async context =>
    {
        if (await context.ViewAsync(workspace) is not { } view) return;
        using (view)
        {
            if (await view.SoundAsync(context.RequestAborted) is { } sound) await context.Response.AnswerAsync("audio/mp4", sound);
            else context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    });
}
