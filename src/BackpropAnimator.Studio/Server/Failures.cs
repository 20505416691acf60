using BackpropAnimator.Video;
using Microsoft.AspNetCore.Http;

namespace BackpropAnimator.Studio;

/// <summary>Tells a page in words why it does not get what it has asked for.</summary>
internal static class Failures
{
    /// <summary>Runs the rest, and answers what it throws.</summary>
    public static async Task InWordsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var (status, words) = e switch
            {
                OperationCanceledException => (StatusCodes.Status503ServiceUnavailable, "The studio is closing."),
                BadHttpRequestException bad => (bad.StatusCode, bad.Message),
                _ => (StatusCodes.Status500InternalServerError, InWords(e)),
            };
            await context.Response.SayAsync(status, words);
        }
    }

    /// <summary>What went wrong: something around the program, or the program itself.</summary>
    public static string InWords(Exception e) => e is RenderException or IOException or UnauthorizedAccessException
        ? e.Message
        : $"This is a mistake of the program, please report it: {e}";

    /// <summary>Answers in words.</summary>
    public static Task SayAsync(this HttpResponse response, int status, string words)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(words + "\n");
    }
}
