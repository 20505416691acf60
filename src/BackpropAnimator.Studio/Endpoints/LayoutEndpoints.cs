using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;
using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SkiaSharp;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>
/// What viewers would have trouble with: <c>/review/VIEW</c> in all of the lesson, which takes seconds; <c>/layout/VIEW/FRAME</c> in one
/// frame, with boxes.
/// </summary>
internal static class LayoutEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace)
    {
        routes.MapGet("/review/{view}", context => ReviewAsync(context, workspace));
        routes.MapGet("/layout/{view}/{frame}", context => LayoutAsync(context, workspace));
    }

    static async Task ReviewAsync(HttpContext context, Workspace workspace)
    {
        if (await context.ViewAsync(workspace) is not { } view) return;
        using (view)
        {
            try
            {
                var (layout, pace) = await view.ReviewAsync(context.RequestAborted);
                var scene = view.Lesson.Scene;
                await context.Response.AnswerAsync(new JsonArray(
                [
                    .. layout.Select(problem => Timed(LessonJson.Of(problem.In(scene)), problem.Time)), .. pace.Select(LessonJson.Of),
                ]));
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
            {
                await context.SayGoneAsync();
            }
        }
    }

    static async Task LayoutAsync(HttpContext context, Workspace workspace)
    {
        if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
        using (view)
        {
            var stage = view.Lesson.StageSize;
            await context.Response.AnswerAsync(new JsonArray([.. view.LayoutProblemsAt(frame).Select(problem => Placed(problem, stage))]));
        }
    }

    static JsonObject Timed(JsonObject problem, double time)
    {
        problem["time"] = time;
        return problem;
    }

    static JsonObject Placed(LayoutProblem problem, SKSize stage) => new()
    {
        ["message"] = problem.Message,
        ["boxes"] = new JsonArray([.. problem.Places.Select(place => BoxOf(place, stage))]),
    };

    /// <summary>A rectangle of the stage as shares of the picture.</summary>
    public static JsonObject BoxOf(SKRect place, SKSize stage) => new()
    {
        ["left"] = place.Left / stage.Width,
        ["top"] = place.Top / stage.Height,
        ["width"] = place.Width / stage.Width,
        ["height"] = place.Height / stage.Height,
    };
}
