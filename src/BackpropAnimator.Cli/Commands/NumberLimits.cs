using System.CommandLine;
using System.Globalization;

namespace BackpropAnimator.Cli.Commands;

internal static class NumberLimits
{
    /// <summary>Refuses numbers outside the limits, which belong to them. What is no number at all, the option refuses by itself.</summary>
    /// <param name="max">Infinity for none.</param>
    public static void Within(this Option option, double min, double max = double.PositiveInfinity) => option.Validators.Add(result =>
    {
        if (result.Tokens is not [.., var token] || !double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
            || (number >= min && number <= max))
            return;
        var limits = double.IsFinite(max) ? $"{min:#,0.##} to {max:#,0.##}" : $"{min:#,0.##} or more";
        result.AddError($"{option.Name} takes {limits}, not {token.Value}");
    });
}
