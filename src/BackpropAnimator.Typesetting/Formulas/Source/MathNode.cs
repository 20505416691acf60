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
internal sealed record Words(int Column, string Text) : MathNode(Column);

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

/// <param name="Mark">The combining character.</param>
/// <param name="IsWide">Whether the mark grows with what it stands on.</param>
internal sealed record Accent(int Column, int Mark, bool IsWide, MathNode Nucleus) : MathNode(Column);

/// <summary>A line above or below a sub-formula.</summary>
internal sealed record Barred(int Column, bool IsOver, MathNode Body) : MathNode(Column);

/// <summary>A horizontal brace that spans a sub-formula.</summary>
internal sealed record Braced(int Column, bool IsOver, MathNode Body) : MathNode(Column);

/// <summary>A sub-formula with a stroke through it.</summary>
internal sealed record Struck(int Column, MathNode Body) : MathNode(Column);

/// <summary>Room for a sub-formula that is not shown.</summary>
internal sealed record Phantom(int Column, MathNode Body) : MathNode(Column);

/// <summary>A sub-formula that takes no room in its line: it stands in the middle of its place and reaches out on both sides.</summary>
internal sealed record Lapped(int Column, MathNode Body) : MathNode(Column);

/// <summary>Delimiters that grow with what they enclose.</summary>
/// <param name="Delimiters">The left one, those in the middle, the right one: one more than there are segments. Null for an empty
/// one.</param>
internal sealed record Fenced(int Column, ImmutableArray<int?> Delimiters, ImmutableArray<Group> Segments) : MathNode(Column);

/// <summary>A delimiter of a size that the author chose.</summary>
/// <param name="Size">Its height and depth together, in ems of the surrounding size.</param>
internal sealed record BigDelimiter(int Column, int? Character, float Size, AtomClass Class) : MathNode(Column);

internal sealed record Grid(int Column, GridKind Kind, ImmutableArray<ImmutableArray<Group>> Rows) : MathNode(Column);

internal enum GridKind
{
    Matrix,
    Cases,
    Aligned,
}

/// <param name="Mu">Eighteenths of an em.</param>
internal sealed record Gap(int Column, float Mu) : MathNode(Column);

/// <summary>Sets what follows, up to the end of the group, in another style.</summary>
internal sealed record StyleSwitch(int Column, StyleLevel Level) : MathNode(Column);
