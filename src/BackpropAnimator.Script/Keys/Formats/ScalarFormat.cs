using System.Reflection;
using System.Text.Json.Nodes;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Yaml;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>How one kind of single value is written. The same words serve the reader's messages, the schema and the reference.</summary>
/// <remarks>
/// A format reads what YAML makes of a value, a number, a truth value or a text, for that is what the schema can tell too: a test holds
/// the two against each other.
/// </remarks>
internal abstract class ScalarFormat
{
    /// <summary>What may stand here, limits included: "a whole number from 1 to 1000".</summary>
    public abstract string Expected { get; }

    /// <summary>The value that is meant, or null when what is written is not of this form or outside the limits.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="quoted">Whether in quotes, which make it a text whatever it is.</param>
    public object? Read(string text, bool quoted = false) =>
        quoted ? OfText(text)
        : CoreSchema.Number(text) is { } number ? OfNumber(number, text)
        : CoreSchema.Flag(text) is { } flag ? OfFlag(flag, text)
        : OfText(text);

    /// <summary>What to do about a text that <see cref="Read"/> refused, or null.</summary>
    public virtual string? HintFor(string text) => null;

    /// <summary>What to do where keys stand in its place, or null.</summary>
    public virtual string? HintForKeys => null;

    /// <summary>The value as a file has it.</summary>
    public virtual string Write(object value) => FormattableString.Invariant($"{value}");

    /// <summary>The value in JSON, in the form that a file would have it.</summary>
    public virtual JsonNode Json(object value) => Write(value);

    /// <summary>Whether a value that was made in code is one that a file could have.</summary>
    public virtual bool Accepts(object value) => Read(Write(value)) is not null;

    /// <summary>The JSON Schema of the written form, without its description.</summary>
    public abstract JsonObject Schema();

    /// <summary>What the schema calls this form, where many keys share it; null where each has its own.</summary>
    public virtual string? Definition => null;

    /// <summary>Which numbers may stand here, for a slider; null where it is not numbers alone that may.</summary>
    public virtual NumberRange? Numbers => null;

    /// <summary>Whether this is something that people say, which may be written in several languages: <c>{ en: …, vi: … }</c>.</summary>
    public virtual bool IsSpoken => false;

    /// <summary>The value that a text means; null for none.</summary>
    protected abstract object? OfText(string text);

    /// <summary>The value that a number means; null for none.</summary>
    /// <param name="number">May be infinite or not a number.</param>
    /// <param name="text">How it is written.</param>
    protected virtual object? OfNumber(double number, string text) => null;

    /// <summary>The value that true or false means; null for none.</summary>
    /// <param name="text">How it is written.</param>
    protected virtual object? OfFlag(bool flag, string text) => null;

    /// <summary>The schema of texts in which a pattern matches.</summary>
    protected JsonObject TextSchema(string pattern, params ReadOnlySpan<string> types) => new()
    {
        ["type"] = types.IsEmpty ? "string" : new JsonArray([.. types]),
        ["pattern"] = pattern,
        // What editors say then, instead of the pattern: https://code.visualstudio.com/docs/languages/json
        ["patternErrorMessage"] = $"expected {Expected}",
    };

    /// <summary>The schema of what one of several takes.</summary>
    protected static JsonObject AnyOf(params ReadOnlySpan<JsonObject> forms) => new() { ["anyOf"] = new JsonArray([.. forms]) };

    /// <summary>The format of a property's values, or of its items if it is a list.</summary>
    /// <exception cref="NotSupportedException">A scene has no such values.</exception>
    public static ScalarFormat For(Type type, PropertyInfo property)
    {
        var limits = property.GetCustomAttribute<LimitsAttribute>();
        return type switch
        {
            _ when property.IsDefined(typeof(DurationAttribute)) => new DurationFormat(limits),
            _ when property.IsDefined(typeof(WordAttribute)) => new WordFormat(),
            _ when property.IsDefined(typeof(LanguageAttribute)) => new LanguageFormat(),
            { IsEnum: true } => ChoiceFormat.Of(type),
            _ when type == typeof(Activation) => ChoiceFormat.Of(Activation.All),
            _ when type == typeof(Loss) => ChoiceFormat.Of(Loss.All),
            _ when type == typeof(Initialization) => ChoiceFormat.Of(Initialization.All),
            _ when type == typeof(Optimizer) => ChoiceFormat.Of(Optimizer.All),
            _ when type == typeof(bool) => new FlagFormat(),
            _ when type == typeof(LearningRateSchedule) => ChoiceFormat.Of(LearningRateSchedule.All),
            _ when type == typeof(BatchSize) => new BatchSizeFormat(),
            _ when type == typeof(int) => new WholeNumberFormat(limits),
            _ when type == typeof(double) => new NumberFormat(limits),
            _ when property.IsDefined(typeof(SpokenAttribute)) => new TextFormat(TextFormat.LongestSpoken, "spoken_text"),
            _ when type == typeof(string) => new TextFormat(),
            _ when type == typeof(Moment) => new MomentFormat(),
            _ when type == typeof(FrameSize) => new FrameSizeFormat(),
            _ when type == typeof(FrameRate) => new FrameRateFormat(),
            _ when type == typeof(RgbColor) => new ColorFormat(),
            _ when type == typeof(UnitReference) => new UnitFormat(),
            _ when type == typeof(EdgeReference) => new EdgeFormat(),
            _ when type == typeof(FocusReference) => new FocusFormat(),
            _ =>
                throw new NotSupportedException(
                    $"{property.DeclaringType}.{property.Name} is of type {type}, which a scene has no form for"),
        };
    }
}
