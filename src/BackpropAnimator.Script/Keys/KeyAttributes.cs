namespace BackpropAnimator.Script;

/// <summary>How many items a list may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountAttribute(int min, int max) : Attribute
{
    public int Min { get; } = min;
    public int Max { get; } = max;
}

/// <summary>A list that may be written as its only item: <c>activation: sigmoid</c> for <c>activation: [sigmoid]</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOrManyAttribute : Attribute;

/// <summary>
/// The key that is meant when a value stands where keys and values could: <c>theme: paper</c> for <c>theme: { name: paper }</c>.
/// An element may have one such key for a single value and one for a list.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShortFormAttribute : Attribute;

/// <summary>
/// An element that is written as changes to a part of the scene: each of its keys may be left out, and is then what it is there.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OverridesAttribute : Attribute;

/// <summary>What else a value of an enumeration is called in scenes, in snake_case.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class AlsoCalledAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A required key that may be left out when another one is there.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnlessAttribute(string property) : Attribute
{
    /// <summary>The other key's property.</summary>
    public string Property { get; } = property;
}

/// <summary>A text that is listened to, and may be longer than one that has to have room in a picture.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpokenAttribute : Attribute;

/// <summary>A number of seconds that may be written with its unit: <c>3s</c>, <c>1500ms</c>, <c>2.5</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : Attribute;

/// <summary>
/// A text that can stand in a path such as <c>phases.NAME.duration</c>: a letter, then letters, digits, <c>_</c> and <c>-</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordAttribute : Attribute;

/// <summary>A text that may hold formulas between dollars, <c>*emphasis*</c>, <c>**strong**</c> words and line breaks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InlineAttribute : Attribute;

/// <summary>A text that lessons do not show as words: the name of a file, of a layer or a sample; a formula; a claim.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotWordsAttribute : Attribute;
