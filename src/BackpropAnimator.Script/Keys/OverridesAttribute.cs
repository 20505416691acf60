namespace BackpropAnimator.Script;

/// <summary>
/// An element that is written as changes to a part of the scene: each of its keys may be left out, and is then what it is there.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OverridesAttribute : Attribute;
