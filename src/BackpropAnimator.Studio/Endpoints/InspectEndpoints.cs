using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BackpropAnimator.Lessons;
using BackpropAnimator.Studio.Scenes;
using BackpropAnimator.Typesetting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SkiaSharp;

namespace BackpropAnimator.Studio.Endpoints;

/// <summary>
/// <c>/inspect/VIEW/FRAME?x=0.3&amp;y=0.5</c>: what lies at a place of the picture, told in shares of it; <c>null</c> where nothing does.
/// <c>?key=…</c>: the same thing in another frame, by the key that it was told with; its box is <c>null</c> where the frame does not show
/// it.
/// <c>/pointed/VIEW/FRAME?x=0.3&amp;y=0.5</c>: only its name and box, for what the pointer passes over.
/// </summary>
internal static class InspectEndpoints
{
    // The longest formula that a scene may write has room.
    const int LongestKey = 4000;

    delegate LookedAt? Looking(Lesson lesson, int frame);

    public static void Map(IEndpointRouteBuilder routes, Workspace workspace)
    {
        routes.MapGet("/inspect/{view}/{frame}", context => AnswerAsync(context, workspace, LookingIn(context.Request)));
        routes.MapGet("/pointed/{view}/{frame}", context =>
        {
            var point = PointIn(context.Request);
            return AnswerAsync(context, workspace, (lesson, frame) => lesson.PointAt(frame, point(lesson.StageSize)));
        });
    }

    static Looking LookingIn(HttpRequest request)
    {
        if (request.Query["key"] is [{ Length: > 0 and <= LongestKey } key]) return (lesson, frame) => lesson.LookFor(frame, key);
        var point = PointIn(request);
        return (lesson, frame) => lesson.LookAt(frame, point(lesson.StageSize));
    }

    static async Task AnswerAsync(HttpContext context, Workspace workspace, Looking look)
    {
        if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
        using (view)
        {
            var found = look(view.Lesson, frame);
            await context.Response.AnswerAsync(new JsonObject { ["found"] = found is null ? null : Of(found, view.Lesson.StageSize) });
        }
    }

    static JsonObject Of(LookedAt found, SKSize stage) => new()
    {
        ["kind"] = found.Kind.ToString().ToLowerInvariant(),
        ["name"] = found.Name,
        ["key"] = found.Key,
        ["box"] = found.Box is { } box ? LayoutEndpoints.BoxOf(box, stage) : null,
        ["line"] = found.Line is (var from, var to) ? LineOf(from, to, stage) : null,
        ["stages"] = new JsonArray([.. found.Stages.Select(Of)]),
        ["current"] = found.Current,
        ["arithmetic"] = new JsonArray([.. found.Arithmetic.Select(Of)]),
    };

    static JsonArray LineOf(SKPoint from, SKPoint to, SKSize stage) =>
        [from.X / stage.Width, from.Y / stage.Height, to.X / stage.Width, to.Y / stage.Height];

    static JsonObject Of(LookedStage stage) => new()
    {
        ["name"] = stage.Name,
        ["frame"] = stage.Frame,
        // All digits: these are the numbers that `backprop trace` writes.
        ["numbers"] = new JsonObject(
            stage.Quantities.Select(quantity => KeyValuePair.Create(quantity.Name, (JsonNode?)JsonValue.Create(quantity.Value + 0.0)))),
    };

    static JsonObject Of(LookedLine line) => new()
    {
        ["name"] = line.Name,
        ["formulas"] = new JsonArray([.. line.Formulas.Select(formula => Tree(FormulaMarkup.Of(formula)))]),
    };

    // As a tree of names and texts, which the page makes elements of: nothing of it is ever read as markup.
    static JsonObject Tree(XElement element) => new()
    {
        ["tag"] = element.Name.LocalName,
        ["attributes"] = new JsonObject(element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, (JsonNode?)attribute.Value))),
        ["children"] = new JsonArray([.. element.Nodes().Select(node => node switch
        {
            XElement inner => Tree(inner),
            XText text => (JsonNode?)text.Value,
            _ => null,
        })]),
    };

    static Func<SKSize, SKPoint> PointIn(HttpRequest request)
    {
        var (x, y) = ((float)Share(request, "x"), (float)Share(request, "y"));
        return stage => new(x * stage.Width, y * stage.Height);
    }

    static double Share(HttpRequest request, string name) =>
        double.TryParse(request.Query[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new BadHttpRequestException($"'{name}' is no share of the picture, from 0 to 1.");
}
