using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A part of a laid-out formula: a named one, or an atom of the formula's own row that the author did not name, called <c>#0</c>,
/// <c>#1</c> … from left to right.
/// </summary>
/// <param name="Bounds">The box around its ink, from the left end of the formula's baseline (y downward).</param>
/// <param name="Baseline">The height of its own baseline there: not 0 in a numerator or a script.</param>
/// <param name="Glyphs">Which of the formula's glyphs it is made of, those of the parts inside it included.</param>
/// <param name="Rules">Which of the formula's rules.</param>
/// <param name="Parent">The index in <see cref="FormulaLayout.Parts"/> of the part that it is inside of; null for none.</param>
public sealed record FormulaPart(string Name, SKRect Bounds, float Baseline, Range Glyphs, Range Rules, int? Parent)
{
    public SKPoint Centre => new(Bounds.MidX, Bounds.MidY);
}
