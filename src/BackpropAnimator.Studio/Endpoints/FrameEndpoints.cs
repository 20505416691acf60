using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>Pictures of frames: <c>/frame/VIEW/FRAME</c> small and at once, <c>/still/VIEW/FRAME</c> as the video has it.</summary>
internal static class FrameEndpoints
{
    delegate Task<byte[]> Painting(LessonView view, int frame, CancellationToken cancellation);

    public static void Map(IEndpointRouteBuilder routes, Workspace workspace)
    {
        Painting inMotion = static (view, frame, cancellation) => view.InMotionAsync(frame, cancellation);
        Painting atRest = static (view, frame, cancellation) => view.AtRestAsync(frame, cancellation);
        routes.MapGet("/frame/{view}/{frame}", context => AnswerAsync(context, workspace, "image/jpeg", inMotion));
        routes.MapGet("/still/{view}/{frame}", context => AnswerAsync(context, workspace, "image/png", atRest));
    }

    static async Task AnswerAsync(HttpContext context, Workspace workspace, string contentType, Painting picture)
    {
        if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
        using (view) await context.Response.AnswerAsync(contentType, await picture(view, frame, context.RequestAborted));
    }
}
