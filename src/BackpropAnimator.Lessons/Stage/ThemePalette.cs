using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The palette that a scene's theme asks for: one of ours, with the scene's own colours in their roles.</summary>
internal static class ThemePalette
{
    public static Palette Of(ThemeScript theme)
    {
        var palette = theme.Name == ThemeKind.Light ? Palette.Light : Palette.Dark;
        return palette with
        {
            Background = Or(theme.Background, palette.Background),
            BackgroundEdge = Or(theme.Background, palette.BackgroundEdge),
            NeuronFill = theme.Background is { } ground ? Color(ground).Mixed(palette.NeuronFill, 0.5) : palette.NeuronFill,
            Panel = theme.Background is { } behind ? Color(behind).Mixed(palette.Panel, 0.5) : palette.Panel,
            Text = Or(theme.Text, palette.Text),
            Secondary = Or(theme.SecondaryText, palette.Secondary),
            Forward = Or(theme.Forward, palette.Forward),
            Backward = Or(theme.Backward, palette.Backward),
            BackwardHot = Or(theme.BackwardCore, palette.BackwardHot),
            Error = Or(theme.Error, palette.Error),
            Positive = Or(theme.Positive, palette.Positive),
            Negative = Or(theme.Negative, palette.Negative),
            FactorError = Or(theme.ErrorFactor, palette.FactorError),
            FactorSlope = Or(theme.SlopeFactor, palette.FactorSlope),
            FactorInput = Or(theme.InputFactor, palette.FactorInput),
        };
    }

    static SKColor Or(RgbColor? own, SKColor standard) => own is { } color ? Color(color) : standard;

    static SKColor Color(RgbColor color) => new(color.Red, color.Green, color.Blue);
}
