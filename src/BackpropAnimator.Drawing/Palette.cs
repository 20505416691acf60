using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>How light is laid over the picture: added to it, or as a soft tint where the ground is already light.</summary>
public enum GlowBlend { Add, Tint }

/// <summary>
/// The colours by the role they play. Direction, sign, error and the factors of the chain rule each have their own, and only that.
/// </summary>
public sealed record Palette
{
    public SKColor Background { get; init; }
    public SKColor BackgroundEdge { get; init; }
    public SKColor Panel { get; init; }
    public SKColor PanelBorder { get; init; }
    public SKColor Text { get; init; }
    public SKColor Secondary { get; init; }
    /// <summary>Edges, rings and other structure at rest.</summary>
    public SKColor Rest { get; init; }
    public SKColor NeuronFill { get; init; }
    public SKColor Forward { get; init; }
    public SKColor Backward { get; init; }
    public SKColor BackwardHot { get; init; }
    public SKColor Error { get; init; }
    /// <summary>What has been learned: weights that have moved, a loss that has become smaller.</summary>
    public SKColor Learned { get; init; }
    public SKColor Positive { get; init; }
    public SKColor Negative { get; init; }
    /// <summary>The factor ∂L/∂a of the chain rule.</summary>
    public SKColor FactorError { get; init; }
    /// <summary>The factor ∂a/∂z of the chain rule.</summary>
    public SKColor FactorSlope { get; init; }
    /// <summary>The factor ∂z/∂w of the chain rule.</summary>
    public SKColor FactorInput { get; init; }
    /// <summary>
    /// The classes that a network tells apart, in their order. None is near the colour of a direction or of error, and they stay apart
    /// for viewers who do not see red, green or blue.
    /// </summary>
    public ImmutableArray<SKColor> Classes { get; init; } = [];
    /// <summary>What light turns to where it is hottest.</summary>
    public SKColor Core { get; init; }
    public GlowBlend GlowBlend { get; init; }

    public static Palette Dark { get; } = new()
    {
        Background = new(0x0E, 0x15, 0x29),
        BackgroundEdge = new(0x0B, 0x10, 0x20),
        Panel = new(0x13, 0x1B, 0x33),
        PanelBorder = new(0x2C, 0x3A, 0x62),
        Text = new(0xE8, 0xEC, 0xF8),
        Secondary = new(0x93, 0xA0, 0xC0),
        Rest = new(0x4A, 0x5A, 0x86),
        NeuronFill = new(0x12, 0x1B, 0x36),
        Forward = new(0x00, 0xE5, 0xFF),
        Backward = new(0xFF, 0x8C, 0x1A),
        BackwardHot = new(0xFF, 0x4D, 0x2E),
        Error = new(0xFF, 0x4D, 0x5E),
        Learned = new(0x5E, 0xE6, 0xA8),
        Positive = new(0xFF, 0x6B, 0x6B),
        Negative = new(0x5B, 0x9D, 0xFF),
        FactorError = new(0xFF, 0x7A, 0xC6),
        FactorSlope = new(0xFF, 0xD1, 0x66),
        FactorInput = new(0x7C, 0xE3, 0x8B),
        Classes =
        [
            new(0xA4, 0x86, 0xFF), new(0xF6, 0xCE, 0x4B), new(0x1F, 0xA5, 0x8A), new(0xD0, 0xF6, 0x99), new(0xE5, 0xD4, 0xE5),
            new(0xAB, 0xA4, 0x38), new(0xAA, 0x52, 0xA7), new(0xEB, 0x98, 0xE8), new(0x95, 0xCA, 0x94), new(0x6A, 0x3A, 0xD5),
        ],
        Core = SKColors.White,
        GlowBlend = GlowBlend.Add,
    };

    /// <summary>For slides and print: the same hues, dark enough to read on paper; light becomes a soft tint.</summary>
    public static Palette Light { get; } = new()
    {
        Background = new(0xFB, 0xFC, 0xFE),
        BackgroundEdge = new(0xF3, 0xF5, 0xFA),
        Panel = new(0xFF, 0xFF, 0xFF),
        PanelBorder = new(0xC4, 0xCC, 0xE0),
        Text = new(0x15, 0x1C, 0x30),
        Secondary = new(0x50, 0x5C, 0x7C),
        Rest = new(0x9A, 0xA6, 0xC4),
        NeuronFill = new(0xFF, 0xFF, 0xFF),
        Forward = new(0x00, 0x76, 0x8A),
        Backward = new(0xB3, 0x51, 0x00),
        BackwardHot = new(0xC2, 0x2F, 0x12),
        Error = new(0xC8, 0x14, 0x2B),
        Learned = new(0x0B, 0x7A, 0x4B),
        Positive = new(0xC0, 0x2A, 0x2A),
        Negative = new(0x1F, 0x5F, 0xC4),
        FactorError = new(0xB8, 0x1F, 0x78),
        FactorSlope = new(0x86, 0x5F, 0x00),
        FactorInput = new(0x1B, 0x78, 0x2F),
        Classes =
        [
            new(0x5B, 0x3F, 0xC4), new(0xC7, 0x9A, 0x10), new(0x1F, 0x8A, 0x4C), new(0x88, 0x1C, 0x62), new(0x73, 0xC6, 0x97),
            new(0x8F, 0xBC, 0x58), new(0x38, 0x1F, 0x20), new(0xBB, 0x66, 0x9F), new(0x23, 0x10, 0x55), new(0x39, 0x5B, 0x18),
        ],
        Core = new(0xFF, 0xF4, 0xE0),
        GlowBlend = GlowBlend.Tint,
    };
}
