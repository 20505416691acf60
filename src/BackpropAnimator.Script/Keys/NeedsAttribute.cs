namespace BackpropAnimator.Script;

/// <summary>The kind of phase that must come somewhere before this one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;
}
