using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>A claim about the lesson's numbers that must hold before it is rendered.</summary>
public sealed record ExpectationScript : ScriptElement
{
    [Description("The claim, such as `loss_after < loss_before`.")]
    [ShortForm]
    public required string Text { get; init; }
}
