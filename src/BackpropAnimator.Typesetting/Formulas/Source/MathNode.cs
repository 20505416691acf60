using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A piece of a formula as it was written. Every kind of piece is one record below.</summary>
/// <param name="Column">Where it begins in the source, from 1.</param>
internal abstract record MathNode(int Column);

/// <summary>
/// Characters of the math font, already in the alphabet they are to be shown in: one letter or sign, or a whole number or name.
/// </summary>
internal sealed record Symbol(int Column, string Text, AtomClass Class) : MathNode(Column);

/// <summary>Running words inside a formula, with their spaces.</summary>
/// <param name="Text">The words.</param>
/// <param name="Shown">The same in the math font's alphabet that was asked for.</param>
internal sealed record Words(int Column, string Text, string Shown) : MathNode(Column);

/// <summary>A sub-formula in braces, which its neighbours see as one atom.</summary>
internal sealed record Group(int Column, ImmutableArray<MathNode> Items, AtomClass Class = AtomClass.Ordinary) : MathNode(Column);

/// <summary>A named sub-formula. Its items stand in the row around it as if it were not there.</summary>
internal sealed record NamedPart(int Column, string Name, ImmutableArray<MathNode> Items) : MathNode(Column);

/// <summary>A sub-formula with a colour of its own. Its items stand in the row around it as if it were not there.</summary>
internal sealed record Tinted(int Column, SKColor Color, ImmutableArray<MathNode> Items) : MathNode(Column);

/// <summary>Something that takes limits: a large sign such as ∑, a name such as max, a brace over or under a sub-formula.</summary>
internal sealed record Operator(
    int Column, MathNode Body, bool IsLarge, LimitPlacement Limits, AtomClass Class = AtomClass.Operator) : MathNode(Column);

/// <summary>Where an operator's sub- and superscripts stand.</summary>
internal enum LimitPlacement
{
    /// <summary>Beside it, as ∫ has them.</summary>
    Beside,

    /// <summary>Under and over it in display style, beside it in text.</summary>
    UnderInDisplay,

    /// <summary>Under and over it in every style.</summary>
    Under,
}

internal sealed record Scripts(int Column, MathNode Nucleus, MathNode? Sub, MathNode? Super) : MathNode(Column);

/// <param name="HasRule">False for a binomial's pile.</param>
/// <param name="Style">The style it insists on, as <c>\dfrac</c> and <c>\tfrac</c> do; null for that of its surroundings.</param>
internal sealed record Fraction(int Column, MathNode Numerator, MathNode Denominator, bool HasRule, StyleLevel? Style) : MathNode(Column);

internal sealed record Radical(int Column, MathNode Radicand, MathNode? Degree) : MathNode(Column);

/// <param name="Mark">The combining character; it tells by its own height whether it stands above or below.</param>
/// <param name="IsWide">Whether the mark spans what it belongs to.</param>
internal sealed record Accent(int Column, int Mark, bool IsWide, MathNode Nucleus) : MathNode(Column);

/// <summary>A sign with a slash through it that denies it.</summary>
internal sealed record Negated(int Column, MathNode Nucleus) : MathNode(Column)
{
    /// <summary>The combining character.</summary>
    public const char Slash = '\u0338';
}

/// <summary>A line above or below a sub-formula.</summary>
internal sealed record Barred(int Column, bool IsOver, MathNode Body) : MathNode(Column);

/// <summary>A horizontal brace, bracket or parenthesis that spans a sub-formula.</summary>
internal sealed record Braced(int Column, char Sign, bool IsOver, MathNode Body) : MathNode(Column);

/// <summary>An arrow as long as what is written above and below it.</summary>
internal sealed record LabelledArrow(int Column, char Sign, MathNode Above, MathNode? Below) : MathNode(Column);

/// <summary>A sub-formula in a frame.</summary>
internal sealed record Boxed(int Column, MathNode Body) : MathNode(Column);

/// <summary>A sub-formula with a stroke through it.</summary>
internal sealed record Struck(int Column, MathNode Body) : MathNode(Column);

/// <summary>A sub-formula that takes another room than it shows: a phantom takes its room and shows nothing, a smash the reverse.</summary>
/// <param name="Takes">Which of its extents its surroundings see.</param>
internal sealed record Measured(int Column, MathNode Body, bool IsShown, Extents Takes) : MathNode(Column);

[Flags]
internal enum Extents
{
    None = 0,
    Width = 1,
    Height = 2,
    Depth = 4,
    Vertical = Height | Depth,
    All = Width | Vertical,
}

/// <summary>A sub-formula that takes no room in its line and reaches out of its place.</summary>
/// <param name="Side">Where the place is: at its left edge, in its middle or at its right edge.</param>
internal sealed record Lapped(int Column, Alignment Side, MathNode Body) : MathNode(Column);

internal enum Alignment
{
    Left,
    Center,
    Right,
}

/// <summary>Delimiters that grow with what they enclose.</summary>
/// <param name="Delimiters">The left one, those in the middle, the right one: one more than there are segments. Null for an empty
/// one.</param>
internal sealed record Fenced(int Column, ImmutableArray<int?> Delimiters, ImmutableArray<Group> Segments) : MathNode(Column);

/// <summary>A delimiter of a size that the author chose.</summary>
/// <param name="Size">Its height and depth together, in ems of the surrounding size.</param>
internal sealed record BigDelimiter(int Column, int? Character, float Size, AtomClass Class) : MathNode(Column);

/// <param name="Anchor">Which of its rows stands on the baseline around it.</param>
/// <param name="Rules">The lines between its rows.</param>
internal sealed record Grid(
    int Column, GridForm Form, GridAnchor Anchor, ImmutableArray<GridRow> Rows, ImmutableArray<GridRule> Rules) : MathNode(Column);

/// <param name="Gap">How much farther away than usual the next row is.</param>
/// <param name="Tag">The number of an equation, at the right of the grid; null for none.</param>
internal sealed record GridRow(ImmutableArray<Group> Cells, Length Gap, MathNode? Tag);

/// <summary>A line across a grid.</summary>
/// <param name="Row">The row that it is above; the number of rows for a line at the foot.</param>
/// <param name="First">The first column that it is above, from 0; the grid's edge and the line's are one at the outermost columns.</param>
/// <param name="Last">The last one; null for that of the grid.</param>
internal readonly record struct GridRule(int Row, int First, int? Last);

internal enum GridAnchor
{
    /// <summary>Its middle is on the axis.</summary>
    Middle,
    FirstRow,
    LastRow,
}

internal sealed record Gap(int Column, Length Width) : MathNode(Column);

/// <summary>A formula between words: a row in text style where the words stand in display style.</summary>
internal sealed record InlineMath(int Column, ImmutableArray<MathNode> Items) : MathNode(Column);

/// <summary>Sets what follows, up to the end of the group, in another style.</summary>
internal sealed record StyleSwitch(int Column, StyleLevel Level) : MathNode(Column);
