namespace BackpropAnimator.Script;

/// <summary>A list that may be written as its only item: <c>activation: sigmoid</c> for <c>activation: [sigmoid]</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOrManyAttribute : Attribute;
