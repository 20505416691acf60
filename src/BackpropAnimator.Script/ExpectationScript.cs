using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>A claim about the lesson's numbers that must hold before it is rendered.</summary>
public sealed record ExpectationScript : ScriptElement
{
    [Description("The claim, such as `loss_after < loss_before`.")]
    [ShortForm, NotWords]
    public required string Text { get; init; }

    /// <summary>What the text says.</summary>
    /// <exception cref="ClaimException">It is no claim; never in a scene that was read without errors.</exception>
    public Claim Claim => Claim.Parse(Text);

    /// <summary>Where a character of <see cref="Text"/> is written; the text's start where it spreads over lines or has escapes.</summary>
    /// <param name="offset">Counted from 0.</param>
    public SourcePosition PositionAt(int offset) => PositionIn(nameof(Text), offset);
}
