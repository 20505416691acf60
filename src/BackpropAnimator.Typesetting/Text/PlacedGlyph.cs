namespace BackpropAnimator.Typesetting;

/// <summary>A glyph where the layout put it: its origin in stage units (y downward), its face and its size.</summary>
public readonly record struct PlacedGlyph(ushort Glyph, Face Face, float Size, float X, float Y);
