using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A part of a card that comes by itself: a paragraph or a formula.</summary>
/// <param name="Size">Its em, in the card's own: 1 is body text.</param>
/// <param name="Before">The gap above it, in the card's ems; nothing above the first.</param>
internal abstract record CardBlock(float Size, float Before);

/// <summary>A paragraph.</summary>
/// <param name="Mark">What stands before its first line, such as a number; further lines stand in as far.</param>
internal sealed record CardText(string Text, SKColor Color, Face Face = Face.Regular, float Size = 1, float Before = 0.7f, string Mark = "") : CardBlock(Size, Before);

/// <summary>A formula in the middle of the card.</summary>
internal sealed record CardFormula(string Source, float Size = 1.15f, float Before = 0.8f) : CardBlock(Size, Before);
