namespace BackpropAnimator.Script;

/// <summary>
/// The key that is meant when a value stands where keys and values could: <c>theme: light</c> for <c>theme: { name: light }</c>.
/// An element may have one such key for a single value and one for a list.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShortFormAttribute : Attribute;
