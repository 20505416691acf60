using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary><c>/lesson?shape=9:16&amp;language=vi</c>: the scene as it is now, with its problems and its timeline.</summary>
internal static class LessonEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace) => routes.MapGet("/lesson", async context =>
    {
        var sight = await workspace.LookAsync(context.Request.ViewKey(), context.RequestAborted);
        using (sight.View) await context.Response.AnswerAsync(LessonJson.Of(sight, workspace.Settings.Scene, workspace.Steps));
    });
}
