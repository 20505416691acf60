using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>How a lesson looks: a palette, and what is its maker's own.</summary>
public sealed record ThemeScript : RoleColors
{
    [Description("The palette to start from.")]
    [ShortForm]
    public ThemeKind Name { get; init; } = ThemeKind.Midnight;

    [Description("Colours of your own, by the role they play. They may stand directly under `theme` too.")]
    public ColorsScript Colors { get; init; } = new();

    [Description("Fonts of your own for words and numbers; formulas keep theirs. A file sets all words, a list of files only what the " +
        "program's own font lacks.")]
    public FontsScript Fonts { get; init; } = new();

    [Description("A picture of your own in a corner of every frame; headings and captions make room for it.")]
    public LogoScript? Logo { get; init; }

    [Description("Faint words or a faint picture at the edge of every frame, beyond all that the lesson shows.")]
    public WatermarkScript? Watermark { get; init; }

    [Description("A last card, after all phases.")]
    public EndCardOptions? EndCard { get; init; }

    /// <summary>The bytes of the files that the theme names: they are a part of what the scene says.</summary>
    internal ImmutableArray<ImmutableArray<byte>> FileBytes =>
        [.. Fonts.FileBytes, Logo?.ImageBytes ?? [], Watermark?.ImageBytes ?? [], EndCard?.LogoBytes ?? []];

    /// <summary>The theme with what is in the files that it names.</summary>
    internal ThemeScript WithFiles(SceneFiles files)
    {
        var logo = Logo?.WithFiles(files);
        return this with
        {
            Fonts = Fonts.WithFiles(files),
            Logo = logo,
            Watermark = Watermark?.WithFiles(files),
            EndCard = EndCard?.WithFiles(files, logo),
        };
    }

    /// <summary>The colour of a role, wherever it is written; null where the palette's own is wanted.</summary>
    /// <param name="role">Takes the role from a group of colours.</param>
    public RgbColor? ColorOf(Func<RoleColors, RgbColor?> role) => role(Colors) ?? role(this);
}

/// <summary>Colours in a group of their own.</summary>
public sealed record ColorsScript : RoleColors;

/// <summary>The colours that replace a palette's own, by the role they play; a null colour is the palette's.</summary>
public abstract record RoleColors : ScriptElement
{
    [Description("Behind everything.")]
    public RgbColor? Background { get; init; }

    [Description("Cards, boxes and the panel for formulas. Left out, a shade of the background.")]
    public RgbColor? Panel { get; init; }

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

    [Description("What has been learned: weights that moved, a loss that became smaller.")]
    public RgbColor? Learned { get; init; }

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
    [AlsoCalled("dark")]
    Midnight,

    [Description("chalk on a dark green board")]
    Chalkboard,

    [Description("ink on warm white, for slides and print")]
    [AlsoCalled("light")]
    Paper,

    [Description("strong colours on black that colour-blind viewers tell apart too")]
    Contrast,
}

/// <summary>An opaque sRGB colour, written <c>"#00E5FF"</c>.</summary>
public readonly record struct RgbColor(byte Red, byte Green, byte Blue)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");
}
