using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>What requests say, and answers in JSON.</summary>
internal static class Requests
{
    /// <summary>The shape and language of a request: <c>?shape=9:16&amp;language=vi</c>.</summary>
    /// <exception cref="BadHttpRequestException">One of them is none.</exception>
    public static ViewKey ViewKey(this HttpRequest request)
    {
        string? shape = request.Query["shape"], language = request.Query["language"];
        if (shape is not null && !PictureShape.All.Contains(shape))
            throw new BadHttpRequestException($"There is no shape '{shape}'; there are {string.Join(", ", PictureShape.All)}.");
        if (language is not null && !LanguageFormat.IsTag(language))
            throw new BadHttpRequestException($"'{language}' is no tag of a language.");
        return new(shape, language);
    }

    /// <summary>A whole number in a request's path.</summary>
    /// <exception cref="BadHttpRequestException">It is none.</exception>
    public static int Number(this HttpRequest request, string name) =>
        int.TryParse(request.RouteValues[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadHttpRequestException($"'{request.RouteValues[name]}' is no number of a {name}.");

    /// <summary>What the JSON says that a request sends.</summary>
    /// <param name="read">Throws what <see cref="JsonNode"/> does where a value is of another kind.</param>
    /// <param name="refusal">What is told where it says nothing of use, before the reason.</param>
    /// <exception cref="BadHttpRequestException">It says nothing of use.</exception>
    public static async Task<T> ReadAsync<T>(this HttpRequest request, Func<JsonObject?, T> read, string refusal)
    {
        try
        {
            return read(await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new BadHttpRequestException($"{refusal}: {e.Message}");
        }
    }

    /// <summary>The view that a request names by its number.</summary>
    /// <returns>The caller lets go of it; null where the page has been told that it is gone.</returns>
    public static async Task<LessonView?> ViewAsync(this HttpContext context, Workspace workspace)
    {
        if (workspace.Hold(context.Request.Number("view")) is { } view) return view;
        await context.SayGoneAsync();
        return null;
    }

    /// <summary>Tells that a view is no longer there.</summary>
    public static Task SayGoneAsync(this HttpContext context) =>
        context.Response.SayAsync(StatusCodes.Status410Gone, "The scene has changed since; ask for the lesson anew.");

    /// <summary>The same with a frame of it.</summary>
    /// <returns>The caller lets go of the view; null where the page has been told that there is no such view or frame.</returns>
    public static async Task<(LessonView View, int Frame)?> ViewAndFrameAsync(this HttpContext context, Workspace workspace)
    {
        var frame = context.Request.Number("frame");
        if (await context.ViewAsync(workspace) is not { } view) return null;
        if (frame < view.Lesson.FrameCount) return (view, frame);
        view.Dispose();
        await context.Response.SayAsync(
            StatusCodes.Status404NotFound, $"There is no frame {frame}; the last one is {view.Lesson.FrameCount - 1}.");
        return null;
    }

    public static Task AnswerAsync(this HttpResponse response, JsonNode answer)
    {
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(answer.ToJsonString());
    }

    public static async Task AnswerAsync(this HttpResponse response, string contentType, byte[] bytes)
    {
        (response.ContentType, response.ContentLength) = (contentType, bytes.Length);
        await response.Body.WriteAsync(bytes);
    }
}
