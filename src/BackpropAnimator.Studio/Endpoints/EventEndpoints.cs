using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary><c>/events</c>: what happens, as a stream of server-sent events (WHATWG HTML, § 9.2).</summary>
internal static class EventEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace, CancellationToken closing) =>
        routes.MapGet("/events", async context =>
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
            var response = context.Response;
            response.ContentType = "text/event-stream";
            try
            {
                // What has happened before the page listened it learns from the first.
                await foreach (var told in workspace.Events.ListenAsync(() => workspace.Standing, gone.Token))
                    await TellAsync(response, told, gone.Token);
            }
            catch (OperationCanceledException)
            {
                // The page is closed, or the studio is.
            }
        });

    static async Task TellAsync(HttpResponse response, StudioEvent told, CancellationToken cancellation)
    {
        await response.WriteAsync($"event: {told.Name}\ndata: {told.Data}\n\n", cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
