using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The palette that a scene's theme asks for: one of ours, with the scene's own colours in their roles.</summary>
internal static class ThemePalette
{
    public static Palette Of(ThemeScript theme)
    {
        var palette = Of(theme.Name);
        var ground = Own(colors => colors.Background);
        return palette with
        {
            Background = ground ?? palette.Background,
            BackgroundEdge = ground ?? palette.BackgroundEdge,
            NeuronFill = ground?.Mixed(palette.NeuronFill, 0.5) ?? palette.NeuronFill,
            Panel = Own(colors => colors.Panel) ?? ground?.Mixed(palette.Panel, 0.5) ?? palette.Panel,
            Text = Own(colors => colors.Text) ?? palette.Text,
            Secondary = Own(colors => colors.SecondaryText) ?? palette.Secondary,
            Forward = Own(colors => colors.Forward) ?? palette.Forward,
            Backward = Own(colors => colors.Backward) ?? palette.Backward,
            BackwardHot = Own(colors => colors.BackwardCore) ?? palette.BackwardHot,
            Error = Own(colors => colors.Error) ?? palette.Error,
            Learned = Own(colors => colors.Learned) ?? palette.Learned,
            Positive = Own(colors => colors.Positive) ?? palette.Positive,
            Negative = Own(colors => colors.Negative) ?? palette.Negative,
            FactorError = Own(colors => colors.ErrorFactor) ?? palette.FactorError,
            FactorSlope = Own(colors => colors.SlopeFactor) ?? palette.FactorSlope,
            FactorInput = Own(colors => colors.InputFactor) ?? palette.FactorInput,
        };

        SKColor? Own(Func<RoleColors, RgbColor?> role) =>
            theme.ColorOf(role) is { } color ? new SKColor(color.Red, color.Green, color.Blue) : null;
    }

    /// <summary>A palette as it is without colours of a scene's own.</summary>
    public static Palette Of(ThemeKind name) => name switch
    {
        ThemeKind.Midnight => Palette.Dark,
        ThemeKind.Chalkboard => Palette.Chalkboard,
        ThemeKind.Paper => Palette.Light,
        ThemeKind.Contrast => Palette.Contrast,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
