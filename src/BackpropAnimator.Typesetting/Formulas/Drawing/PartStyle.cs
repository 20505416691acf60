using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>How one part of a formula is drawn. Parts inside it inherit the colour, and multiply opacity and scale by their own.</summary>
/// <param name="Color">Null for the colour of what surrounds the part.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Scale">About the part's centre: above 1 for a pulse. Nothing else moves.</param>
/// <param name="Box">The colour of a rounded box behind the part, usually translucent.</param>
/// <param name="Underline">The colour of a line under the part.</param>
/// <param name="Strike">How much of a stroke across the part is drawn, 0 (none) to 1, from its lower left to its upper right.</param>
public sealed record PartStyle(
    SKColor? Color = null, float Opacity = 1, float Scale = 1, SKColor? Box = null, SKColor? Underline = null, float Strike = 0);
