namespace BackpropAnimator.Typesetting;

/// <summary>An atom that has been set: its box, and what its neighbours and scripts have to know of it.</summary>
/// <param name="Italic">How far its last glyph leans out over the box's right edge.</param>
/// <param name="IsCharacter">Whether it is a single character, whose scripts stand at fixed heights whatever the character.</param>
/// <param name="AccentX">Where an accent's middle belongs, from the left edge; null for the box's middle.</param>
internal readonly record struct Atom(Box Box, AtomClass Class, float Italic = 0, bool IsCharacter = false, float? AccentX = null)
{
    public static Atom Empty { get; } = new(Boxes.Empty, AtomClass.Ordinary);
}
