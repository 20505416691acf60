using System.ComponentModel;
using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>A palette and the colours that replace its own; a null colour is the palette's.</summary>
public sealed record ThemeScript : ScriptElement
{
    [Description("The palette to start from.")]
    [ShortForm]
    public ThemeKind Name { get; init; } = ThemeKind.Dark;

    [Description("Behind everything.")]
    public RgbColor? Background { get; init; }

    [Description("Words and numbers.")]
    public RgbColor? Text { get; init; }

    [Description("Words and numbers that matter less.")]
    public RgbColor? SecondaryText { get; init; }

    [Description("Whatever flows from the input to the output.")]
    public RgbColor? Forward { get; init; }

    [Description("Whatever flows from the loss back to the input.")]
    public RgbColor? Backward { get; init; }

    [Description("The core of the backward flow.")]
    public RgbColor? BackwardCore { get; init; }

    [Description("The loss and the raw errors.")]
    public RgbColor? Error { get; init; }

    [Description("Gradients above 0.")]
    public RgbColor? Positive { get; init; }

    [Description("Gradients below 0.")]
    public RgbColor? Negative { get; init; }

    [Description("The chain rule's factor ∂L/∂a.")]
    public RgbColor? ErrorFactor { get; init; }

    [Description("The chain rule's factor ∂a/∂z.")]
    public RgbColor? SlopeFactor { get; init; }

    [Description("The chain rule's factor ∂z/∂w.")]
    public RgbColor? InputFactor { get; init; }
}

/// <summary>The palette that a scene's own colours are laid over.</summary>
public enum ThemeKind
{
    [Description("light on deep blue")]
    Dark,

    [Description("dark on paper white")]
    Light,
}

/// <summary>An opaque sRGB colour, written <c>"#00E5FF"</c>.</summary>
public readonly record struct RgbColor(byte Red, byte Green, byte Blue)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");
}
