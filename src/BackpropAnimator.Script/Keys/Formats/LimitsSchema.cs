using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

internal static class LimitsSchema
{
    /// <summary>Adds the range to the schema of a number, in JSON Schema's words.</summary>
    public static JsonObject AddTo(this LimitsAttribute? limits, JsonObject schema)
    {
        if (limits is null) return schema;
        schema[limits.MoreThanMin ? "exclusiveMinimum" : "minimum"] = limits.Min;
        schema[limits.LessThanMax ? "exclusiveMaximum" : "maximum"] = limits.Max;
        return schema;
    }
}
