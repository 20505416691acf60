namespace BackpropAnimator.Script;

/// <summary>A required key that may be left out when another one is there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnlessAttribute(string property) : Attribute
{
    /// <summary>The other key's property.</summary>
    public string Property { get; } = property;
}
