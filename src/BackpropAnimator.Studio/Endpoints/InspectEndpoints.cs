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
/// </summary>
internal static class InspectEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Workspace workspace) => routes.MapGet("/inspect/{view}/{frame}", async context =>
    {
        var (x, y) = (Share(context.Request, "x"), Share(context.Request, "y"));
        if (await context.ViewAndFrameAsync(workspace) is not var (view, frame)) return;
        using (view)
        {
            var stage = view.Lesson.StageSize;
            var found = view.Lesson.LookAt(frame, new((float)x * stage.Width, (float)y * stage.Height));
            await context.Response.AnswerAsync(new JsonObject { ["found"] = found is null ? null : Of(found, stage) });
        }
    });

    static JsonObject Of(LookedAt found, SKSize stage) => new()
    {
        ["kind"] = found.Kind.ToString().ToLowerInvariant(),
        ["name"] = found.Name,
        ["box"] = LayoutEndpoints.BoxOf(found.Box, stage),
        ["stages"] = new JsonArray([.. found.Stages.Select(Of)]),
        ["current"] = found.Current,
        ["arithmetic"] = new JsonArray([.. found.Arithmetic.Select(Of)]),
    };

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

    static double Share(HttpRequest request, string name) =>
        double.TryParse(request.Query[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new BadHttpRequestException($"'{name}' is no share of the picture, from 0 to 1.");
}
