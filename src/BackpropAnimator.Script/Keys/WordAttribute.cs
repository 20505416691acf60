namespace BackpropAnimator.Script;

/// <summary>A text that can stand in a path such as <c>phases.NAME.duration</c>: a letter, then letters, digits, <c>_</c> and <c>-</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordAttribute : Attribute;
