using System.Reflection;
using System.Text.Json.Nodes;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>How one kind of single value is written. The same words serve the reader's messages, the schema and the reference.</summary>
internal abstract class ScalarFormat
{
    /// <summary>What may stand here, limits included: "a whole number from 1 to 1000".</summary>
    public abstract string Expected { get; }

    /// <summary>The value that the text means, or null when it is not of this form or outside the limits.</summary>
    public abstract object? Read(string text);

    /// <summary>A number, which in quotes would be a text.</summary>
    public virtual bool IsNumber => false;

    /// <summary>What to do about a text that <see cref="Read"/> refused, or null.</summary>
    public virtual string? HintFor(string text) => null;

    /// <summary>The value as a file has it.</summary>
    public virtual string Write(object value) => FormattableString.Invariant($"{value}");

    /// <summary>The value in JSON, in the form that a file would have it.</summary>
    public virtual JsonNode Json(object value) => Write(value);

    /// <summary>The JSON Schema of the written form, without its description.</summary>
    public abstract JsonObject Schema();

    /// <summary>The format of a property's values, or of its items if it is a list.</summary>
    /// <exception cref="NotSupportedException">A scene has no such values.</exception>
    public static ScalarFormat For(Type type, PropertyInfo property)
    {
        var limits = property.GetCustomAttribute<LimitsAttribute>();
        return type switch
        {
            _ when property.IsDefined(typeof(DurationAttribute)) => new DurationFormat(limits),
            _ when property.IsDefined(typeof(WordAttribute)) => new WordFormat(),
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
            _ when type == typeof(string) => new TextFormat(),
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
