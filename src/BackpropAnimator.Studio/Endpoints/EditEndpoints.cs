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
/// { "set": PATH, "words": TEXT }, { "remove": PATH }, { "move": 3, "to": 1 }, { "delete": 3 }, { "duplicate": 3 }],
/// "continues": true }</c>; <c>/undo</c>, <c>/redo</c>, <c>/discard</c> and <c>/save</c>. A path leads to a key of the scene, never to a
/// file. A scene with problems is saved for <c>{ "anyway": true }</c>; without, the answer tells them, with status 428.
/// </summary>
internal static class EditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace)
    {
        routes.MapPost("/edits", async context =>
        {
            var (edits, continues) = await context.Request.ReadAsync(EditsIn, "These are no edits");
            await AnswerAsync(context, workspace, workspace.Edit(edits, continues));
        });
        routes.MapPost("/undo", context => AnswerAsync(context, workspace, workspace.Change(draft => draft.Undo())));
        routes.MapPost("/redo", context => AnswerAsync(context, workspace, workspace.Change(draft => draft.Redo())));
        routes.MapPost("/discard", context => AnswerAsync(context, workspace, workspace.Change(draft => draft.Discard())));
        routes.MapPost("/save", async context =>
        {
            var isMeant = await context.Request.ReadAsync(asked => asked?["anyway"]?.GetValue<bool>() == true, "This says not how to save");
            await SaveAsync(context, workspace, isMeant);
        });
    }

    static Task SaveAsync(HttpContext context, Workspace workspace, bool isMeant)
    {
        var isChanged = workspace.Text.IsChanged;
        if (!isChanged) return TellSavedAsync(context, workspace, isChanged);
        var errors = isMeant ? [] : workspace.ErrorsOf(workspace.Text);
        if (!errors.IsEmpty)
        {
            var words = string.Join("\n", errors.Select(LessonJson.InWords));
            return context.Response.SayAsync(StatusCodes.Status428PreconditionRequired, words);
        }
        return workspace.Save() is { } refusal
            ? context.Response.SayAsync(StatusCodes.Status409Conflict, refusal)
            : TellSavedAsync(context, workspace, isChanged);
    }

    static Task TellSavedAsync(HttpContext context, Workspace workspace, bool wasChanged) => context.Response.AnswerAsync(
        new JsonObject { ["revision"] = workspace.Text.Revision, ["was_changed"] = wasChanged });

    static Task AnswerAsync(HttpContext context, Workspace workspace, ImmutableArray<Diagnostic>? refusal)
    {
        if (refusal is not { } problems) return TellRevisionAsync(context, workspace);
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
        JsonObject o when o["set"] is { } path && o["words"] is { } words =>
            new SetText(path.GetValue<string>(), words.GetValue<string>()),
        JsonObject o when o["remove"] is { } path => new RemoveKey(path.GetValue<string>()),
        JsonObject o when o["move"] is { } from && o["to"] is { } to => new MovePhase(from.GetValue<int>(), to.GetValue<int>()),
        JsonObject o when o["delete"] is { } phase => new RemovePhase(phase.GetValue<int>()),
        JsonObject o when o["duplicate"] is { } phase => new RepeatPhase(phase.GetValue<int>()),
        _ => throw new BadHttpRequestException(
            "An edit sets a value, a number or words, removes a key, or moves, deletes or duplicates a phase."),
    };
}
