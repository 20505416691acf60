using System.Text.Json.Nodes;
using BackpropAnimator.Script.Editing;
using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>
/// <c>/options/VIEW/FRAME</c>: the numbers of the network and of the phase under the playhead, each with its slider's range.
/// </summary>
internal static class OptionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace) => routes.MapGet("/options/{view}/{frame}", async context =>
    {
        if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
        using (view)
        {
            var scene = view.Lesson.Scene;
            var part = view.Lesson.PartAt(frame);
            // The end card is a part of the theme, and has no place among the phases.
            var isPhase = part < scene.Phases.Length;
            await context.Response.AnswerAsync(new JsonObject
            {
                ["phase"] = isPhase ? part : null,
                ["network"] = new JsonArray([.. NumericKeys.OfNetwork(scene).Select(Of)]),
                ["options"] = new JsonArray([.. isPhase ? NumericKeys.OfPhase(scene, part).Select(Of) : []]),
            });
        }
    });

    static JsonObject Of(NumericKey key)
    {
        var slider = SliderRange.Of(key);
        return new()
        {
            ["path"] = key.Path,
            ["label"] = key.Label,
            ["description"] = key.Description,
            ["value"] = key.Value,
            ["default"] = key.Default,
            ["unit"] = key.Unit,
            ["is_written"] = key.IsWritten,
            ["limits"] = key.Limits?.InWords(key.Unit.Length == 0 ? "" : " " + key.Unit),
            ["slider"] = new JsonObject { ["min"] = slider.Min, ["max"] = slider.Max, ["step"] = slider.Step },
        };
    }
}
