using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A row with the braces of its parts taken away: atoms, spaces, and where parts begin and end.</summary>
internal abstract record RowEntry
{
    /// <summary>An atom before it is set, in the style that holds at its place.</summary>
    public sealed record Item(MathNode Node, MathStyle Style, bool IsTerm) : RowEntry;

    /// <param name="Width">In ems of the formula's size.</param>
    public sealed record Space(float Width) : RowEntry;

    public sealed record Begin(string? Name, SKColor? Tint) : RowEntry;

    public sealed record End : RowEntry;
}
