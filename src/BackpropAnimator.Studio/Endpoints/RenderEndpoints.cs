using System.Text.Json.Nodes;
using BackpropAnimator.Studio.Rendering;
using BackpropAnimator.Studio.Scenes;
using BackpropAnimator.Video;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>
/// Files of the lesson: <c>POST /renders/VIEW/FRAME</c> with <c>{ "what": "video" | "gif" | "still", "format": NAME, "draft": true }</c>
/// asks for one, <c>GET /renders</c> tells of all, <c>DELETE /renders/ID</c> stops one, <c>GET /renders/ID/file</c> is the finished file.
/// </summary>
internal static class RenderEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace, RenderQueue queue)
    {
        routes.MapPost("/renders/{view}/{frame}", async context =>
        {
            if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
            using (view)
            {
                var wish = await context.Request.ReadAsync(asked => WishIn(asked, view, frame), "This is no file that could be made");
                await context.Response.AnswerAsync(Of(queue.Ask(wish, view)));
            }
        });
        routes.MapGet("/renders", context => context.Response.AnswerAsync(new JsonObject
        {
            ["videos"] = new JsonArray([.. OutputFormat.All.Select(format => Choice(format.Name, format.Title, format.Description))]),
            ["stills"] = new JsonArray([.. StillFormat.All.Select(format => Choice(NameOf(format), format.Title, format.Description))]),
            ["jobs"] = new JsonArray([.. queue.All.Select(Of)]),
        }));
        routes.MapDelete("/renders/{id}", context => queue.Cancel(context.Request.Number("id"))
            ? Task.CompletedTask
            : context.Response.SayAsync(StatusCodes.Status404NotFound, "This file is not being made."));
        routes.MapGet("/renders/{id}/file", context => SendAsync(context, queue));
    }

    /// <summary>What a page is told of a file.</summary>
    public static JsonObject Of(RenderJob job) => new()
    {
        ["id"] = job.Id,
        ["title"] = job.Title,
        ["file"] = job.File,
        ["state"] = job.State.ToString().ToLowerInvariant(),
        ["done"] = job.Progress.FramesDone,
        ["count"] = job.Progress.FrameCount,
        ["words"] = job.Words,
    };

    static async Task SendAsync(HttpContext context, RenderQueue queue)
    {
        var id = context.Request.Number("id");
        var job = queue.All.FirstOrDefault(job => job.Id == id && job.State == RenderState.Finished);
        if (job is null || !File.Exists(job.File))
        {
            await context.Response.SayAsync(StatusCodes.Status404NotFound, "There is no such file, or not yet.");
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Path.GetFileName(job.File));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await context.Response.SendFileAsync(Path.GetFullPath(job.File), context.RequestAborted);
    }

    static RenderWish WishIn(JsonObject? asked, LessonView view, int frame)
    {
        string? what = asked?["what"]?.GetValue<string>(), format = asked?["format"]?.GetValue<string>();
        return what switch
        {
            "video" when OutputFormat.Named(format ?? OutputFormat.All[0].Name) is { } video =>
                new VideoWish(video, asked!["draft"]?.GetValue<bool>() == true ? Quality.Draft : Quality.Full),
            "still" when StillFormat.All.FirstOrDefault(known => NameOf(known) == format) is { } still => new StillWish(frame, still),
            "gif" => new PhaseGifWish(view.Lesson.PartAt(frame)),
            _ => throw new BadHttpRequestException("Expected { \"what\": \"video\", \"gif\" or \"still\", \"format\": … }."),
        };
    }

    static string NameOf(StillFormat format) => format.Extension[1..];

    static JsonObject Choice(string name, string title, string description) => new()
    {
        ["name"] = name, ["title"] = title, ["description"] = description,
    };
}
