using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Editing;
using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>
/// Changes of the scene: <c>/edits</c> with <c>{ "edits": [{ "set": PATH, "value": TEXT }, { "set": PATH, "number": N, "unit": "s" },
/// { "remove": PATH }, { "move": 3, "to": 1 }], "continues": true }</c>; <c>/undo</c>, <c>/redo</c>, <c>/discard</c> and <c>/save</c>. A
/// path leads to a key of the scene, never to a file.
/// </summary>
internal static class EditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace)
    {
        routes.MapPost("/edits", async context =>
        {
            var (edits, continues) = await context.Request.ReadAsync(EditsIn, "These are no edits");
            await AnswerAsync(context, workspace, draft => draft.Edit(edits, continues));
        });
        routes.MapPost("/undo", context => AnswerAsync(context, workspace, draft => draft.Undo()));
        routes.MapPost("/redo", context => AnswerAsync(context, workspace, draft => draft.Redo()));
        routes.MapPost("/discard", context => AnswerAsync(context, workspace, draft => draft.Discard()));
        routes.MapPost("/save", context => workspace.Save() is { } refusal
            ? context.Response.SayAsync(StatusCodes.Status409Conflict, refusal)
            : TellRevisionAsync(context, workspace));
    }

    static Task AnswerAsync(
        HttpContext context, Workspace workspace, Func<DraftKeeper, (string? Text, ImmutableArray<Diagnostic> Problems)> change)
    {
        if (workspace.Change(change) is not { } problems) return TellRevisionAsync(context, workspace);
        var words = string.Join("\n", problems.Select(LessonJson.InWords));
        return context.Response.SayAsync(StatusCodes.Status422UnprocessableEntity, words);
    }

    static Task TellRevisionAsync(HttpContext context, Workspace workspace) =>
        context.Response.AnswerAsync(new JsonObject { ["revision"] = workspace.Text.Revision });

    static (ImmutableArray<SceneEdit> Edits, bool Continues) EditsIn(JsonObject? asked)
    {
        if (asked?["edits"] is not JsonArray edits) throw new BadHttpRequestException("Expected { \"edits\": [ … ] }.");
        return ([.. edits.Select(EditOf)], asked["continues"]?.GetValue<bool>() ?? false);
    }

    static SceneEdit EditOf(JsonNode? edit) => edit switch
    {
        JsonObject o when o["set"] is { } path && o["number"] is { } number =>
            new SetNumber(path.GetValue<string>(), number.GetValue<double>(), o["unit"]?.GetValue<string>() ?? ""),
        JsonObject o when o["set"] is { } path && o["value"] is { } value =>
            new SetValue(path.GetValue<string>(), value.GetValue<string>()),
        JsonObject o when o["remove"] is { } path => new RemoveKey(path.GetValue<string>()),
        JsonObject o when o["move"] is { } from && o["to"] is { } to => new MovePhase(from.GetValue<int>(), to.GetValue<int>()),
        _ => throw new BadHttpRequestException("An edit sets a value or a number, removes a key, or moves a phase."),
    };
}
