using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>How a formula is drawn: one colour for all of it, and what differs in its parts. Compared by value, as frames are.</summary>
/// <param name="Opacity">0 to 1, for the whole formula.</param>
public sealed record FormulaStyle(SKColor Color, float Opacity = 1)
{
    /// <summary>What differs, by the parts' names. Names that the formula does not have are ignored.</summary>
    public PartStyles Parts { get; init; } = PartStyles.None;

    /// <summary>This style with that of one part set, or replaced.</summary>
    public FormulaStyle With(string part, PartStyle style) => this with { Parts = Parts.With(part, style) };
}
