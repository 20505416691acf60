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
    /// <summary>What light turns to where it is hottest; null where it is purest there, as on paper: white would be a hole in it.</summary>
    public SKColor? Core { get; init; }
    public GlowBlend GlowBlend { get; init; }

    /// <summary>What light of a colour turns to where it is hottest.</summary>
    public SKColor CoreOf(SKColor light) => Core ?? light.WithAlpha(255);

    /// <summary>What a colour is as light, or as a tint of the ground.</summary>
    public SKColor LightOf(SKColor color) => GlowBlend == GlowBlend.Tint ? color.Pure() : color;

    /// <summary>Midnight: light on deep blue.</summary>
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

    /// <summary>A board of dark green slate, and chalk: soft colours that are still told apart.</summary>
    public static Palette Chalkboard { get; } = Dark with
    {
        Background = new(0x2A, 0x3F, 0x37),
        BackgroundEdge = new(0x1D, 0x2C, 0x27),
        Panel = new(0x23, 0x35, 0x2E),
        PanelBorder = new(0x68, 0x80, 0x75),
        Text = new(0xF5, 0xF3, 0xE8),
        Secondary = new(0xBC, 0xCB, 0xC1),
        Rest = new(0x93, 0xA8, 0x9D),
        NeuronFill = new(0x22, 0x34, 0x2D),
        Forward = new(0x86, 0xE4, 0xF4),
        Backward = new(0xFF, 0x9E, 0x4A),
        BackwardHot = new(0xFF, 0x72, 0x44),
        Error = new(0xFF, 0x98, 0x96),
        Learned = new(0xA4, 0xEE, 0xB2),
        Positive = new(0xFF, 0xA1, 0x97),
        Negative = new(0x9A, 0xC9, 0xFF),
        FactorError = new(0xFF, 0xAE, 0xD8),
        FactorSlope = new(0xFB, 0xDF, 0x84),
        FactorInput = new(0xAD, 0xE8, 0xA0),
        Core = new(0xFF, 0xFC, 0xF0),
    };

    /// <summary>
    /// Strong colours on black, for bright rooms and for all eyes: directions, signs and factors stay apart for viewers who do not see red
    /// or green, and all words have a contrast of 7:1 (WCAG 2.1, success criterion 1.4.6).
    /// </summary>
    public static Palette Contrast { get; } = Dark with
    {
        Background = new(0x06, 0x08, 0x0E),
        BackgroundEdge = new(0x02, 0x03, 0x06),
        Panel = new(0x0B, 0x0F, 0x1A),
        PanelBorder = new(0x6C, 0x7D, 0xA8),
        Text = SKColors.White,
        Secondary = new(0xC6, 0xCF, 0xE4),
        Rest = new(0x86, 0x95, 0xBD),
        NeuronFill = new(0x0A, 0x0E, 0x1A),
        Forward = new(0x16, 0xC2, 0xFC),
        Backward = new(0xFF, 0x7C, 0x0C),
        BackwardHot = new(0xFF, 0x52, 0x14),
        Error = new(0xE8, 0x8E, 0xA0),
        Learned = new(0xA8, 0xFC, 0x94),
        Positive = new(0xFF, 0x8A, 0x5C),
        Negative = new(0x80, 0xAC, 0xFF),
        FactorError = new(0xFF, 0x8A, 0xE0),
        FactorSlope = new(0xFF, 0xE5, 0x2E),
        FactorInput = new(0x9C, 0xF5, 0xC0),
    };

    /// <summary>
    /// Paper, for slides and print: the same hues, dark enough to read on warm white. Light is laid on like ink, purest in its middle.
    /// </summary>
    public static Palette Light { get; } = new()
    {
        Background = new(0xFF, 0xFD, 0xF9),
        BackgroundEdge = new(0xF9, 0xF5, 0xEC),
        Panel = new(0xFF, 0xFE, 0xFC),
        PanelBorder = new(0xD3, 0xCB, 0xBC),
        Text = new(0x1C, 0x1B, 0x26),
        Secondary = new(0x5B, 0x58, 0x68),
        Rest = new(0xA6, 0xA1, 0x9C),
        NeuronFill = new(0xFF, 0xFF, 0xFF),
        Forward = new(0x00, 0x75, 0x93),
        Backward = new(0xB5, 0x4C, 0x00),
        BackwardHot = new(0xC8, 0x2C, 0x0E),
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
        GlowBlend = GlowBlend.Tint,
    };
}
