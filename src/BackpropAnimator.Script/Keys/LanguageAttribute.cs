namespace BackpropAnimator.Script;

/// <summary>A text that is the tag of a language, such as <c>vi</c> or <c>pt-BR</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LanguageAttribute : Attribute;
