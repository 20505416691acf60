using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script.Checks;

/// <summary>Whether the parts of a theme agree.</summary>
internal static class ThemeChecks
{
    static readonly ElementShape colors = new(typeof(ColorsScript));

    public static void Run(ThemeScript theme, CheckContext context)
    {
        foreach (var key in colors.Keys)
            if (theme.Has(key.Property.Name) && theme.Colors.Has(key.Property.Name))
                context.Problems.Warning(theme.PositionOf(key.Property.Name), $"{key.Name} changes nothing: colors has it too");
        if (theme.Watermark is { } mark && (mark.Text is null) == (mark.Image is null))
            context.Problems.Error(
                mark.Position, $"watermark: expected text or image, found {(mark.Text is null ? "neither" : "both")}",
                "words or a picture, not more: it is to be faint");
    }
}
