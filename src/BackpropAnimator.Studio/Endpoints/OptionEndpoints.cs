using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Editing;
using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>
/// <c>/options/VIEW/FRAME</c>: the numbers of the network and of the phase under the playhead, each with its slider's range and with what
/// the scene's text has for it now, which is another value where that text cannot be shown; and the texts that the scene writes.
/// </summary>
internal static class OptionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace) => routes.MapGet("/options/{view}/{frame}", async context =>
    {
        if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
        using (view)
        {
            var scene = view.Lesson.Scene;
            var (written, part) = (workspace.Written, view.Lesson.PartAt(frame));
            var phase = PlaceOf(part, scene, written);
            await context.Response.AnswerAsync(new JsonObject
            {
                ["phase"] = phase,
                ["network"] = new JsonArray([.. NumericKeys.OfNetwork(scene).Select(key => Of(key, written))]),
                ["options"] = phase is { } there
                    ? new JsonArray([.. NumericKeys.OfPhase(scene, part).Select(key => OfPhase(key, part, there, written, view.Lesson))])
                    : new JsonArray(),
                ["scene_texts"] = new JsonArray([.. TextsOf(null)]),
                ["texts"] = phase is { } own ? new JsonArray([.. TextsOf(own)]) : new JsonArray(),
            });
            IEnumerable<JsonObject> TextsOf(int? phase) => written?.Texts(phase, scene.Language).Select(text => Of(text, written)) ?? [];
        }
    });

    // While the text cannot be shown, its phases may be others than those that are seen. The end card is a part of the theme.
    static int? PlaceOf(int part, Scene scene, WrittenScene? written)
    {
        if (part >= scene.Phases.Length) return null;
        return written?.PhaseNames.IndexOf(scene.PhaseNames[part]) is >= 0 and var place ? place : null;
    }

    static JsonObject OfPhase(NumericKey key, int part, int there, WrittenScene? written, Lesson lesson)
    {
        var list = FormattableString.Invariant($"phases[{part}]");
        var answer = Of(key with { Path = FormattableString.Invariant($"phases[{there}]{key.Path[list.Length..]}") }, written);
        if (key.Path == $"{list}.duration") answer["note"] = WhatItLasts(key.Value ?? 0, part, lesson);
        return answer;
    }

    // Who has much to say needs his time, whatever is written.
    static string? WhatItLasts(double wanted, int part, Lesson lesson)
    {
        const double visible = 0.005;
        var lasts = lesson.Chapters[part].Interval.Duration;
        if (Math.Abs(lasts - wanted) < visible) return null;
        var why = lesson.SpokenIn(part) is not null && lasts > wanted ? ": as long as the narration and a breath" : "";
        return FormattableString.Invariant($"lasts {lasts:0.##} s{why}");
    }

    static JsonObject Of(NumericKey key, WrittenScene? written)
    {
        var slider = SliderRange.Of(key);
        return Placed(new()
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
        }, key.Path, written);
    }

    static JsonObject Of(TextKey text, WrittenScene written) =>
        Placed(new() { ["path"] = text.Path, ["label"] = text.Label, ["value"] = text.Value }, text.Path, written);

    // A problem at that place is one of the value's.
    static JsonObject Placed(JsonObject answer, string path, WrittenScene? written)
    {
        if (written?.At(path) is not var (value, start, end)) return answer;
        answer["written"] = value;
        (answer["start"], answer["end"]) = (Place(start), Place(end));
        return answer;

        static JsonArray Place(SourcePosition at) => new(at.Line, at.Column);
    }
}
