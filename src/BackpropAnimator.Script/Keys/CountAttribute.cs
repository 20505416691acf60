namespace BackpropAnimator.Script;

/// <summary>How many items a list may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CountAttribute(int min, int max) : Attribute
{
    public int Min { get; } = min;
    public int Max { get; } = max;
}
