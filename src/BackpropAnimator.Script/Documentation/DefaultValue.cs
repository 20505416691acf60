using System.Collections;
using System.Text.Json.Nodes;
using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script.Documentation;

/// <summary>What a key is when it is left out, read off the record's own initial value.</summary>
internal static class DefaultValue
{
    /// <summary>The default as a file would have it; null where a key is required, or has no value of its own when left out.</summary>
    public static JsonNode? Of(KeyShape key, ScriptElement defaults) =>
        key.IsRequired || key.Property.GetValue(defaults) is not { } value ? null : Json(value, key.Value);

    static JsonNode? Json(object value, ValueShape shape) => shape switch
    {
        ScalarShape scalar => scalar.Format.Json(value),
        ListShape list => List([.. ((IEnumerable)value).Cast<object>().Select(item => Json(item, list.Item))], list.OneOrMany),
        _ => null,
    };

    static JsonNode? List(JsonNode?[] items, bool oneOrMany) => items switch
    {
        [] => null,
        [var only] when oneOrMany => only,
        _ => new JsonArray(items),
    };
}
