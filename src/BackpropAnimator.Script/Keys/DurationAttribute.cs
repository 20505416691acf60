namespace BackpropAnimator.Script;

/// <summary>A number of seconds that may be written with its unit: <c>3s</c>, <c>1500ms</c>, <c>2.5</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : Attribute;
