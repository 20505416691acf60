namespace BackpropAnimator.Script;

/// <summary>This kind of phase shows the scene's data, or trains on it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsDataAttribute : Attribute;
